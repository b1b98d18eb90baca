// A fact from a phone becomes an entry of the book, once, in whatever order facts arrive.
import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#src/db/gate.ts'
import { entry, unmet } from '#src/db/schema/index.ts'
import { changeGiven, handOut, visitAtWork } from '#src/ledger/hand-out.ts'
import { answered, keepAnswer } from '#src/ledger/once.ts'
import { skipStopAt } from '#src/ledger/skip-stop.ts'
import { startVisit } from '#src/ledger/start-visit.ts'
import { takeBackStop } from '#src/ledger/take-back-visit.ts'
import { recordUnmet, reverseUnmet } from '#src/ledger/unmet.ts'
import { countContacts } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import type { Entry } from './form.ts'

const later = alias(entry, 'later')
const takenBack = alias(unmet, 'taken_back')

/** What is remembered of an entry: people met have no row of their own that could be found again. */
type Made =
  | { readonly visitId: number; readonly step?: 1 | -1 }
  | { readonly stopId: number }
  | { readonly takenBack: number | null }
  | { readonly undone: string }

/**
 * Enters what a phone recorded. The row that remembers it is of the same transaction as its effect, so a
 * second arrival finds it; an undo that arrives before what it undoes leaves a row in its place.
 * @returns `dup` when it has been entered or undone before
 * @throws Refusal when the book cannot take it: `notFound`, `notYourShift`, `reversalShort` …
 */
export async function enter(
  tx: Tx,
  sent: Exclude<Entry, { kind: 'typed' }>,
  recording: Recording,
): Promise<'ok' | 'dup'> {
  if (await answered(tx, sent.id)) return 'dup'
  const made =
    sent.kind === 'undo' ? await undo(tx, sent.of, recording) : await record(tx, sent, recording)
  await keepAnswer(tx, recording, { id: sent.id, content: sent, answer: made })
  return 'ok'
}

type Fact = Exclude<Entry, { kind: 'typed' | 'undo' }>

async function record(tx: Tx, fact: Fact, recording: Recording): Promise<Made> {
  const at = { shiftId: fact.shift, venueId: fact.venue }
  if (fact.kind === 'skip') {
    return { stopId: await skipStopAt(tx, { ...at, skipped: fact.skipped }, recording) }
  }
  const stop = { ...at, day: fact.day }
  if (fact.kind === 'none') return { takenBack: await takeBackStop(tx, stop, recording) }
  const visitId = await startVisit(tx, stop, recording)
  switch (fact.kind) {
    case 'stop':
      return { visitId }
    case 'given': {
      const lines = [{ itemId: fact.item, quantity: fact.quantity }]
      await handOut(tx, { visitId, lines }, recording)
      return { visitId }
    }
    case 'asked':
      await recordUnmet(tx, { visitId, itemId: fact.item, quantity: fact.quantity }, recording)
      return { visitId }
    case 'met':
      await countContacts(tx, { visitId, count: { step: fact.step } }, recording)
      return { visitId, step: fact.step }
  }
}

async function undo(tx: Tx, id: string, recording: Recording): Promise<Made> {
  const undone = { undone: id }
  const target = await answered(tx, id)
  // Not here yet: when it comes it finds this, and does nothing.
  if (!target) await keepAnswer(tx, recording, { id, content: undone, answer: undone })
  else await takeBack(tx, { id, made: JSON.parse(target.answer ?? 'null') }, recording)
  return undone
}

type Taken = { readonly id: string; readonly made: Made | number | null }

/** Whatever made it, a phone or a page. What the office has taken back already is as undone as it can be. */
async function takeBack(tx: Tx, { id, made }: Taken, recording: Recording) {
  const given = await handOutOfRequest(tx, id)
  const asked = await unmetOfRequest(tx, id)
  const isMet = typeof made === 'object' && made !== null && 'step' in made
  const visitId = given?.visitId ?? asked?.visitId ?? (isMet ? made.visitId : null)
  if (visitId === null) return
  await visitAtWork(tx, { visitId, personId: recording.personId })
  if (given)
    await changeGiven(tx, { visitId, change: { entryId: given.id, quantity: 0 } }, recording)
  if (asked) await reverseUnmet(tx, asked, recording)
  if (isMet)
    await countContacts(tx, { visitId, count: { step: made.step === 1 ? -1 : 1 } }, recording)
}

/** The hand-out a request left, unless it was taken back. */
async function handOutOfRequest(tx: Tx, requestId: string) {
  const [found] = await tx
    .select({ id: entry.id, visitId: entry.visitId })
    .from(entry)
    .leftJoin(later, eq(later.reversesId, entry.id))
    .where(
      and(
        ...[eq(entry.requestId, requestId), eq(entry.kind, 'hand-out'), eq(entry.sign, 1)],
        isNull(later.id),
      ),
    )
  return found
}

async function unmetOfRequest(tx: Tx, requestId: string) {
  const [found] = await tx
    .select({ unmet })
    .from(unmet)
    .leftJoin(takenBack, eq(takenBack.reversesId, unmet.id))
    .where(and(eq(unmet.requestId, requestId), isNull(unmet.reversesId), isNull(takenBack.id)))
  return found?.unmet
}
