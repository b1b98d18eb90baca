import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { Db, Tx } from '#src/db/gate.ts'
import { location } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { fefo, take } from '#src/ledger/pick.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import { type ShiftAtWork, shiftAtWork, shiftSums } from '#src/ledger/shift.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { Reason, ReturnForm } from './form.ts'
import { lotsAround } from './queries.ts'
import {
  type CountedItem,
  type CountItem,
  countedByLot,
  countSheet,
  reconciled,
  sheetKey,
} from './reconciliation.ts'

/**
 * Brings a bag back: counted against expected, every difference with its reason. What the count says of
 * lots is corrected first, then what is missing is booked where it went; what is left stays in the bag or
 * goes into the stockroom.
 * @returns the return's entry
 * @throws Refusal `bagIsIn`, `notYourShift`, `bagMoved` when more was recorded since the sheet was shown,
 * `lineUncounted`, `reasonMissing`, `short` when the stockroom cannot have packed more
 */
export async function returnBag(
  tx: Tx,
  form: ReturnForm & { readonly shiftId: number },
  recording: Recording,
): Promise<number> {
  const { shiftId } = form
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  if (shift.outWithId !== shiftId) refuse('bagIsIn', {})
  const sheet = await countSheetOf(tx, shift)
  refuseIfMoved(sheet, form)
  const counted = countedOf(sheet, form)
  const reasons = reasonsOf(counted, form)
  const places = await placesOfReturn(tx, shift)

  const raised = await raising(tx, counted, { reasons, places })
  const heading = { happenedOn: recording.today, shiftId }
  if (raised.length > 0) {
    await post(tx, { ...heading, kind: 'lot-correction', part: 0 }, raised, recording)
  }
  const movements = [...lowering(counted, { reasons, places }), ...emptying(sheet, form, places)]
  const part = raised.length > 0 ? 1 : 0
  const entryId = await post(tx, { ...heading, kind: 'return', part }, movements, recording)
  await check(tx, { sheet, form }, shift.bagId)
  return entryId
}

/** The bag as the book has it, item by item. */
export async function countSheetOf(tx: Db, { id, bagId }: Pick<ShiftAtWork, 'id' | 'bagId'>) {
  const lots = await lotsAround(tx, { bagId, feederId: null })
  return countSheet(lots, await shiftSums(tx, { shiftId: id, bagId }))
}

function refuseIfMoved(sheet: readonly CountItem[], form: ReturnForm) {
  if (sheetKey(sheet) === form.shown) return
  const before = new Map(
    form.shown.split(' ').map((part) => {
      const [lotId, quantity] = part.split(':').map(Number)
      return [lotId, quantity ?? 0] as const
    }),
  )
  const changes = sheet.flatMap(({ item, rows, owed, expected }) => {
    const lots = [...rows.flatMap((row) => row.lots), ...(owed ? [owed] : [])]
    const from = lots.reduce((sum, { lotId }) => sum + (before.get(lotId) ?? 0), 0)
    return from === expected ? [] : [{ item, from, to: expected }]
  })
  refuse('bagMoved', { changes })
}

function countedOf(sheet: readonly CountItem[], form: ReturnForm): CountedItem[] {
  const counts = countsOf(form)
  const counted = sheet.map((each) => reconciled(each, counts))
  for (const { item, uncounted } of counted) {
    const [row] = uncounted
    if (row) refuse('lineUncounted', { item, lot: row.code }, `counts.l${row.lotId}.counted`)
  }
  return counted
}

type Reasons = ReadonlyMap<number, Reason | null>

function reasonsOf(counted: readonly CountedItem[], form: ReturnForm): Reasons {
  const reasons = new Map(form.reasons.map(({ id, row }) => [id, row.reason]))
  for (const { item, difference } of counted) {
    const reason = reasons.get(item.id)
    // More than expected was packed so, or nobody knows: it was not lost.
    const isAnswer = difference < 0 ? reason : reason === 'packed' || reason === 'unknown'
    if (difference === 0 || isAnswer) continue
    const about = { item, difference: Math.abs(difference) }
    refuse('reasonMissing', about, `reasons.i${item.id}.reason`)
  }
  return reasons
}

type Places = Readonly<
  Record<'unlogged' | 'damaged' | 'lost' | 'found' | 'assembly' | 'bag' | 'feeder', number>
>

async function placesOfReturn(tx: Tx, shift: ShiftAtWork): Promise<Places> {
  const rows = await tx
    .select({ id: location.id, role: location.role })
    .from(location)
    .where(
      and(
        inArray(location.role, ['unlogged', 'damaged', 'lost', 'found', 'assembly']),
        or(ne(location.role, 'unlogged'), eq(location.stream, shift.stream)),
      ),
    )
  const idOf = (role: string) => {
    const found = rows.find((row) => row.role === role)
    if (!found) throw new Error(`this database has no place for ${role}`)
    return found.id
  }
  return {
    ...{ bag: shift.bagId, feeder: shift.feederId, assembly: idOf('assembly') },
    ...{ unlogged: idOf('unlogged'), damaged: idOf('damaged') },
    ...{ lost: idOf('lost'), found: idOf('found') },
  }
}

type Booking = { readonly reasons: Reasons; readonly places: Places }

/** What must be in the bag before it can come back: surplus, and lots made right. */
async function raising(
  tx: Tx,
  counted: readonly CountedItem[],
  { reasons, places }: Booking,
): Promise<Movement[]> {
  const movements: Movement[] = []
  for (const { item, surplus, corrections } of counted) {
    const isPacked = reasons.get(item.id) === 'packed'
    for (const { lotId, quantity } of surplus) {
      const goods = { itemId: item.id, lotId, quantity }
      if (isPacked) movements.push(...(await packed(tx, goods, { item, places })))
      else movements.push({ ...goods, fromId: places.found, toId: places.bag })
    }
    movements.push(...corrections.flatMap((each) => throughAssembly(item.id, each, places)))
  }
  return movements
}

type Goods = { readonly itemId: number; readonly lotId: number; readonly quantity: number }

/** From the stockroom that packed it: this lot, or where no lot is known, the first to expire. */
async function packed(
  tx: Tx,
  goods: Goods,
  { item, places }: { readonly item: CountedItem['item']; readonly places: Places },
): Promise<Movement[]> {
  const lots = await lotsIn(tx, { locationId: places.feeder, itemIds: [item.id] })
  const same = lots.filter(({ lotId }) => lotId === goods.lotId)
  if (same.some(({ quantity }) => quantity >= goods.quantity)) {
    return [{ ...goods, fromId: places.feeder, toId: places.bag }]
  }
  const { picks, short } = take(fefo(lots), goods.quantity)
  if (short > 0) {
    const [place] = await tx.select().from(location).where(eq(location.id, places.feeder))
    const available = goods.quantity - short
    const about = { item, place: place ?? item, available, wanted: goods.quantity }
    refuse('short', about, `reasons.i${item.id}.reason`)
  }
  return picks.flatMap(({ lotId, quantity }) => [
    { itemId: item.id, lotId, quantity, fromId: places.feeder, toId: places.bag },
    ...throughAssembly(item.id, { fromLotId: lotId, toLotId: goods.lotId, quantity }, places),
  ])
}

// Into the right lot first: the bag must not look empty between the two.
function throughAssembly(
  itemId: number,
  each: { fromLotId: number; toLotId: number; quantity: number },
  { bag, assembly }: Places,
): Movement[] {
  if (each.fromLotId === each.toLotId) return []
  const goods = { itemId, quantity: each.quantity }
  return [
    { ...goods, lotId: each.toLotId, fromId: assembly, toId: bag },
    { ...goods, lotId: each.fromLotId, fromId: bag, toId: assembly },
  ]
}

function lowering(
  counted: readonly CountedItem[],
  { reasons, places }: Booking,
): readonly Movement[] {
  return counted.flatMap(({ item, missing }) => {
    const reason = reasons.get(item.id) ?? 'unknown'
    const toId = places[reason === 'packed' ? 'feeder' : reason === 'unknown' ? 'lost' : reason]
    return missing.map((part) => ({ itemId: item.id, ...part, fromId: places.bag, toId }))
  })
}

function emptying(
  sheet: readonly CountItem[],
  form: ReturnForm,
  { bag, feeder }: Places,
): readonly Movement[] {
  if (form.left === 'leave') return []
  return sheet.flatMap((each) =>
    countedByLot([each], countsOf(form))
      .filter(({ quantity }) => quantity > 0)
      .map((part) => ({ itemId: each.item.id, ...part, fromId: bag, toId: feeder })),
  )
}

function countsOf({ counts }: ReturnForm): Map<number, number | null> {
  return new Map(counts.map(({ id, row }) => [id, row.counted]))
}

/** What was counted is what the book holds now; anything else is our mistake, and nothing stays. */
async function check(
  tx: Tx,
  { sheet, form }: { readonly sheet: readonly CountItem[]; readonly form: ReturnForm },
  bagId: number,
) {
  const lots = await lotsIn(tx, { locationId: bagId })
  const held = new Map(lots.map(({ lotId, quantity }) => [lotId, quantity]))
  for (const { lotId, quantity } of countedByLot(sheet, countsOf(form))) {
    const expected = form.left === 'leave' ? quantity : 0
    if ((held.get(lotId) ?? 0) !== expected) throw new Error(`lot ${lotId} does not add up`)
    held.delete(lotId)
  }
  if (held.size > 0) throw new Error(`bag ${bagId} holds lots that were not counted`)
}
