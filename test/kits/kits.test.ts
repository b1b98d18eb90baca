import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explode, kitsPossible } from '#src/catalog/recipes.ts'
import { lotsOfItem } from '#src/ledger/on-hand.ts'
import { isUsable } from '#src/ledger/pick.ts'
import { verify } from '#src/ledger/verify.ts'
import { onHandOf } from '#test/support/book.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let kit: number

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  kit = world.item('crack').id
  await stockUp(world, [
    { code: 'stem', quantity: 40 },
    { code: 'tube', quantity: 3048 },
    { code: 'screen', quantity: 38 },
    { code: 'push', quantity: 500 },
    { code: 'swab', quantity: 50, expiresOn: '2027-01-31' },
    { code: 'swab', quantity: 150, expiresOn: '2028-06-30' },
    { code: 'cond', quantity: 144, expiresOn: '2029-01-31' },
  ])
})
afterEach(() => world.close())

const build = (quantity: number | string) =>
  sam.post(`/kits/${kit}/builds`, {
    quantity: String(quantity),
    placeId: String(world.places.central),
  })

describe('building kits', () => {
  test('says how many can be built and what runs out first', async () => {
    const page = await sam.get('/kits')
    expect(page.text).toContain('<b>38</b>')
    expect(page.text).toContain('Brass screens, pack of 5 (38 packs)')
  })

  test('takes the components and puts the kits on the shelf, all of them accounted for', async () => {
    expect((await build(30)).status).toBe(303)
    expect(await onHandOf(world, 'crack')).toBe(30)
    expect(await onHandOf(world, 'stem')).toBe(10)
    expect(await onHandOf(world, 'tube')).toBe(3048 - 180)
    expect(await onHandOf(world, 'swab')).toBe(140)
    expect(await world.database.read(verify)).toEqual([])
  })

  test('dates a kit by the first of its components to expire, and remembers their lots', async () => {
    await build(30)
    const page = await sam.get(`/kits/${kit}`)
    expect(page.text).toContain('K-2026-11-23')
    expect(page.text).toContain('January 31, 2027')
  })

  test('twice in a day makes two lots', async () => {
    await build(10)
    await build(10)
    expect((await sam.get(`/kits/${kit}`)).text).toContain('K-2026-11-23-2')
  })

  test('says how many were built, and what is left of them', async () => {
    await build(10)
    await build(20)
    await sam.post('/entries/2/reversal', {})
    const { text } = await sam.get(`/kits/${kit}`)
    const rows = text.match(
      /<tr role="row"><th role="rowheader" scope="row"><a href="\/lots[\s\S]*?<\/tr>/g,
    )
    const cells = rows?.map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/ January.*/, ''),
    )
    expect(cells).toEqual([
      'K-2026-11-23-2 20 20 Version 1',
      'K-2026-11-23 Taken back 10 0 Version 1',
    ])
    await sam.post('/entries/4/reversal', {})
    expect((await sam.get(`/kits/${kit}`)).text).not.toContain('class="pill"')
  })

  test('is suggested kit after kit, so that every suggestion can be followed', async () => {
    await stockUp(world, [
      ...['1cc', 'cooker', 'filter', 'water', 'tourn', 'pamph'].map((code) => ({
        code,
        quantity: 400,
      })),
    ])
    await setPar(world, world.bags.bag1, { crack: 19, inj: 40 })
    const { text } = await sam.get('/kits')
    expect(text).toContain('after the builds above')
    const suggestions = [...text.matchAll(/href="\/kits\/(\d+)">Build (\d+)</g)]
    expect(suggestions).toHaveLength(2)
    for (const [, id, quantity = ''] of suggestions) {
      expect((await sam.get(`/kits/${id}`)).text).toContain(`value="${quantity}"`)
      const placeId = String(world.places.central)
      const built = await sam.post(`/kits/${id}/builds`, { placeId, quantity })
      expect(built.status).toBe(303)
    }
  })

  test('can be taken back: the components return to their lots', async () => {
    await build(30)
    await sam.post('/entries/2/reversal', {})
    expect(await onHandOf(world, 'crack')).toBe(0)
    expect(await onHandOf(world, 'stem')).toBe(40)
    expect(await onHandOf(world, 'swab')).toBe(200)
    expect(await world.database.read(verify)).toEqual([])
  })

  test('more than the components allow is refused, names the component, and changes nothing', async () => {
    const answer = await build(39)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Stockroom has 38 packs of Brass screens')
    expect(answer.text).toContain('value="39"')
    expect(await onHandOf(world, 'stem')).toBe(40)
  })

  test.each([
    ['zero', '0', 'at least 1'],
    ['a half', '1.5', 'whole numbers'],
    ['a negative number', '-2', 'digits only'],
    ['a million millions', '1000000000000', 'ten million'],
    ['nothing', '', 'Enter a quantity'],
  ])('of %s is refused with a sentence', async (_, quantity, sentence) => {
    const answer = await build(quantity)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await onHandOf(world, 'crack')).toBe(0)
  })
})

describe('a recipe', () => {
  const change = (lines: readonly (readonly [string, string])[]) =>
    sam.post(
      `/kits/${kit}/recipes`,
      Object.fromEntries(
        lines.flatMap(([item, quantity], index) => [
          [`lines.${index}.item`, item],
          [`lines.${index}.quantity`, quantity],
        ]),
      ),
    )

  test('changes by a new version; what was built keeps the old one', async () => {
    await build(5)
    expect(
      (
        await change([
          ['stem', '1'],
          ['screen', '2'],
        ])
      ).status,
    ).toBe(303)
    const page = await sam.get(`/kits/${kit}`)
    expect(page.text).toContain('Version 2, in force since')
    expect(page.text).toContain('Version 1')
    expect((await build(5)).status).toBe(303)
    expect(await onHandOf(world, 'screen')).toBe(38 - 5 - 10)
    expect(await world.database.read(verify)).toEqual([])
  })

  test('makes a kit of an item that had no lots: what is built has a lot and the first date inside', async () => {
    await stockUp(world, [
      { code: 'juice', quantity: 20, expiresOn: '2027-04-30' },
      { code: 'bar', quantity: 20, expiresOn: '2027-02-15' },
    ])
    const bag = world.item('groc').id
    await sam.post(`/kits/${bag}/recipes`, {
      ...{ 'lines.0.item': 'juice', 'lines.0.quantity': '2' },
      ...{ 'lines.1.item': 'bar', 'lines.1.quantity': '3' },
    })
    const placeId = String(world.places.central)
    await sam.post(`/kits/${bag}/builds`, { placeId, quantity: '4' })
    const [lot] = await world.database.read((db) => lotsOfItem(db, bag))
    expect(lot).toMatchObject({ code: 'K-2026-11-23', expiresOn: '2027-02-15', quantity: 4 })
    expect(lot && isUsable(lot, '2027-02-15')).toBe(true)
    expect(lot && isUsable(lot, '2027-02-16')).toBe(false)
  })

  test('may hold another kit, whose pieces are counted', async () => {
    expect(
      (
        await change([
          ['inj', '1'],
          ['push', '3'],
        ])
      ).status,
    ).toBe(303)
  })

  test.each([
    ['itself', [['crack', '1']], 'made of itself'],
    [
      'the same thing twice',
      [
        ['stem', '1'],
        ['stem', '2'],
      ],
      'on another line already',
    ],
    ['nothing', [], 'at least one line'],
    ['something followed roughly', [['bread', '1']], 'followed roughly'],
    ['an unknown thing', [['unicorn', '1']], 'No item has this name'],
    ['none of it', [['stem', '0']], 'at least 1'],
  ] as const)('of %s is refused', async (_, lines, sentence) => {
    const answer = await change(lines)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test('that would hold itself through another kit is refused', async () => {
    await change([['inj', '1']])
    const answer = await sam.post(`/kits/${world.item('inj').id}/recipes`, {
      'lines.0.item': 'crack',
      'lines.0.quantity': '1',
    })
    expect(answer.text).toContain('made of itself')
  })
})

describe('arithmetic of kits', () => {
  const inForce = new Map([
    [
      1,
      {
        lines: [
          { componentId: 2, quantity: 2 },
          { componentId: 3, quantity: 1 },
        ],
      },
    ],
    [3, { lines: [{ componentId: 2, quantity: 5 }] }],
  ])

  test('a kit is the sum of its pieces, kits inside kits too', () => {
    expect(explode(inForce, 1, 10)).toEqual(new Map([[2, 70]]))
    expect(explode(inForce, 2, 4)).toEqual(new Map([[2, 4]]))
  })

  test('no component, no kit', () => {
    expect(kitsPossible([{ componentId: 2, quantity: 2 }], () => 1).kits).toBe(0)
    expect(kitsPossible([], () => 5)).toEqual({ kits: 0, limitedBy: null })
  })
})
