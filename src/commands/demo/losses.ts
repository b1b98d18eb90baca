// What is thrown away: past its date, once a month; and now and then a box that fell.
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { type LotInPlace, lotsIn } from '#src/ledger/on-hand.ts'
import { lastUsableDay } from '#src/ledger/pick.ts'
import type { LossReason } from '#src/transfers/form.ts'
import { recordLoss } from '#src/transfers/record-loss.ts'
import { placeOf, recordingAt, type Scene } from './scene.ts'

export async function lossesOf(tx: Tx, scene: Scene, day: Day) {
  const isFirstTuesday = weekdayOf(day) === 2 && Number(day.slice(8)) <= 7
  if (isFirstTuesday) {
    await throwAwayPast(tx, scene, { place: 'central', day })
    await throwAwayPast(tx, scene, { place: 'drop-in-shelves', day })
  }
  if (scene.random.chance(1 / 25)) await dropSomething(tx, scene, day)
}

type Where = { readonly place: string; readonly day: Day }

async function throwAwayPast(tx: Tx, scene: Scene, { place, day }: Where) {
  const lots = await lotsIn(tx, { locationId: placeOf(scene, place) })
  const gone = lots.filter((lot) => {
    // Condoms in their last year are kept for demonstrations.
    const last = lastUsableDay({ ...lot, minimumLifeDays: 0 })
    return lot.heldOn === null && last !== null && last < day
  })
  await lose(tx, scene, { place, day, gone, reason: 'expired' })
}

async function dropSomething(tx: Tx, scene: Scene, day: Day) {
  const place = 'central'
  const lots = await lotsIn(tx, { locationId: placeOf(scene, place) })
  const some = lots.filter(({ quantity }) => quantity > 60)
  if (some.length === 0) return
  const lot = scene.random.pick(some)
  const gone = [{ ...lot, quantity: scene.random.between(2, 12) }]
  await lose(tx, scene, { place, day, gone, reason: 'damaged' })
}

export type Lost = Where & { readonly gone: readonly LotInPlace[]; readonly reason: LossReason }

export async function lose(tx: Tx, scene: Scene, { place, day, gone, reason }: Lost) {
  if (gone.length === 0) return
  const items = new Map([...scene.items.values()].map((each) => [each.id, each]))
  const lines = gone.flatMap(({ itemId, lotId, quantity }, index) => {
    const item = items.get(itemId)
    return item ? [{ row: { item, quantity, lotId }, index }] : []
  })
  const recording = recordingAt(scene, { day, time: '15:10', by: 'Sam' })
  const { requestId } = recording
  const form = { requestId, placeId: placeOf(scene, place), reason, happenedOn: day, lines }
  await recordLoss(tx, form, recording)
}
