// A bag comes back and is counted: most shifts match, some are a few units off.
import type { Tx } from '#src/db/gate.ts'
import { shiftAtWork } from '#src/ledger/shift.ts'
import type { Reason, ReturnForm } from '#src/shifts/form.ts'
import { type CountItem, sheetKey } from '#src/shifts/reconciliation.ts'
import { countSheetOf, returnBag } from '#src/shifts/return-bag.ts'
import { recordingOf, type Scene } from './scene.ts'

type Back = {
  readonly shiftId: number
  readonly by: string | null
  readonly at: number
  /** The items handed out on the way. */
  readonly given: ReadonlySet<number>
  /** What is done with what the bag still holds. */
  readonly left: ReturnForm['left']
}

/** Chance that a shift has an item that does not match. */
const offChance = 0.22
const reasonsOfLess: readonly Reason[] = ['unlogged', 'unlogged', 'unlogged', 'damaged', 'lost']

/** @returns what was given and not noted, which somebody may remember later */
export async function bringBack(tx: Tx, scene: Scene, back: Back) {
  const { shiftId, by, at, left } = back
  const { random } = scene
  const recording = recordingOf(scene, { at, by })
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  const sheet = await countSheetOf(tx, shift)
  const given = sheet.filter(
    ({ item, rows }) => back.given.has(item.id) && (rows[0]?.expected ?? 0) > 3,
  )
  const less = random.between(1, 3)
  const reason = random.pick(reasonsOfLess)
  const off = given.length > 0 && random.chance(offChance) ? random.pick(given) : null
  const counted = sheet.map((each) => ({
    each,
    counts: countsOf(each, each === off ? less : 0),
  }))
  const form = {
    ...{ requestId: recording.requestId, shiftId, shown: sheetKey(sheet), left },
    counts: counted.flatMap(({ counts }) => counts),
    reasons: counted.map(({ each, counts }) => ({
      id: each.item.id,
      row: { reason: reasonOf(each, counts, reason) },
    })),
  }
  await returnBag(tx, form, recording)
  return off && reason === 'unlogged' ? { itemId: off.item.id, quantity: less } : null
}

type Count = { readonly id: number; readonly row: { readonly counted: number } }

/** What is expected, `less` of it missing from the first lot; nobody counts less than nothing. */
function countsOf({ rows }: CountItem, less: number): Count[] {
  return rows.map(({ lotId, expected }, index) => ({
    id: lotId,
    row: { counted: Math.max(0, index === 0 ? expected - less : expected) },
  }))
}

function reasonOf({ expected }: CountItem, counts: readonly Count[], less: Reason): Reason | null {
  const counted = counts.reduce((sum, { row }) => sum + row.counted, 0)
  if (counted === expected) return null
  return counted < expected ? less : 'unknown'
}
