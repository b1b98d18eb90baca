// How far it is, a line a month: one that rewrites itself on a terminal, one after another in a log.
import { type Day, monthOf } from '#src/day.ts'

type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

/** Told of each day that is done, writes a line when a month begins. */
export function monthsOn(terminal: Terminal): (day: Day) => void {
  let shown = ''
  return (day) => {
    const month = monthOf(day)
    if (month === shown) return
    shown = month
    terminal.write(terminal.isTTY ? `\r\u001b[2KFilling ${month} …` : `Filling ${month} …\n`)
  }
}

/** Takes the line away where it rewrites itself. */
export function monthsDone(terminal: Terminal) {
  if (terminal.isTTY) terminal.write('\r\u001b[2K')
}
