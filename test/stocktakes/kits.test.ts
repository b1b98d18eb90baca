import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let kit: number

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  kit = world.item('crack').id
  await ledger(
    world,
    'donor -> central stem 40, tube 500, screen 40, push 40, swab 80, C28 40, C29 80',
  )
  for (const quantity of ['3', '5']) await build(quantity)
  await sam.post('/stocktakes', { placeId: String(world.places.central) })
})
afterEach(async () => {
  expect(await world.database.read(verify)).toEqual([])
  await world.close()
})

const build = (quantity: string) =>
  sam.post(`/kits/${kit}/builds`, { quantity, placeId: String(world.places.central) })

const kits = async () => {
  const at = { locationId: world.places.central, itemIds: [kit] }
  const lots = await world.database.read((db) => lotsIn(db, at))
  return lots.map(({ code, quantity }) => `${code.slice('K-2026-11-'.length)}: ${quantity}`)
}

/** The fields of the sheet, by the name beside each. */
const fieldsNamed = async (name: string) => {
  const { text } = await sam.get('/stocktakes/1')
  return [...text.matchAll(/<label for="(counts-l\d+)">([^<]*)/g)]
    .filter(([, , label]) => label === name)
    .map(([, id = '']) => id.replace('-', '.'))
}

const count = async (counted: string) => {
  const [field = ''] = await fieldsNamed('Safer-crack kit')
  return sam.post('/stocktakes/1/lines', { [field]: counted })
}

describe('the kits of two builds', () => {
  test('are one line of a count, without the number that is on no kit', async () => {
    expect(await kits()).toEqual(['23: 3', '23-2: 5'])
    expect(await fieldsNamed('Safer-crack kit')).toHaveLength(1)
    expect((await sam.get('/stocktakes/1')).text).not.toContain('K-2026')
    expect(await fieldsNamed('External condom')).toHaveLength(2)
  })

  test.each([
    ['8', ['23: 3', '23-2: 5']],
    ['6', ['23: 1', '23-2: 5']],
    ['4', ['23-2: 4']],
    ['0', []],
    ['9', ['23: 4', '23-2: 5']],
  ])('counted as %s are less of what was given first, or more of it', async (counted, left) => {
    expect((await count(counted)).status).toBe(303)
    await sam.post('/stocktakes/1/posting', {})
    expect(await kits()).toEqual(left)
  })

  test('that differ are one row of what differs', async () => {
    await count('6')
    const { text } = await sam.get('/stocktakes/1')
    expect(text).toContain('−2')
    expect(text.match(/href="\/items\/\d+">Safer-crack kit</g)).toHaveLength(1)
  })

  test('that others join after the count are counted again', async () => {
    await count('8')
    expect((await sam.get('/stocktakes/1')).text).not.toContain('count it again')
    await build('2')
    expect((await sam.get('/stocktakes/1')).text).toContain('count it again')
    await count('10')
    await sam.post('/stocktakes/1/posting', {})
    expect((await kits()).map((each) => Number(each.split(': ')[1]))).toEqual([3, 5, 2])
  })

  test('of which one is held are two lines: what is held lies apart', async () => {
    const lots = await lotsOfKit()
    const { lotId = 0 } = lots[0] ?? {}
    const form = { version: '1', reason: 'Torn', requestId: crypto.randomUUID() }
    expect((await sam.post(`/lots/${lotId}/hold`, form)).status).toBe(303)
    expect(await fieldsNamed('Safer-crack kit')).toHaveLength(2)
  })

  test('are one line in a bag', async () => {
    const omar = await clientOf(world, 'outreach')
    const { bag1 } = world.bags
    const lots = await lotsOfKit()
    await world.write(async (tx) => {
      const places = { fromId: world.places.central, toId: bag1, itemId: kit }
      const goods = lots.map(({ lotId, quantity }) => ({ ...places, lotId, quantity }))
      await post(tx, { kind: 'transfer', happenedOn: world.today() }, goods, world.recording())
    })
    const { text } = await omar.get(`/bags/${bag1}`)
    expect(text).toContain('8 kits')
    expect(text).not.toContain('K-2026')
  })
})

const lotsOfKit = () =>
  world.database.read((db) => lotsIn(db, { locationId: world.places.central, itemIds: [kit] }))
