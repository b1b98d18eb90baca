// The morning's e-mail to whoever wants one. It is claimed in the database before it goes, so that of
// several apps on one server only one sends it. What could not be sent stays due, and is tried again.
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { businessDay, type Day, type WallTime, wallTime } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { type AsOf, written } from '#src/db/remembered.ts'
import { digest, setting } from '#src/db/schema/index.ts'
import type { Mail, MailProblem, Message } from '#src/jobs/mail.ts'
import { type Say, say } from '#src/messages/index.ts'
import { Refusal } from '#src/refusal.ts'
import { board } from '../board.ts'
import { newsOf, type PressingAlert, pressingOf, type Told } from './news.ts'
import type { DigestDue } from './queries.ts'

export type DigestOptions = {
  readonly database: Database
  readonly clock: () => number
  readonly timeZone: string
  readonly mail: Mail
  /** Where the app is, without a slash at the end. */
  readonly url: string
  readonly write: (digest: Digest) => Promise<Pick<Message, 'subject' | 'text' | 'html'>>
}

/** What a message is written from. */
export type Digest = {
  readonly say: Say
  readonly list: readonly PressingAlert[]
  readonly fresh: ReadonlySet<number>
  readonly today: Day
  readonly boardUrl: string
  readonly stopUrl: string
}

/** Why some did not go; no address. */
export class NotSent extends Error {}

/**
 * Sees to each of those who are due, unless the mail server turns out to be of no use to any.
 * @returns how many messages went @throws NotSent with the problem as its message
 */
export async function sendDigests(due: readonly DigestDue[], options: DigestOptions) {
  const { asOf, fromName } = await present(options)
  const list = pressingOf(await board(asOf))
  let sent = 0
  let problem: MailProblem | null = null
  for (const each of due) {
    const outcome = await seeTo(each, { list, asOf, fromName }, options)
    if (outcome === 'sent') sent += 1
    else if (outcome !== 'nothing') problem = outcome
    if (problem !== null && problem !== 'address') break
  }
  if (problem !== null) throw new NotSent(problem)
  return sent
}

type Present = {
  readonly list: readonly PressingAlert[]
  readonly asOf: AsOf
  readonly fromName: string
}

async function seeTo(
  due: DigestDue,
  { list, asOf, fromName }: Present,
  options: DigestOptions,
): Promise<'sent' | 'nothing' | MailProblem> {
  const { mail, url, write, clock } = options
  const today = asOf.clock.day
  const { isDue, fresh, told } = newsOf(list, { ...due, told: JSON.parse(due.told) as Told }, today)
  const remembered = { seenToOn: today, told: JSON.stringify(told) }
  if (!isDue) {
    await remember(due, remembered, options)
    return 'nothing'
  }
  if (!(await isClaimed(due, asOf.clock, options))) return 'nothing'
  const urls = { boardUrl: `${url}/alerts`, stopUrl: `${url}/account/digest` }
  const content = await write({ say: say(due.language), list, fresh, today: asOf.today, ...urls })
  const message = { ...content, to: due.address, fromName, stopUrl: urls.stopUrl, at: clock() }
  const problem = await mail.send(message)
  if (problem === null)
    await remember(due, { ...remembered, sentOn: today, refusedOn: null }, options)
  // Asked again within the day, the server would refuse it again.
  if (problem === 'address') await remember(due, { seenToOn: today, refusedOn: today }, options)
  return problem ?? 'sent'
}

/**
 * Takes it on for this hour, before anything goes: false where another app has. One that ends before it
 * knows what became of its message leaves it to the next hour.
 */
async function isClaimed(
  { personId, version }: DigestDue,
  { day, hour }: WallTime,
  { database }: DigestOptions,
): Promise<boolean> {
  const claimedFor = `${day} ${String(hour).padStart(2, '0')}`
  const isMine = and(eq(digest.personId, personId), eq(digest.version, version))
  const isDue = or(isNull(digest.seenToOn), lt(digest.seenToOn, day))
  const isFree = or(isNull(digest.claimedFor), lt(digest.claimedFor, claimedFor))
  const claims = await database.write((tx) =>
    tx
      .update(digest)
      .set({ claimedFor })
      .where(and(isMine, isDue, isFree))
      .returning({ personId: digest.personId }),
  )
  return !(claims instanceof Refusal) && claims.length > 0
}

/** Unless the person has chosen otherwise meanwhile: theirs is another digest then. */
async function remember(
  { personId, version }: DigestDue,
  change: Partial<typeof digest.$inferInsert>,
  { database }: DigestOptions,
) {
  const mine = and(eq(digest.personId, personId), eq(digest.version, version))
  await database.write((tx) => tx.update(digest).set(change).where(mine))
}

/** The moment as a request would find it, and what the app is called outside. */
async function present({ database, clock, timeZone }: DigestOptions) {
  const now = clock()
  const [found] = await database.read((db) =>
    db
      .select({
        endsAtHour: setting.dayEndsAtHour,
        fromName: setting.neutralName,
        ...written,
      })
      .from(setting),
  )
  if (!found) throw new Error('the database has no settings: it was not prepared')
  const { endsAtHour, fromName, ...lastWritten } = found
  const asOf: AsOf = {
    database,
    today: businessDay(now, { timeZone, endsAtHour }),
    clock: wallTime(now, timeZone),
    written: lastWritten,
  }
  return { asOf, fromName }
}
