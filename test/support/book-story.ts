// The book under random hands: a programme's commands in any order, each sent twice, and after each
// of them every rule of the book. Used by test/ledger/book.test.ts, and by the proof with a seed and a size.
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { lotIds } from '#src/catalog/lots.ts'
import { addDays } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { buildKits } from '#src/kits/build-kits.ts'
import { changeGiven, handOut } from '#src/ledger/hand-out.ts'
import { once } from '#src/ledger/once.ts'
import { type Heading, type Movement, post } from '#src/ledger/post.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { startVisit } from '#src/ledger/start-visit.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { verify } from '#src/ledger/verify.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import { checkOutBag } from '#src/shifts/check-out-bag.ts'
import { checkOutPlan, takeOutKey } from '#src/shifts/check-out-plan.ts'
import { type Reason, reasons } from '#src/shifts/form.ts'
import { checkOutFacts } from '#src/shifts/queries.ts'
import { sheetKey } from '#src/shifts/reconciliation.ts'
import { countSheetOf, returnBag } from '#src/shifts/return-bag.ts'
import { openWorld, setPar, stockUp, type World } from './world.ts'

/** Small numbers that a step turns into choices: which bag, which lot, how many. */
type Chances = (choices: number) => number

type Command = (tx: Tx, recording: Recording) => Promise<unknown>

/** What a step would do; nothing where there is nothing to do it to. */
type Verb = (world: World, chance: Chances) => Promise<Command | null | 0 | undefined>

export type Step = { readonly what: string; readonly chances: readonly number[] }

/** A story of so many steps, drawn by fast-check, which shrinks it when a rule breaks. */
export const story = (steps: number) =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...Object.keys(verbs)),
      chances: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: steps, maxLength: steps },
  )

/**
 * Tells so many random stories, each in a world of its own; what breaks is shrunk to its shortest.
 * @returns how often each step was done
 */
export async function prove({
  seed,
  stories,
  steps,
}: {
  seed: number
  stories: number
  steps: number
}) {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(story(steps), async (told) => {
      const world = await programme()
      try {
        for (const [what, times] of await tell(world, told)) {
          done.set(what, (done.get(what) ?? 0) + times)
        }
      } finally {
        await world.close()
      }
    }),
    // Shrinking a story replays it many times: what is found within the time is short enough.
    { seed, numRuns: stories, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true },
  )
  return done
}

async function programme(): Promise<World> {
  const world = await openWorld()
  await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10, crack: 3 })
  await setPar(world, world.bags.bag2, { cond: 10, cooker: 5 })
  return world
}

/** Tells a story in a world; throws at the first rule that breaks. @returns how often each step was done */
export async function tell(world: World, steps: readonly Step[]): Promise<Map<string, number>> {
  const done = new Map<string, number>()
  for (const [index, step] of steps.entries()) {
    const isDone = await take(world, step)
    if (isDone) done.set(step.what, (done.get(step.what) ?? 0) + 1)
    await keepsItsRules(world, `step ${index}, ${step.what}`)
  }
  return done
}

async function take(world: World, { what, chances }: Step): Promise<boolean> {
  let used = 0
  const chance: Chances = (choices) => (chances[used++ % chances.length] ?? 0) % choices
  const command = await verbs[what]?.(world, chance)
  if (!command) return false
  const recording = world.recording()
  const send = () =>
    world.database.write((tx) => once(tx, recording, chances, () => command(tx, recording)))
  const answer = await send()
  if (answer instanceof Refusal) return false
  const before = await balances(world)
  const again = await send()
  same(again, answer, `${what} sent twice is answered once`)
  same(await balances(world), before, `${what} sent twice counts once`)
  if (what === 'reverse') await restores(world, answer as number[], before)
  return true
}

/** Reversing what was just reversed, and reversing that, comes back to the same book. */
async function restores(world: World, [entryId]: readonly number[], before: unknown) {
  const restored = await world.database.write((tx) => reverse(tx, entryId ?? 0, world.recording()))
  if (restored instanceof Refusal) return
  await world.write((tx) => reverse(tx, restored[0] ?? 0, world.recording()))
  same(await balances(world), before, 'reversing a reversal restores every balance')
}

function same(actual: unknown, expected: unknown, rule: string) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${rule}: ${JSON.stringify(expected)} became ${JSON.stringify(actual)}`)
  }
}

/** Every balance there is. */
async function balances(world: World) {
  return world.database.read(async (db) => ({
    onHand: await db.all(sql`select location_id, lot_id, quantity from on_hand order by 1, 2`),
    consumption: await db.all(
      sql`select day, item_id, venue_id, quantity from consumption_by_day
        where quantity <> 0 order by 1, 2, 3`,
    ),
    out: await db.all(sql`select bag_id, shift_id from bag_out order by 1`),
    unmet: await db.all(sql`select sum(unmet) from stock_by_day`),
  }))
}

async function keepsItsRules(world: World, where: string) {
  const { differences, owing } = await world.database.read(async (db) => ({
    differences: await verify(db),
    owing: await db.all(sql`select location.name_fr, on_hand.quantity from on_hand
      join location on location.id = on_hand.location_id join lot on lot.id = on_hand.lot_id
      where on_hand.quantity < 0 and (location.kind <> 'bag' or lot.kind = 'real'
        or not exists (select 1 from bag_out where bag_id = location.id))`),
  }))
  if (differences.length > 0) throw new Error(`${where}: ${JSON.stringify(differences)}`)
  if (owing.length > 0)
    throw new Error(`${where}: only a bag that is out may owe ${JSON.stringify(owing)}`)
}

const lots = [
  ...[25, 27, 28, 29].map((year) => ({ code: 'cond', year })),
  ...[27, 28].map((year) => ({ code: 'nalox', year })),
  { code: 'cooker', year: 0 },
]

const kitParts = ['stem', 'tube', 'screen', 'push', 'swab'].map((code) => ({ code, quantity: 60 }))

const verbs: Record<string, Verb> = {
  donation: moves('donation', ['donor'], ['central']),
  transfer: moves('transfer', ['central', 'shelves', 'bag1'], ['shelves', 'central', 'bag1']),
  loss: moves('loss', ['central', 'shelves', 'bag2'], ['lost', 'expired', 'damaged']),
  count: moves('count', ['central', 'found', 'shelves'], ['found', 'central']),
  dropIn: moves('hand-out', ['shelves'], ['floor']),

  // Its parts come in first where they are short, so that kits are built at all.
  build: async (world, chance) => {
    const quantity = 1 + chance(4)
    const placeId = world.places.central
    const form = { requestId: '', placeId, quantity }
    if (chance(3) === 0) await stockUp(world, kitParts)
    return (tx, recording) => buildKits(tx, world.item('crack').id, form, recording)
  },

  checkOut: async (world, chance) => {
    const bagId = [world.bags.bag1, world.bags.bag2][chance(2)] ?? 0
    const facts = await world.database.read((db) => checkOutFacts(db, bagId))
    if (!facts) return null
    const plan = checkOutPlan({ ...facts, day: world.today(), amounts: new Map() })
    const form = {
      ...{ requestId: '', bagId, takeOut: takeOutKey(plan) },
      people: [world.people.outreach],
      lines: plan.lines.map(({ item, putIn }) => ({
        id: item.id,
        row: { shown: putIn, amount: chance(4) === 0 ? chance(9) : null },
      })),
    }
    return (tx, recording) => checkOutBag(tx, form, recording)
  },

  stop: async (world, chance) => {
    const shiftId = await anyOf(world, 'shift', chance)
    const venueId = Object.values(world.venues)[chance(3)] ?? 0
    return shiftId && ((tx, recording) => startVisit(tx, { shiftId, venueId }, recording))
  },

  // Of any shift, out or long back: what comes late is a fact like the others.
  handOut: async (world, chance) => {
    const visitId = await anyOf(world, 'visit', chance)
    const lines = Array.from({ length: 1 + chance(2) }, () => ({
      itemId: world.item(lots[chance(lots.length)]?.code ?? '').id,
      quantity: 1 + chance(6),
    }))
    return visitId && ((tx, recording) => handOut(tx, { visitId, lines }, recording))
  },

  less: async (world, chance) => {
    const visitId = await anyOf(world, 'visit', chance)
    const lessOfItemId = world.item(lots[chance(lots.length)]?.code ?? '').id
    const change = { lessOfItemId }
    return visitId && ((tx, recording) => changeGiven(tx, { visitId, change }, recording))
  },

  unmet: async (world, chance) => {
    const visitId = await anyOf(world, 'visit', chance)
    const asked = { itemId: world.item('nalox').id, quantity: 1 + chance(3) }
    return visitId && ((tx, recording) => recordUnmet(tx, { visitId, ...asked }, recording))
  },

  // Counts near what is expected, with a reason for whatever differs.
  bringBack: async (world, chance) => {
    const out = await world.database.read((db) =>
      db.all<{ shiftId: number; bagId: number }>(
        sql`select shift_id as "shiftId", bag_id as "bagId" from bag_out order by 1`,
      ),
    )
    const found = out[chance(Math.max(1, out.length))]
    if (!found) return null
    const { shiftId, bagId } = found
    const sheet = await world.database.read((db) => countSheetOf(db, { id: shiftId, bagId }))
    const rows = sheet.flatMap((each) => each.rows)
    const form = {
      ...{ requestId: '', shiftId, shown: sheetKey(sheet) },
      left: chance(3) === 0 ? ('empty' as const) : ('leave' as const),
      counts: rows.map(({ lotId, expected }) => ({
        id: lotId,
        row: { counted: Math.max(0, expected + (chance(3) === 0 ? chance(5) - 2 : 0)) },
      })),
      reasons: sheet.map(({ item, expected }) => ({
        id: item.id,
        row: { reason: reasonFor(expected, chance) },
      })),
    }
    return (tx, recording) => returnBag(tx, form, recording)
  },

  reverse: async (world, chance) => {
    const entryId = await anyOf(world, 'entry', chance)
    return entryId && ((tx, recording) => reverse(tx, entryId, recording))
  },

  time: async (world, chance) => {
    world.pass(chance(12))
    return null
  },
}

function reasonFor(expected: number, chance: Chances): Reason {
  if (expected < 0) return chance(2) === 0 ? 'packed' : 'unknown'
  return reasons[chance(reasons.length)] ?? 'unknown'
}

/** One of the latest rows, so that things happen to what is still alive; 0 when there is none. */
async function anyOf(world: World, table: 'entry' | 'shift' | 'visit', chance: Chances) {
  const ids = await world.database.read((db) =>
    db.all<{ id: number }>(sql`select id from ${sql.identifier(table)} order by id desc limit 12`),
  )
  return ids[chance(Math.max(1, ids.length))]?.id ?? null
}

/** A movement of one lot between places chosen from two lists, today or some days late. */
function moves(kind: Heading['kind'], from: readonly string[], to: readonly string[]): Verb {
  return async (world, chance) => {
    const places: Record<string, number> = { ...world.places, ...world.bags }
    const fromId = places[from[chance(from.length)] ?? '']
    const toId = places[to[chance(to.length)] ?? '']
    const { code, year } = lots[chance(lots.length)] ?? { code: 'cooker', year: 0 }
    const quantity = 1 + chance(kind === 'donation' ? 60 : 8)
    const happenedOn = addDays(world.today(), -chance(3))
    if (!fromId || !toId || fromId === toId) return null
    return async (tx, recording) => {
      const [lotId = 0] = await lotIds(tx, [lotOf(world, code, year)])
      const movement: Movement = { itemId: world.item(code).id, lotId, fromId, toId, quantity }
      return post(tx, { kind, happenedOn }, [movement], recording)
    }
  }
}

function lotOf(world: World, code: string, year: number) {
  const { id, lots: followed } = world.item(code)
  return {
    ...{ itemId: id, lots: followed, code: followed === 'number' ? `L${year}` : '' },
    expiresOn: year === 0 ? null : `20${year}-12-31`,
  }
}
