// What a report says is what the movements say, whatever people did: added up here from the movements alone, which
// a report never reads.
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOut } from '#src/ledger/items-out.ts'
import { reportPeriod } from '#src/report-period.ts'
import { figuresOf } from '#src/reports/figures.ts'
import { reportFacts } from '#src/reports/queries.ts'
import { story, tell } from '#test/support/book-story.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'
import { built, given } from './story.ts'

const stories = fc.sample(story(60), { seed: 20261123, numRuns: 2 })

test.each(stories.map((steps, index) => [index + 1, steps] as const))(
  'a report is the sum of its movements, story %i',
  async (_, steps) => {
    const world = await openWorld()
    await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10, crack: 3 })
    await setPar(world, world.bags.bag2, { cond: 10, cooker: 5 })
    await stockUp(world, parts)
    await built(world, 'crack', 6)
    await given(world, 'crack', 2, world.today())
    await tell(world, steps)
    const read = { from: '2026-04-01', to: '2027-03-31' }
    const { out } = await world.database.read((db) => itemsOut(db, read))
    const alone = out.filter((each) => each.alone !== 0)
    const inKits = out.filter((each) => each.inKits !== 0)
    expect(alone.length).toBeGreaterThan(2)
    expect(sums(alone, ({ alone }) => alone)).toEqual(await outOfTheBook(world))
    expect(sums(inKits, ({ inKits }) => inKits)).toEqual(await piecesOfTheBook(world))
    expect(await lossesReported(world)).toEqual(await lossesOfTheBook(world))
    await world.close()
  },
)

const parts = ['stem', 'tube', 'screen', 'push', 'swab', 'cond'].map((code) => ({
  ...{ code, quantity: 60 },
}))

type Sums = Record<string, number>

function sums<Row extends { itemId: number; month: string }>(
  rows: readonly Row[],
  read: (row: Row) => number,
): Sums {
  return Object.fromEntries(rows.map((row) => [`${row.itemId} ${row.month}`, read(row)]).sort())
}

type Sum = { readonly key: string; readonly sum: number }

const signed = sql`iif(target.kind = 'venue', movement.quantity, -movement.quantity)`
const reaching = sql`movement join entry on entry.id = entry_id
  join location as source on source.id = from_id join location as target on target.id = to_id`

async function outOfTheBook(world: World): Promise<Sums> {
  return asked(
    world,
    sql`select item_id || ' ' || substr(happened_on, 1, 7) as key, sum(${signed}) as sum
      from ${reaching} where 'venue' in (source.kind, target.kind) group by 1 having sum(${signed}) <> 0`,
  )
}

async function piecesOfTheBook(world: World): Promise<Sums> {
  return asked(
    world,
    sql`select component_id || ' ' || substr(happened_on, 1, 7) as key,
        sum(${signed} * recipe_line.quantity) as sum
      from ${reaching}
      join lot on lot.id = lot_id
      join recipe_line on recipe_line.recipe_id = coalesce(lot.recipe_id,
        (select id from recipe where kit_id = movement.item_id order by number desc limit 1))
      where 'venue' in (source.kind, target.kind) group by 1 having sum <> 0`,
  )
}

async function lossesOfTheBook(world: World): Promise<Sums> {
  return asked(
    world,
    sql`select place.role as key,
        sum(iif(place.id = to_id, quantity, -quantity) * iif(place.role = 'found', -1, 1)) as sum
      from movement join location as place on place.id in (from_id, to_id) and place.kind = 'loss'
      group by 1 having sum <> 0`,
  )
}

async function lossesReported(world: World): Promise<Sums> {
  const period = reportPeriod('year', '2026-11', 4)
  const facts = await world.database.read((db) =>
    reportFacts(db, {
      periods: { current: period, before: period },
      read: period,
      today: world.today(),
    }),
  )
  const lines = figuresOf(facts).sections.find(({ id }) => id === 'losses')?.lines ?? []
  return Object.fromEntries(
    lines
      .map(({ about, counts }) => [
        about.of === 'loss' ? about.role : '',
        counts.reduce((all, count) => all + count, 0),
      ])
      .sort(),
  )
}

async function asked(world: World, query: ReturnType<typeof sql>): Promise<Sums> {
  const rows = await world.database.read((db) => db.all<Sum>(query))
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]).sort())
}
