// No page reads more because years have passed: every statement of these pages finds its rows of the
// book, of its rollups and of its facts by an index.
import { type Client, createClient, type InStatement } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { advisedAnew, itemsOfTurn } from '#src/advice/advised-items.ts'
import { log } from '#src/db/change-log.ts'
import { supplierOf } from '#test/orders/story.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { freshFile, openWorld, type World } from '#test/support/world.ts'

let world: World
let cactus: number
let sam: Awaited<ReturnType<typeof clientOf>>
let chloe: typeof sam
let statements: InStatement[]
// Another database of the same tables, to ask how a statement would be answered.
let planner: Client

beforeEach(async () => {
  world = await openWorld()
  await ledger(world, 'opening -> central cooker 50 / central -> bag1 cooker 20')
  await ledger(world, 'bag1 -> sky cooker 3')
  cactus = await supplierOf(world, { supplies: { cooker: {} } })
  sam = await clientOf(world, 'stock')
  chloe = await clientOf(world, 'coordinator')
  const line = { 'lines.0.item': 'cooker', 'lines.0.quantity': '100', 'lines.0.pack': '' }
  await sam.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
  // What is reckoned of every item is looked at on its own, below.
  await sam.get(pathOf('/items/{cooker}/what-if'))
  statements = await listenedTo(world)
  planner = createClient({ url: (await freshFile()).url })
})
afterEach(async () => {
  planner.close()
  await world.close()
})

/** Every statement the app sends from now on. */
async function listenedTo({ database }: World): Promise<InStatement[]> {
  const heard: InStatement[] = []
  await database.alone(async ({ $client }) => {
    const execute = $client.execute.bind($client) as (
      statement: InStatement,
    ) => ReturnType<typeof $client.execute>
    $client.execute = (statement: InStatement) => {
      heard.push(statement)
      return execute(statement)
    }
  })
  return heard
}

/** The tables that grow with time, and the names statements give them. */
const growing = [
  ...['movement', 'entry', 'entry_trace', 'consumption_by_day', 'stock_by_day', 'visit'],
  ...['observation', 'unmet', 'request', 'change_log', 'shift', 'shift_person'],
  ...['kit_use_by_day', 'loss_by_day', 'recovery', 'clean_up', 'donation'],
  ...['later', 'seen', 'undone', 'given', 'latest'],
]

/** What a statement would read from end to end, of the tables that grow. */
async function scans(statement: InStatement): Promise<string[]> {
  const { sql, args } = statement as { sql: string; args: never[] }
  if (!/^\s*\(?(?:select|with)\b/i.test(sql)) return []
  const plan = await planner.execute({ sql: `explain query plan ${sql}`, args })
  return plan.rows
    .map(({ detail }) => String(detail))
    .filter((detail) => growing.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail)))
    .map((detail) => `${detail} in ${sql}`)
}

const pages = [
  '/stock',
  '/stock?q=c&category=injection&place=1&expiring=on',
  '/stock.csv',
  '/items/{cooker}',
  '/items/{cooker}?weeks=104',
  '/items/{bread}',
  '/items/{cooker}/entries',
  '/late-entry',
  '/late-entry?before=9',
  '/events',
  '/items/{cooker}/entries?before=3',
  '/items/{cooker}/entries?donated=2026-01-01&before=9',
  '/items/{cooker}/unmet',
  '/items/{cooker}/unmet?stream=outreach&from=2026-11-01&to=2026-11-30&before=3',
  '/entries/3',
  '/search?q=c',
  '/alerts',
  '/alerts.csv',
  '/alerts?level=soon&category=injection&stream=outreach',
  '/alerts?level=snoozed',
  '/alerts/{cooker}/snooze',
  '/alerts/expiry',
  '/orders',
  '/orders/new?item={cooker}',
  '/orders/calendar',
  '/orders/suppliers/{cactus}',
  '/orders/1',
  '/orders/1/lines.csv',
  '/venues',
  '/venues?kind=bar',
  '/venues/{sky}',
  '/venues/{sky}?before=1',
  '/distribution',
  '/distribution?from=2025-12-01&to=2026-11-23&by=venue&stream=outreach',
  '/distribution.csv',
  '/distribution/entries?item={cooker}&venue={sky}&from=2026-11-01&to=2026-11-30',
  '/distribution/entries?item={cooker}&kind=bar&from=2026-11-01&to=2026-11-30&before=9',
  '/reports',
  '/reports?length=month&month=2026-10',
  '/reports.csv?length=quarter&month=2026-10',
  '/reports/sheet',
]

function pathOf(page: string): string {
  return page
    .replace('{sky}', String(world.venues.sky))
    .replace('{cactus}', String(cactus))
    .replace(/\{(\w+)\}/, (_, code) => String(world.item(code).id))
}

// Two of them are who is asking and what they can undo.
const most = 8

test.each(pages)('%s finds its rows by an index, in few statements', async (page) => {
  const reader = page.startsWith('/reports') ? chloe : sam
  // What leaves is written down first.
  const { location } = await reader.post('/exports', { path: pathOf(page) })
  statements.splice(0)
  expect((await reader.get(location ?? pathOf(page))).status).toBe(200)
  const asked = statements.splice(0)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.length).toBeLessThanOrEqual(most)
  const found = (await Promise.all(asked.map(scans))).flat()
  expect(found, found.join('\n')).toEqual([])
})

test('after a write a page reads what has moved by an index, in few statements', async () => {
  const omar = await clientOf(world, 'outreach')
  const card = pathOf('/items/{cooker}')
  await sam.get(card)
  await ledger(world, 'bag1 -> sky cooker 3')
  statements.splice(0)
  for (const person of [sam, omar]) expect((await person.get(card)).status).toBe(200)
  const asked = statements.splice(0)
  expect(asked.length).toBeLessThanOrEqual(2 * 6)
  expect((await Promise.all(asked.map(scans))).flat()).toEqual([])
})

test('after an edit every item is reckoned anew by an index, a few in a turn', async () => {
  const cooker = { code: 'cooker', nameFr: 'Réchaud', nameEn: 'Cooker' }
  await world.write((tx) =>
    log(tx, { tableName: 'item', rowId: 1, before: null, after: cooker }, world.recording()),
  )
  statements.splice(0)
  expect((await sam.get('/alerts')).status).toBe(200)
  const asked = statements.splice(0)
  const { size } = await advisedAnew(world.database, { today: world.today() })
  expect(asked.length).toBeLessThanOrEqual(most + 2 * Math.ceil((size + 1) / itemsOfTurn))
  expect((await Promise.all(asked.map(scans))).flat()).toEqual([])
})

test.each(['entry', 'unmet', 'observation', 'recovery', 'bin_event'])(
  'nearly all of %s takes nothing back: no row is looked for by that',
  async (table) => {
    const standing = `select id from ${table} where id > 5 and reverses_id is null`
    const { rows } = await planner.execute(`explain query plan ${standing}`)
    expect(rows.map(({ detail }) => String(detail)).join()).toContain('PRIMARY KEY')
  },
)

test('a statement that reads the whole book would be noticed', async () => {
  const found = await scans({ sql: 'select sum(quantity) from movement', args: [] })
  expect(found).toHaveLength(1)
})
