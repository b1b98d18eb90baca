import { placeOf } from '#src/catalog/places.ts'
import type { Day, Period } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { shift, shiftPerson } from '#src/db/schema/index.ts'
import { handOut } from '#src/ledger/hand-out.ts'
import { post } from '#src/ledger/post.ts'
import { logNew, visitOfStop } from '#src/ledger/start-visit.ts'
import { countContacts } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { shiftOfSheet } from './late-shift.ts'
import { shiftsAround, usualPeriod } from './queries.ts'
import type { LineRead } from './read-lines.ts'

export type Sheet = {
  readonly bagId: number
  readonly day: Day
  /** Who was out, where the sheet says; a shift that is not in the book yet needs one of them at least. */
  readonly people: readonly number[]
  /** The shift the preview named; null when it said that one is made. */
  readonly shiftId: number | null
  /** Without a problem. */
  readonly lines: readonly LineRead[]
}

/**
 * Records what a sheet of paper says happened, on its day, all of it or nothing. A day on which the bag was
 * out without the book knowing gets its shift now: nobody recorded what went into the bag, so nothing is said
 * to have, and the bag owes what was given until it is counted.
 * @returns the shift, and what undoes the sheet: the last entry made, null when nothing was given anywhere;
 *   the last change of a stop, null when there was none
 * @throws Refusal `stale` when the shift is another than the preview named, `whoWasOut`, `notYourShift`
 */
export async function recordLate(tx: Tx, sheet: Sheet, recording: Recording) {
  const shifts = await shiftsAround(tx, sheet)
  const known = shiftOfSheet(shifts, sheet)
  if ((known?.id ?? null) !== sheet.shiftId) refuse('stale', {})
  const period = await usualPeriod(tx, sheet.bagId)
  const isOut = shifts.some((each) => each.isOut)
  const made = known ? null : await lateShift(tx, { sheet, period, isOut }, recording)
  const shiftId = known?.id ?? made?.shiftId ?? 0
  let entryId = made?.entryId ?? null
  let changeId: number | null = null
  let part = 1
  for (const { venueId, lines, met } of stopsOf(sheet)) {
    const stop = { shiftId, venueId, day: sheet.day, period }
    const { visit, isNew } = await visitOfStop(tx, stop, recording)
    if (isNew) changeId = await logNew(tx, visit, recording)
    if (lines.length > 0) {
      entryId = await handOut(tx, { visitId: visit.id, lines, part }, recording)
      // A bag that is back may be taken out again by it, which is an entry too.
      part += 2
    }
    const count = { step: met }
    if (met > 0) changeId = await countContacts(tx, { visitId: visit.id, count }, recording)
  }
  return { shiftId, entryId, changeId }
}

/** A venue once, in the order of the sheet. */
function stopsOf({ lines }: Sheet) {
  const stops = new Map<number, { venueId: number; met: number; lines: Line[] }>()
  for (const { venue, given, met } of lines) {
    const venueId = venue?.id ?? 0
    const stop = stops.get(venueId) ?? { venueId, met: 0, lines: [] }
    stops.set(venueId, stop)
    stop.met += met
    stop.lines.push(...given.map(({ item, quantity }) => ({ itemId: item.id, quantity })))
  }
  return [...stops.values()]
}

type Line = { itemId: number; quantity: number }

type Unknown = { readonly sheet: Sheet; readonly period: Period; readonly isOut: boolean }

/** A bag that is out with others stays with them: what this shift gave comes out of it all the same. */
async function lateShift(tx: Tx, { sheet, period, isOut }: Unknown, recording: Recording) {
  const { bagId, day, people } = sheet
  await placeOf(tx, { id: bagId, kind: 'bag' }, 'bagId')
  if (people.length === 0) refuse('whoWasOut', {}, 'people')
  const [made] = await tx
    .insert(shift)
    .values({ bagId, startedOn: day })
    .returning({ id: shift.id })
  if (!made) throw new Error('the database returned no shift')
  const shiftId = made.id
  await tx.insert(shiftPerson).values(people.map((personId) => ({ shiftId, personId })))
  if (isOut) return { shiftId, entryId: null }
  const heading = { kind: 'check-out' as const, happenedOn: day, period, shiftId }
  return { shiftId, entryId: await post(tx, heading, [], recording) }
}
