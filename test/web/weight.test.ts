import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { item, lot } from '#src/db/schema/index.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

// What a phone with bad signal has to bring over, compressed. A page that is too heavy is paged or made lighter.
const firstVisit = 60_000
const mostRequests = 6
const repeatPage = 14_000

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

function weight(text: string): number {
  return gzipSync(text).length
}

test('a first visit is six requests and 60 kB at most', async () => {
  const stranger = await clientOf(world, null)
  const { text } = await stranger.get('/sign-in')
  const files = [
    ...new Set(
      [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''),
    ),
  ]
  const bodies = await Promise.all(files.map((path) => stranger.get(path)))
  const total = [text, ...bodies.map((file) => file.text)].reduce(
    (sum, each) => sum + weight(each),
    0,
  )
  expect(files.length + 1).toBeLessThanOrEqual(mostRequests)
  expect(total).toBeLessThanOrEqual(firstVisit)
})

/** A hundred items, each handed out on its own way for eight weeks. */
async function aHundredItems() {
  const { central, opening } = world.places
  await world.write(async (tx) => {
    const made = await tx
      .insert(item)
      .values(
        Array.from({ length: 100 }, (_, number) => ({
          ...{ code: `i${number}`, nameEn: `Item number ${number}`, nameFr: `Article ${number}` },
          ...{ unitEn: 'unit', unitFr: 'unité', category: 'hygiene' as const },
          ...{ tracking: 'exact' as const, lots: 'none' as const, expiry: 'none' as const },
        })),
      )
      .returning()
    const lots = await tx
      .insert(lot)
      .values(made.map(({ id }) => ({ itemId: id, kind: 'untracked' as const })))
      .returning()
    const move = (fromId: number, toId: number, units: (index: number) => number) =>
      lots.map(
        ({ id, itemId }, index): Movement => ({
          ...{ itemId, lotId: id, fromId, toId, quantity: units(index) },
        }),
      )
    const days = Array.from({ length: 56 }, (_, index) => addDays(world.today(), index - 56))
    const first = { kind: 'opening' as const, happenedOn: days[0] ?? '' }
    await post(
      tx,
      first,
      move(opening, central, () => 3000),
      world.recording(),
    )
    for (const [day, happenedOn] of days.entries()) {
      const given = move(central, world.venues.sky, (index) => 1 + ((index * 7 + day * 11) % 50))
      await post(tx, { kind: 'hand-out', happenedOn }, given, world.recording())
    }
  })
}

test('a page of a hundred items or entries is 14 kB at most', async () => {
  await aHundredItems()
  const chloe = await clientOf(world, 'coordinator')
  const [first] = await world.database.read((db) => db.select().from(item).limit(1))
  const id = (first?.id ?? 0) + 60
  const paths = [
    ...[
      '/stock',
      '/alerts',
      '/catalogue',
      '/changes',
      '/distribution',
      '/orders/new',
      '/search?q=item',
    ],
    ...[`/items/${id}`, `/items/${id}?weeks=52`, `/items/${id}/entries`, '/stocktakes', '/venues'],
  ]
  const weights = await Promise.all(
    paths.map(async (path) => [path, weight((await chloe.get(path)).text)] as const),
  )
  expect(weights.filter(([, bytes]) => bytes > repeatPage)).toEqual([])
})
