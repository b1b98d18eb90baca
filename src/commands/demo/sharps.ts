// Used sharps: bins at venues and their swaps, what comes back at the drop-in and by people, clean-ups.
import { eq } from 'drizzle-orm'
import { addDays, type Day, daysBetween, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { type binType, binType as binTypes } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { placeBin } from '#src/sharps/bins/place-bin.ts'
import { swapBin } from '#src/sharps/bins/swap-bin.ts'
import {
  beginCleanUp,
  editCleanUp,
  recordCollected,
} from '#src/sharps/clean-ups/record-clean-up.ts'
import { recordRecovery } from '#src/sharps/recoveries/record-recovery.ts'
import { busyness, itemOf, placeOf, recordingAt, type Scene } from './scene.ts'
import type { Span } from './settle.ts'

type Bin = {
  readonly venue: string
  /** The code of the container. */
  readonly code: 'bin14' | 'bin5'
  readonly swapEveryDays: number
}

const bins: readonly Bin[] = [
  { venue: 'Motel A', code: 'bin5', swapEveryDays: 28 },
  { venue: 'Motel B', code: 'bin5', swapEveryDays: 28 },
  { venue: 'Hôtel Jade', code: 'bin14', swapEveryDays: 21 },
  { venue: 'Hôtel Roi', code: 'bin14', swapEveryDays: 28 },
  { venue: 'Chambres 12', code: 'bin5', swapEveryDays: 21 },
  { venue: 'Le Repos', code: 'bin14', swapEveryDays: 35 },
  { venue: 'Sous-sol', code: 'bin14', swapEveryDays: 56 },
  { venue: 'Cabine 1', code: 'bin14', swapEveryDays: 42 },
]

/** Bins of the last weeks that nobody has swapped: they are overdue at the end. */
const forgotten = ['Motel B', 'Chambres 12']
const forgottenDays = 40

export function planBins(scene: Scene, { first, last }: Span) {
  for (const [index, bin] of bins.entries()) {
    scene.agenda.plan(addDays(first, 2 + index * 2), async (tx, day) => {
      const { id: typeId } = await typeOf(tx, scene, bin.code)
      const recording = recordingAt(scene, { day, time: '15:10', by: 'Jules' })
      const { requestId } = recording
      const form = { venueId: placeOf(scene, bin.venue), typeId, happenedOn: day, requestId }
      const { swapEveryDays } = bin
      const fromId = await fromCentral(tx, scene, bin.code)
      const { binId } = await placeBin(tx, { ...form, swapEveryDays, fromId }, recording)
      planSwap(scene, { bin, binId, since: day, last })
    })
  }
}

type Standing = {
  readonly bin: Bin
  readonly binId: number
  readonly since: Day
  readonly last: Day
}

function planSwap(scene: Scene, { bin, binId, since, last }: Standing) {
  const { random } = scene
  const on = addDays(since, bin.swapEveryDays + random.between(-3, 4))
  if (forgotten.includes(bin.venue) && daysBetween(on, last) <= forgottenDays) return
  scene.agenda.plan(on, async (tx, day) => {
    const recording = recordingAt(scene, { day, time: '15:40', by: 'Jules' })
    const fillPercent = random.pick([25, 25, 50, 50, 75] as const)
    const form = {
      ...{ requestId: recording.requestId, happenedOn: day, outcome: 'swapped' as const },
      measured: { method: 'container' as const, fillPercent },
      fromId: await fromCentral(tx, scene, bin.code),
    }
    await swapBin(tx, binId, form, recording)
    planSwap(scene, { bin, binId, since: day, last })
  })
}

/** None of ours is left where the stockroom has none. */
async function fromCentral(tx: Tx, scene: Scene, code: string): Promise<number | undefined> {
  const locationId = placeOf(scene, 'central')
  const lots = await lotsIn(tx, { locationId, itemIds: [itemOf(scene, code).id] })
  return lots.some(({ quantity }) => quantity > 0) ? locationId : undefined
}

async function typeOf(tx: Tx, scene: Scene, code: string): Promise<typeof binType.$inferSelect> {
  const [found] = await tx
    .select()
    .from(binTypes)
    .where(eq(binTypes.itemId, itemOf(scene, code).id))
  if (!found) throw new Error(`no kind of bin is ${code}`)
  return found
}

/** What comes back on a day, and the clean-up of a Saturday. */
export async function sharpsOf(tx: Tx, scene: Scene, { day, last }: Span & { readonly day: Day }) {
  const weekday = weekdayOf(day)
  if (weekday === 6 && busyness(scene, 'drop-in', day) > 0) await atDropIn(tx, scene, day)
  if (weekday === 3 || weekday === 5) await byPeople(tx, scene, day)
  if (isCleanUpDay({ day, last })) await cleanUp(tx, scene, { day, last })
}

/** The containers of the week; once a month they are weighed instead. */
async function atDropIn(tx: Tx, scene: Scene, day: Day) {
  const { random } = scene
  const { id: typeId, tareGrams } = await typeOf(tx, scene, 'bin5')
  const isWeighed = Number(day.slice(8)) <= 7
  const measured = isWeighed
    ? { method: 'weight' as const, grams: tareGrams + random.between(350, 900) }
    : { method: 'container' as const, fillPercent: random.pick([25, 50, 75] as const) }
  const recording = recordingAt(scene, { day, time: '21:45', by: 'Chloé' })
  const { requestId } = recording
  const form = { requestId, source: 'drop-in' as const, happenedOn: day }
  await recordRecovery(tx, { ...form, measured, typeId, containers: 1 }, recording)
}

async function byPeople(tx: Tx, scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '17:10', by: 'Tom' })
  const form = { requestId: recording.requestId, source: 'people' as const, happenedOn: day }
  const measured = { method: 'count' as const, count: scene.random.between(3, 26) }
  await recordRecovery(tx, { ...form, measured, typeId: null, containers: 1 }, recording)
}

const sectors = ['A-1', 'C-2', 'B-3', 'D-4', 'A-2', 'B-1'] as const

/** Every second Saturday while there is no snow. */
function isCleanUpDay({ day, last }: { readonly day: Day; readonly last: Day }): boolean {
  const month = Number(day.slice(5, 7))
  const weeks = Math.floor(daysBetween(day, last) / 7)
  return weekdayOf(day) === 6 && month >= 4 && month <= 11 && weeks % 2 === 0
}

async function cleanUp(tx: Tx, scene: Scene, { day, last }: { day: Day; last: Day }) {
  const { random } = scene
  const now = () => recordingAt(scene, { day, time: '14:30', by: 'Kim' })
  const people = random.between(4, 9)
  const sector = sectors[Math.floor(daysBetween(day, last) / 14) % sectors.length] ?? sectors[0]
  const gone = { glovesOut: people + 4, tongsOut: people, containersOut: 3 }
  const begun = now()
  const left = { happenedOn: day, sector, people, ...gone }
  const form = { ...left, requestId: begun.requestId }
  const { cleanUpId } = await beginCleanUp(tx, form, begun)
  const at = { id: cleanUpId, since: null }
  const measured = { method: 'count' as const, count: random.between(8, 47) }
  await recordCollected(tx, at, { measured, typeId: null, containers: 1 }, now())
  // The gear of the last one is still to be counted.
  if (daysBetween(day, last) < 14) return
  const edited = now()
  const { requestId } = edited
  const back = { glovesBack: random.between(0, 4), tongsBack: people, containersBack: 2 }
  await editCleanUp(tx, at, { ...left, ...back, requestId, version: 1 }, edited)
}
