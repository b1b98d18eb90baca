import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { giveFromStockroom } from '#src/ledger/hand-out-from-stockroom.ts'
import { observe } from '#src/ledger/observe.ts'
import { logNew, openVisit } from '#src/ledger/start-visit.ts'
import { recordUnmetLines } from '#src/ledger/unmet.ts'
import { countContacts } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import { placeOf } from '../kitchen.ts'
import { tonightAt } from '../tonight.ts'
import type { TypedSheet } from './form.ts'

/**
 * Adds what a sheet of paper says to an evening that is over, all of it or nothing, on its day; an evening
 * that nothing was recorded of begins with it. That it was closed closes it to nobody: paper comes after.
 * @returns the night's visit, and what undoes the sheet: its hand-out, null when nothing was given; the change
 *   of the night
 * @throws Refusal `short`, `shortUsable`, `notFound`, `notAllowedThere`
 */
export async function recordNightSheet(
  tx: Tx,
  sheet: Omit<TypedSheet, 'requestId'>,
  recording: Recording,
) {
  const { day, people, given, asked } = sheet
  const { id: venueId, shelves } = await tonightAt(tx, day)
  const night = { venueId, shiftId: null, happenedOn: day, period: 'evening' } as const
  const { visit, isNew } = await openVisit(tx, night, recording)
  if (isNew) await logNew(tx, visit, recording)
  const lines = given.map((line) => ({ ...line, field: `lines.i${line.itemId}.given` }))
  const entryId =
    lines.length === 0
      ? null
      : await giveFromStockroom(tx, { visit, stockroom: shelves, lines }, recording)
  // Of a sheet with nobody on it too: it is by this change that one without a hand-out is undone.
  const count = { step: people ?? 0 }
  const changeId = await countContacts(tx, { visitId: visit.id, count }, recording)
  await recordUnmetLines(tx, { visit, lines: asked }, recording)
  await noteKitchen(tx, sheet, recording)
  return { visitId: visit.id, entryId, changeId }
}

type Noted = Pick<TypedSheet, 'levels' | 'used'> & { readonly day: Day }

async function noteKitchen(tx: Tx, { levels, used, day }: Noted, recording: Recording) {
  const seen = [
    ...levels.map(({ itemId, level }) => ({ itemId, kind: 'level' as const, amount: level })),
    ...used.map(({ itemId, quantity }) => ({ itemId, kind: 'use' as const, amount: quantity })),
  ]
  for (const { itemId, ...what } of seen) {
    const placeId = await placeOf(tx, itemId)
    await observe(tx, itemId, { placeId, happenedOn: day, ...what }, recording)
  }
}
