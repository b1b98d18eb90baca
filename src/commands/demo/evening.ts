// The evenings: shelves are filled up to their list, doors open, and what is given is noted by item.
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { beginNight } from '#src/dropin/tonight.ts'
import { giveFromStockroom } from '#src/ledger/hand-out-from-stockroom.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts } from '#src/ledger/visit.ts'
import { transferStock } from '#src/transfers/transfer-stock.ts'
import { answered, askedFor, lineOf } from './asked.ts'
import { shelvesPar } from './cast.ts'
import { askedAtDropIn, monthRhythm, ordinaryHeadcount, season } from './demand.ts'
import {
  busyness,
  instantOf,
  itemOf,
  onShelves,
  placeOf,
  recordingAt,
  recordingOf,
  type Scene,
  type Shelf,
} from './scene.ts'

const shelves = 'drop-in-shelves'
/** Who notes what is given: the stock manager has gone home. */
const host = 'Chloé'

export async function eveningOf(tx: Tx, scene: Scene, day: Day) {
  const shelf = await onShelves(tx, scene, day)
  const filled = await fillShelves(tx, scene, { shelf, day })
  const at = instantOf(day, '21:30', scene.timeZone)
  await serve(tx, scene, { heads: headcount(scene, day), shelf, filled, at })
}

type Serving = {
  /** People who came. */
  readonly heads: number
  readonly shelf: Shelf
  /** What was put on the shelves before, by item. */
  readonly filled: ReadonlyMap<string, number>
  /** Instant. */
  readonly at: number
}

/** What was asked for and given until then, as a night that was kept on paper is typed in: in one go. */
export async function serve(tx: Tx, scene: Scene, { heads, shelf, filled, at }: Serving) {
  const now = () => recordingOf(scene, { at, by: host })
  const asked = askedFor(scene.random, askedAtDropIn, heads)
  const held = new Map(
    asked.map(({ code }) => [code, shelf(shelves, code) + (filled.get(code) ?? 0)]),
  )
  const { night, shelves: stockroom } = await beginNight(tx, now())
  const answers = answered(asked, held, () => false)
  const lines = answers.filter(({ given }) => given > 0).map((each) => lineOf(scene, each))
  if (lines.length > 0) await giveFromStockroom(tx, { visit: night, stockroom, lines }, now())
  for (const { code, unmet } of answers.filter(({ unmet }) => unmet > 0)) {
    if (!scene.random.chance(0.7)) continue
    const none = { visitId: night.id, itemId: itemOf(scene, code).id, quantity: unmet }
    await recordUnmet(tx, none, now())
  }
  const count = { contacts: heads, version: night.version }
  await countContacts(tx, { visitId: night.id, count }, now())
}

function headcount(scene: Scene, day: Day): number {
  const factor = busyness(scene, 'drop-in', day) * season(day, 'drop-in') * monthRhythm(day)
  return Math.max(6, scene.random.poisson(ordinaryHeadcount * factor))
}

type Filling = { readonly shelf: Shelf; readonly day: Day }

/** @returns what was put on the shelves, by item */
export async function fillShelves(tx: Tx, scene: Scene, { shelf, day }: Filling) {
  const missing = Object.entries(shelvesPar)
    .map(([code, par]) => ({
      code,
      quantity: Math.min(par - shelf(shelves, code), shelf('central', code)),
    }))
    .filter(({ quantity }) => quantity > 0)
  const filled = new Map(missing.map(({ code, quantity }) => [code, quantity]))
  if (missing.length === 0) return filled
  const recording = recordingAt(scene, { day, time: '16:40', by: 'Sam' })
  const places = { fromId: placeOf(scene, 'central'), toId: placeOf(scene, shelves) }
  const lines = missing.map(({ code, quantity }, index) => ({
    row: { item: itemOf(scene, code), quantity },
    index,
  }))
  const form = { requestId: recording.requestId, happenedOn: day, ...places, lines }
  await transferStock(tx, form, recording)
  return filled
}
