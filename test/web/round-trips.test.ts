import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

// To a server each statement is a round trip of some milliseconds, so what people do all day may not grow
// many of them; and none of it may grow with the number of lines.

const codes = ['cond', 'lube', '1cc', '3cc', 'cooker', 'filter', 'water', 'swab']

let world: World
let sam: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

type Sent = { readonly by: Client; readonly path: string; readonly fields: Record<string, string> }

/** The statements of one request, which must succeed. */
async function cost({ by, path, fields }: Sent): Promise<number> {
  let status = 0
  const sent = await statementsOf(world.database, async () => {
    status = (await by.post(path, fields)).status
  })
  expect(status).toBe(303)
  return sent.length
}

const gift = (lines: readonly string[]): Sent => ({
  by: sam,
  path: '/donations',
  fields: {
    ...{ donor: 'Pharmacie', receivedOn: world.today(), value: '' },
    placeId: String(world.places.central),
    ...Object.fromEntries(
      lines.flatMap((code, row) => [
        [`lines.${row}.item`, code],
        [`lines.${row}.quantity`, '500'],
        [`lines.${row}.pack`, ''],
        [`lines.${row}.lotCode`, 'L1'],
        [`lines.${row}.expiresOn`, '2031-01-31'],
      ]),
    ),
  },
})

const formOn = async (by: Client, page: string, action: string): Promise<Sent> => ({
  ...{ by, path: action },
  fields: fieldsOf((await by.get(page)).text, action),
})

test('a donation takes at most 15 statements, whatever its length', async () => {
  const one = await cost(gift(codes.slice(0, 1)))
  const eight = await cost(gift(codes))
  expect(eight).toBeLessThanOrEqual(15)
  expect(eight).toBeLessThanOrEqual(one + 1)
})

test('a shift takes few statements to go out, to give and to come back, whatever is in the bag', async () => {
  const { bag1, bag2 } = world.bags
  const par = (some: readonly string[]) => Object.fromEntries(some.map((code) => [code, 10]))
  await sam.post('/donations', gift(codes).fields)
  await setPar(world, bag1, par(codes))
  await setPar(world, bag2, par(codes.slice(0, 1)))
  const eight = await shiftOf(bag1, 1)
  const one = await shiftOf(bag2, 2)
  expect(eight).toEqual(one)
  expect(eight.checkOut).toBeLessThanOrEqual(14)
  expect(eight.stop).toBeLessThanOrEqual(9)
  expect(eight.given).toBeLessThanOrEqual(14)
  expect(eight.back).toBeLessThanOrEqual(20)
})

/** What each step of a shift costs; the bag holds what its par list says, and one condom is given. */
async function shiftOf(bagId: number, shift: number) {
  const checkOut = await cost(await formOn(omar, `/bags/${bagId}/check-out`, '/shifts'))
  const stop = await cost({
    ...{ by: omar, path: `/shifts/${shift}/visits` },
    fields: { venueId: String(world.venues.sky) },
  })
  const item = String(world.item('cond').id)
  const given = await cost({ by: omar, path: `/visits/${shift}/hand-outs`, fields: { item } })
  const page = `/shifts/${shift}/return`
  const asShown = { ...(await formOn(omar, page, page)).fields, all: 'on' }
  const all = await omar.post(page, asShown)
  const back = await cost({ by: omar, path: page, fields: fieldsOf(all.text, page) })
  return { checkOut, stop, given, back }
}

test('taking a donation back takes at most 14 statements, whatever its length', async () => {
  const undone = async (donated: readonly string[]) => {
    await cost(gift(donated))
    const [last] = await world.database.read((db) =>
      db.all<{ id: number }>('select max(id) as id from entry'),
    )
    return cost({ by: sam, path: `/entries/${last?.id}/reversal`, fields: {} })
  }
  const eight = await undone(codes)
  expect(eight).toBeLessThanOrEqual(14)
  expect(eight).toBe(await undone(codes.slice(0, 1)))
})
