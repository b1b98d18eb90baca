// Phones send what they hold in any order, and again when they are not sure. Whatever order the same
// requests arrive in, and however often, the book ends in one state.
import { sql } from 'drizzle-orm'
import { addDays } from '#src/day.ts'
import { once } from '#src/ledger/once.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { verify } from '#src/ledger/verify.ts'
import { numbersFrom } from '#test/planning/made-history.ts'
import { builtInLot, openWorld, stockUp, type World } from '#test/support/world.ts'
import { type Proof, type Report, together } from './report.ts'

type Delivery = {
  readonly requestId: string
  readonly movements: readonly Movement[]
  readonly daysAgo: number
}

const deliveriesOfAHistory = 24

/** Size: how many histories, each told in order and in two other ways. */
export const replay: Proof = async ({ seed, size }) => {
  const random = numbersFrom(seed)
  const reports: Report[] = []
  for (let history = 1; history <= size; history++) reports.push(await oneHistory(random))
  return together(reports)
}

async function oneHistory(random: () => number): Promise<Report> {
  const numbers = Array.from({ length: deliveriesOfAHistory * 3 }, random)
  const inOrder = await told(numbers, (deliveries) => deliveries)
  const states = [inOrder]
  for (let way = 1; way <= 2; way++) {
    states.push(await told(numbers, (deliveries) => disordered(deliveries, random)))
  }
  const differences = states.flatMap(({ differences }) => differences)
  const others = states.filter(({ state }) => state !== inOrder.state)
  return {
    did: { histories: 1, sent: states.reduce((sum, { sent }) => sum + sent, 0) },
    wrong: [
      ...differences.map((each) => `verify: ${JSON.stringify(each)}`),
      ...others.map(({ state }) => `another state: ${state}\n        in order: ${inOrder.state}`),
    ],
  }
}

/** Each one to three times, in any order. */
function disordered<T>(sent: readonly T[], random: () => number): T[] {
  return sent
    .flatMap((each) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => each))
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each)
}

async function told(
  numbers: readonly number[],
  arrange: (deliveries: readonly Delivery[]) => readonly Delivery[],
) {
  const world = await openWorld()
  await stockUp(world, [
    { code: 'stem', quantity: 1000, on: '2026-10-01' },
    { code: 'stem', quantity: 1000, on: '2026-10-01', placeId: world.bags.bag1 },
  ])
  const deliveries = arrange(await historyOf(world, numbers))
  for (const delivery of deliveries) await deliver(world, delivery)
  const [row] = await world.database.read((db) => db.all<{ state: string }>(stateOfTheBook))
  const differences = await world.database.read(verify)
  await world.close()
  return { state: row?.state ?? '', differences, sent: deliveries.length }
}

/** Hand-outs, transfers and what was found, some of it late, on the days it happened. */
async function historyOf(world: World, numbers: readonly number[]): Promise<Delivery[]> {
  const { central, shelves, found } = world.places
  const { bag1 } = world.bags
  const { sky, park } = world.venues
  const ways = [
    ...[
      [bag1, sky],
      [bag1, park],
      [central, shelves],
      [central, bag1],
      [bag1, central],
    ],
    ...[
      [found, central],
      [sky, bag1],
    ],
  ]
  const stem = { itemId: world.item('stem').id, lotId: await builtInLot(world, 'stem') }
  return Array.from({ length: deliveriesOfAHistory }, (_, index) => {
    const [way = 0, amount = 0, age = 0] = numbers.slice(index * 3)
    const [fromId = bag1, toId = sky] = ways[Math.floor(way * ways.length)] ?? []
    return {
      requestId: `request-${index}`,
      movements: [{ ...stem, fromId, toId, quantity: 1 + Math.floor(amount * 20) }],
      daysAgo: Math.floor(age * 30),
    }
  })
}

async function deliver(world: World, { requestId, movements, daysAgo }: Delivery) {
  const recording = world.recording(requestId)
  const happenedOn = addDays(world.today(), -daysAgo)
  await world.write((tx) =>
    once(tx, recording, { requestId, movements }, async () => {
      const id = await post(tx, { kind: 'transfer', happenedOn }, movements, recording)
      // One in six was a mistake, and whoever made it took it back at once.
      const undo = world.recording(`${requestId}-undone`)
      return Number(requestId.at(-1)) % 6 === 0 ? reverse(tx, id, undo) : [id]
    }),
  )
}

const stateOfTheBook = sql`
  select json_object(
    'requests', (select json_group_array(request_id) from (select request_id from entry order by request_id, part)),
    'on hand', (select json_group_array(json_array(location_id, lot_id, quantity))
      from (select * from on_hand order by location_id, lot_id)),
    'consumption', (select json_group_array(json_array(day, stream, item_id, venue_id, quantity))
      from (select * from consumption_by_day where quantity <> 0 order by day, stream, item_id, venue_id)),
    'days', (select json_group_array(json_array(item_id, stream, day, opening, closing, unmet))
      from (select * from stock_by_day order by item_id, stream, day))
  ) as state`
