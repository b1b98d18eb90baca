// How far it is, a line a month: one that rewrites itself on a terminal, one after another in a log.

type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

/** Told of each month that is done. */
export function monthsOn(terminal: Terminal): (month: string) => void {
  return (month) =>
    terminal.write(terminal.isTTY ? `\r\u001b[2KFilled ${month} …` : `Filled ${month}\n`)
}

/** Takes the line away where it rewrites itself. */
export function monthsDone(terminal: Terminal) {
  if (terminal.isTTY) terminal.write('\r\u001b[2K')
}
