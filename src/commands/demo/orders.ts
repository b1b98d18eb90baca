// Orders on each supplier's day, and what comes of them: in time or late, whole, in parts, or short.
import { eq } from 'drizzle-orm'
import { pricedAs } from '#src/catalog/line-form.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { order } from '#src/db/schema/index.ts'
import { onOrder } from '#src/ledger/on-order.ts'
import { closeOrder } from '#src/orders/end-order.ts'
import { lastChangeOfOrder } from '#src/orders/order-at-work.ts'
import { receiveOrder } from '#src/orders/receive-order.ts'
import { sendOrder } from '#src/orders/send-order.ts'
import { draftOrder } from '#src/orders/write-draft.ts'
import { packsFor } from '#src/quantity.ts'
import { type DemoSupplier, priceIn, suppliers } from './cast.ts'
import { incoming } from './lots.ts'
import { itemOf, onShelves, placeOf, recordingAt, type Scene } from './scene.ts'
import { useOf } from './weekly-use.ts'

/** How much more than the usual use people order, to be on the safe side. */
const caution = 1.3

type Shortage = { readonly code: string; readonly from: number; readonly to: number }

/** What was ordered and did not come for a while, in days before the end. */
const shortages: readonly Shortage[] = [
  { code: 'nalox', from: 330, to: 285 },
  { code: 'juice', from: 190, to: 165 },
  { code: 'lube', from: 430, to: 400 },
]

/** What nobody has thought of ordering lately. */
const forgotten: readonly Shortage[] = [
  { code: 'energy', from: 75, to: 0 },
  { code: 'bin14', from: 95, to: 0 },
]

/** Writes, sends, and sets in motion the orders of a day. */
export async function ordersOf(tx: Tx, scene: Scene, { day, last }: { day: Day; last: Day }) {
  const today = suppliers.filter((supplier) => isOrderDay(supplier, { day, last }))
  for (const supplier of today) {
    const lines = await wanted(tx, scene, { supplier, day, last })
    if (lines.length > 0) await placeOrder(tx, scene, { supplier, lines, day, last })
  }
}

/** Whether orders of this supplier go on this day. */
export function isOrderDay(
  supplier: DemoSupplier,
  { day, last }: { day: Day; last: Day },
): boolean {
  const index = suppliers.indexOf(supplier)
  // Weeks are counted from the end, so that what is on its way then does not depend on the beginning.
  const week = Math.floor(daysBetween(day, last) / 7) - Math.floor(index / 2)
  // Each supplier has its weekday: Monday for the first, Tuesday for the second …
  return weekdayOf(day) === index + 1 && week % (supplier.reviewDays / 7) === 0
}

type Line = { readonly code: string; readonly quantity: number }

type Wanting = { readonly supplier: DemoSupplier; readonly day: Day; readonly last: Day }

async function wanted(db: Db, scene: Scene, { supplier, day, last }: Wanting): Promise<Line[]> {
  const shelf = await onShelves(db, scene, day)
  const coming = await onOrder(db)
  const weeks = (supplier.leadTimeDays + supplier.reviewDays) / 7 + 1
  const codes = Object.keys(supplier.supplies).filter(
    (code) => !forgotten.some((each) => each.code === code && isDuring(each, { day, last })),
  )
  return codes.flatMap((code) => {
    const { id } = itemOf(scene, code)
    const ordered = coming.filter(({ itemId }) => itemId === id)
    const there = ordered.reduce((sum, { quantity }) => sum + quantity, 0)
    const have = there + shelf('central', code) + shelf('drop-in-shelves', code)
    const short = Math.ceil(useOf(code) * weeks * caution - have)
    return short > 0 ? [{ code, quantity: inPacks(scene, code, short) }] : []
  })
}

/** Whole packs, of the largest size that does not bring twice what is wanted, or of the smallest. */
function inPacks(scene: Scene, code: string, quantity: number): number {
  const sizes = itemOf(scene, code).packs.map(({ size }) => size)
  const smallest = sizes.length > 0 ? Math.min(...sizes) : 1
  const size = Math.max(smallest, ...sizes.filter((each) => each <= quantity * 2))
  return packsFor(quantity, size) * size
}

type Placing = {
  readonly supplier: DemoSupplier
  readonly lines: readonly Line[]
  readonly day: Day
  readonly last: Day
}

async function placeOrder(tx: Tx, scene: Scene, { supplier, lines, day, last }: Placing) {
  const drafting = recordingAt(scene, { day, time: '09:15', by: 'Chloé' })
  const orderId = await draftOrder(
    tx,
    {
      ...{ requestId: drafting.requestId, supplier: supplier.name },
      lines: lines.map(({ code, quantity }, index) => ({
        row: {
          ...{ item: itemOf(scene, code), quantity },
          ...pricedAs({ price: priceIn(supplier, code), priceFor: 1 }),
        },
        index,
      })),
    },
    drafting,
  )
  const sending = recordingAt(scene, { day, time: '11:05', by: 'Chloé' })
  const { requestId } = sending
  const seen = await seenOf(tx, orderId)
  await sendOrder(tx, { orderId, requestId, seen, sentOn: day, expectedOn: null }, sending)
  setInMotion(scene, { orderId, supplier, lines, day, last })
}

type Sent = Placing & { readonly orderId: number }

/** Most of an order comes about when it should; the rest of it later, or never. */
function setInMotion(scene: Scene, sent: Sent) {
  const { random, agenda } = scene
  const late = random.chance(0.2) ? random.between(3, 9) : random.between(-1, 2)
  const comesOn = addDays(sent.day, Math.max(2, sent.supplier.leadTimeDays + late))
  const parts = sent.lines
    .filter(({ code }) => !isShort(code, sent))
    .map((line) => ({ ...line, ...partsOf(scene, line) }))
  const rests = parts.filter(({ rest }) => rest > 0)
  const restOn = addDays(comesOn, random.between(6, 16))

  agenda.plan(comesOn, (tx, day) => receive(tx, scene, { ...sent, day, lines: parts }))
  if (rests.length === 0 && parts.length === sent.lines.length) return
  if (rests.length > 0 && random.chance(0.65)) {
    const lines = rests.map(({ code, rest }) => ({ code, quantity: rest }))
    agenda.plan(restOn, (tx, day) => receive(tx, scene, { ...sent, day, lines }))
  }
  agenda.plan(addDays(restOn, 12), (tx, day) => close(tx, scene, { ...sent, day }))
}

/** What comes first of a line and what stays owing, in whole packs. */
function partsOf(scene: Scene, { code, quantity }: Line) {
  const { random } = scene
  const share = random.chance(0.75) ? 1 : random.between(5, 9) / 10
  const first = Math.min(quantity, inPacks(scene, code, Math.ceil(quantity * share)))
  return { quantity: first, rest: quantity - first }
}

function isShort(code: string, { day, last }: Placing): boolean {
  return shortages.some((each) => each.code === code && isDuring(each, { day, last }))
}

function isDuring({ from, to }: Shortage, { day, last }: { day: Day; last: Day }): boolean {
  const left = daysBetween(day, last)
  return left <= from && left >= to
}

async function receive(tx: Tx, scene: Scene, { orderId, lines, day }: Sent) {
  if (lines.length === 0) return
  const recording = recordingAt(scene, { day, time: '11:40', by: 'Sam' })
  const rows = lines.map(({ code, quantity }, index) => ({
    row: incoming(scene, { code, quantity, day }),
    index,
  }))
  const placeId = placeOf(scene, 'central')
  const { requestId } = recording
  await receiveOrder(tx, { orderId, requestId, receivedOn: day, placeId, lines: rows }, recording)
}

/** Closes what is still open: the rest will not come. */
async function close(tx: Tx, scene: Scene, { orderId, day }: Sent) {
  const isOpen = (await onOrder(tx)).some((each) => each.orderId === orderId)
  if (!isOpen) return
  const recording = recordingAt(scene, { day, time: '15:30', by: 'Chloé' })
  await closeOrder(tx, { orderId, seen: await seenOf(tx, orderId) }, recording)
}

async function seenOf(db: Db, orderId: number): Promise<number> {
  const [found] = await db
    .select({ seen: lastChangeOfOrder })
    .from(order)
    .where(eq(order.id, orderId))
  return found?.seen ?? 0
}
