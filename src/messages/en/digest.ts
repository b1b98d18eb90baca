import type { Day } from '#src/day.ts'
import { en } from '../format.ts'

export const digest = {
  // one's own choice
  title: 'Morning e-mail',
  lead: 'What to order, at 8:00, on days when something is new or has become more pressing; otherwise once a week while the list is not empty.',
  begin: 'Receive it',
  change: 'Change or stop it',
  stands: 'You receive it',
  wanted: 'Send me what to order by e-mail',
  address: 'E-mail address',
  addressHint: 'Kept for this alone, and forgotten when you stop.',
  privacy:
    'The subject says nothing. The message names items and quantities, as the board does: no place, no venue, nobody. It lies in your mailbox, so choose one that only you open.',
  save: 'Save',
  lastSent: (p: { day: Day }) => `Last sent on ${en.day(p.day)}.`,
  refused: (p: { day: Day }) =>
    `On ${en.day(p.day)} the mail server refused this address. Check it: nothing arrives meanwhile.`,
  noServer: 'This installation sends no e-mail. An administrator can set SMTP_URL.',

  // the message
  subject: (p: { fresh: number; all: number }) =>
    p.fresh > 0
      ? en.plural(p.fresh, '1 new on your list', `${en.number(p.fresh)} new on your list`)
      : `Your list: ${en.number(p.all)}`,
  greeting: 'What to order, most pressing first.',
  fresh: 'new',
  order: (p: { what: string; by: string }) => `Order ${p.what}${p.by && `, ${p.by}`}.`,
  more: (p: { count: number }) =>
    en.plural(
      p.count,
      'And one more on the board.',
      `And ${en.number(p.count)} more on the board.`,
    ),
  board: 'See the board',
  why: 'You asked for this message.',
  stop: 'Change or stop it',
  /** Between what a link does and where it leads, where a link is not drawn. */
  link: (p: { words: string; url: string }) => `${p.words}: ${p.url}`,

  // for administrators
  lastRun: 'Morning e-mail',
  done: 'Done',
  lastSentAny: (p: { day: Day }) => `Last message: ${en.day(p.day)}.`,
  neverSent: 'No message has gone yet.',
  problems: {
    login: 'The mail server refused the name or the password of SMTP_URL.',
    unreachable: 'The mail server of SMTP_URL cannot be reached.',
    insecure: 'The mail server offers no encryption that can be trusted.',
    address: 'The mail server refused somebody’s address: their account page tells them.',
    refused: 'The mail server did not take the message.',
    app: 'The message could not be written: the log says why.',
  },
  again: 'It is tried again each hour until 20:00.',
}
