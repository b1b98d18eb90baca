// Counts: the stockroom and the shelves once a month, a few lots a unit or two off; one is under way.
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { postStocktake } from '#src/stocktakes/post-stocktake.ts'
import { sheetLines } from '#src/stocktakes/queries.ts'
import { saveCounts } from '#src/stocktakes/save-counts.ts'
import { sheetRows } from '#src/stocktakes/sheet-rows.ts'
import { startStocktake } from '#src/stocktakes/start-stocktake.ts'
import { placeOf, recordingAt, type Scene } from './scene.ts'

/** The second Friday of a month the stockroom, the third the shelves. */
export async function countsOf(tx: Tx, scene: Scene, day: Day) {
  if (weekdayOf(day) !== 5) return
  const week = Math.ceil(Number(day.slice(8)) / 7)
  if (week !== 2 && week !== 3) return
  const place = week === 2 ? 'central' : 'drop-in-shelves'
  const stocktakeId = await count(tx, scene, { place, day, share: 1 })
  await postStocktake(tx, stocktakeId, recordingAt(scene, { day, time: '12:50', by: 'Sam' }))
}

/** Begins the count of the clothing and hygiene of the shelves, and leaves it half done. */
export async function beginCount(tx: Tx, scene: Scene, day: Day) {
  await count(tx, scene, { place: 'drop-in-shelves', day, share: 0.5 })
}

type Count = {
  readonly place: string
  readonly day: Day
  /** Of what is there. */
  readonly share: number
}

async function count(tx: Tx, scene: Scene, { place, day, share }: Count): Promise<number> {
  const { random } = scene
  const recording = recordingAt(scene, { day, time: '12:20', by: 'Sam' })
  const locationId = placeOf(scene, place)
  const { stocktakeId } = await startStocktake(tx, locationId, recording)
  const lines = await sheetLines(tx, stocktakeId, locationId)
  const rows = sheetRows(lines).filter(({ now }) => now > 0)
  const counted = rows.slice(0, Math.ceil(rows.length * share)).map(({ lotId, now }) => {
    const off = random.chance(0.07) ? random.between(-3, 2) : 0
    return [`l${lotId}`, Math.max(0, now + off)] as const
  })
  const form = {
    requestId: random.uuid(),
    asOf: null,
    counts: Object.fromEntries(counted),
    lines: [],
  }
  await saveCounts(tx, stocktakeId, form)
  return stocktakeId
}
