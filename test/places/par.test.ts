import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parOf } from '#src/places/queries.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let path: string

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  path = `/places/${world.bags.bag1}/par`
})
afterEach(() => world.close())

/** "2 cond 60 / 1 lube 40" as the fields of the form; a dash is a blank. */
const list = (text: string, seen = 0) => ({
  seen: String(seen),
  ...Object.fromEntries(
    text.split(' / ').flatMap((line, index) => {
      const [position = '', item = '', quantity = ''] = line
        .split(' ')
        .map((word) => (word === '-' ? '' : word))
      return [
        [`lines.${index}.position`, position],
        [`lines.${index}.item`, item],
        [`lines.${index}.quantity`, quantity],
      ]
    }),
  ),
})

/** The list as text: "lube 40, cond 60". */
const carried = async (bagId = world.bags.bag1) => {
  const lines = await world.database.read((db) => parOf(db, bagId))
  return lines.map(({ item, quantity }) => `${item.code} ${quantity}`).join(', ')
}

describe('what a bag carries', () => {
  test('stands in the order of its numbers, those without one last', async () => {
    const answer = await sam.post(
      path,
      list('- water 10 / 2 cond 60 / 1 lube 40 / - - - / - bar 5'),
    )
    expect(answer).toMatchObject({ status: 303, location: path })
    expect(await carried()).toBe('lube 40, cond 60, water 10, bar 5')
  })

  test('is moved by a number between two others', async () => {
    await sam.post(path, list('1 cond 60 / 2 lube 40 / 3 water 10'))
    await sam.post(path, list('1 cond 60 / 2 lube 40 / 1,5 water 10', 1))
    expect(await carried()).toBe('cond 60, water 10, lube 40')
  })

  test('loses the lines that are cleared, also all of them, and can be undone', async () => {
    await sam.post(path, list('1 cond 60 / 2 lube 40'))
    await sam.post(path, list('1 - - / 2 - -', 1))
    expect(await carried()).toBe('')
    await sam.post('/changes/2/reversal', {})
    expect(await carried()).toBe('cond 60, lube 40')
  })

  test('comes back in the form as it stands', async () => {
    await setPar(world, world.bags.bag1, { cond: 60 })
    const { text } = await sam.get(path)
    expect(text).toContain('value="External condom"')
    expect(text).toContain('value="60"')
  })

  test('is copied from another bag, and nothing is saved until it is', async () => {
    await setPar(world, world.bags.bag2, { cond: 60, '1cc': 40 })
    const { text } = await sam.get(`${path}?from=${world.bags.bag2}`)
    expect(text).toContain('Copied from Sac 2, not saved yet')
    expect(text).toContain('value="40"')
    expect(await carried()).toBe('')
  })

  test('has more rows when asked, and keeps what was typed', async () => {
    const answer = await sam.post(path, { ...list('1 cond 60'), more: '12' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('name="lines.11.item"')
    expect(answer.text).toContain('value="cond"')
    expect(await carried()).toBe('')
  })

  test('changed by two people at once shows the second what the first did', async () => {
    await sam.post(path, list('1 cond 60'))
    const late = await sam.post(path, list('1 cond 80'))
    expect(late.status).toBe(422)
    expect(late.text).toContain('nothing → 60')
    expect(late.text).toContain('value="80"')
    expect(await carried()).toBe('cond 60')
    await sam.post(path, list('1 cond 80', 1))
    expect(await carried()).toBe('cond 80')
  })

  test.each([
    ['an unknown item', '1 unicorn 5', 'No item has this name'],
    ['a quantity of zero', '1 cond 0', 'at least 1'],
    ['no quantity', '1 cond -', 'Enter a quantity'],
    ['half a condom', '1 cond 2.5', 'whole numbers'],
    ['a place in words', 'first cond 5', 'Enter a number, such as 3'],
    ['an item twice', '1 cond 5 / 2 COND 6', 'on the list twice'],
    ['what may not go in a bag', '1 groc 5', 'may not go in bags'],
    ['what is followed roughly', '1 loose 5', 'followed roughly'],
  ])('with %s is refused with a sentence, and keeps what was typed', async (_, typed, sentence) => {
    const answer = await sam.post(path, list(typed))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain(`value="${typed.split(' ')[1]}"`)
    expect(await carried()).toBe('')
  })
})

describe('what shelves should hold', () => {
  test('may be what only the drop-in hands out', async () => {
    await sam.post(`/places/${world.places.shelves}/par`, list('1 groc 5'))
    expect(await carried(world.places.shelves)).toBe('groc 5')
  })

  test('is asked of no venue, no donor and no quarantine', async () => {
    for (const id of [world.venues.sky, world.places.donor, world.places.quarantine]) {
      expect((await sam.get(`/places/${id}/par`)).status).toBe(404)
      expect((await sam.post(`/places/${id}/par`, list('1 cond 5'))).status).toBe(404)
    }
  })
})
