import { afterEach, beforeEach, expect, test } from 'vitest'
import { binTypeById } from '#src/sharps/bin-types/queries.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import type { World } from '#test/support/world.ts'

let world: World
let sam: Client

const drum = () => ({
  ...{ nameFr: 'Baril', nameEn: 'Drum', itemId: '', capacity: '22.7' },
  ...{ densityLow: '30', densityLikely: '45', densityHigh: '70' },
  ...{ tareGrams: '900', gramsLight: '2', gramsLikely: '3,2', gramsHeavy: '5' },
})

const typeOf = (id: number) => world.database.read((db) => binTypeById(db, id))

onBothEngines('a container type', (open) => {
  beforeEach(async () => {
    world = await open()
    sam = await clientOf(world, 'stock')
  })
  afterEach(() => world.close())

  test('of 1.4 L and of 5 L are there from the start, and say what they hold', async () => {
    const { text } = await sam.get('/bin-types')
    expect(text).toContain('about 63 in 1.4 L')
    expect(text).toContain('about 225 in 5 L')
    expect(text).toContain('New ones come from stock: Sharps container 1.4 L')
  })

  test('is added with its volume in litres and its weights in grams, with a point or a comma', async () => {
    const answer = await sam.post('/bin-types', drum())
    expect(answer).toMatchObject({ status: 303, location: '/bin-types' })
    expect(await typeOf(3)).toMatchObject({
      ...{ nameEn: 'Drum', itemId: null, capacityMl: 22_700, tareGrams: 900 },
      ...{ milligramsLight: 2000, milligramsLikely: 3200, milligramsHeavy: 5000 },
    })
  })

  test('is edited as its page shows it, and the change is read and undone', async () => {
    const shown = fieldsOf((await sam.get('/bin-types/1')).text, '/bin-types/1')
    expect(shown).toMatchObject({ capacity: '1.4', gramsLikely: '3', tareGrams: '150' })
    await sam.post('/bin-types/1', { ...shown, densityLikely: '50' })
    expect(await typeOf(1)).toMatchObject({ densityLikely: 50, capacityMl: 1400, version: 2 })
    const { text } = await sam.get('/changes')
    expect(text).toContain('Container type 1.4 L container')
    expect(text).toContain('45 → 50')
    await sam.post('/changes/1/reversal', {})
    expect(await typeOf(1)).toMatchObject({ densityLikely: 45 })
  })

  test('edited by two keeps what each of them typed', async () => {
    const mine = fieldsOf((await sam.get('/bin-types/1')).text, '/bin-types/1')
    const theirs = fieldsOf((await sam.get('/bin-types/1')).text, '/bin-types/1')
    await sam.post('/bin-types/1', { ...theirs, capacity: '1.5' })
    const late = await sam.post('/bin-types/1', { ...mine, tareGrams: '160' })
    expect(late.status).toBe(422)
    const again = fieldsOf(late.text, '/bin-types/1')
    expect(again).toMatchObject({ capacity: '1.5', tareGrams: '160' })
    expect((await sam.post('/bin-types/1', again)).status).toBe(303)
    expect(await typeOf(1)).toMatchObject({ capacityMl: 1500, tareGrams: 160 })
  })

  test('is retired and brought back', async () => {
    await sam.post('/bin-types/2/retirement', { version: '1' })
    expect((await sam.get('/bin-types')).text).not.toContain('5 L container')
    expect((await sam.get('/bin-types?retired=1')).text).toContain('5 L container')
    await sam.post('/bin-types/2/restoration', { version: '2' })
    expect((await sam.get('/bin-types')).text).toContain('5 L container')
  })

  test.each([
    ['no name', { nameFr: '', nameEn: '' }, 'Give a name'],
    ['no volume', { capacity: '' }, 'from 0.1 to 200'],
    ['a volume of zero', { capacity: '0' }, 'from 0.1 to 200'],
    ['a negative volume', { capacity: '-1' }, 'from 0.1 to 200'],
    ['a volume in words', { capacity: 'big' }, 'from 0.1 to 200'],
    ['a volume of a million litres', { capacity: '1000000' }, 'from 0.1 to 200'],
    ['a volume with an exponent', { capacity: '1e2' }, 'from 0.1 to 200'],
    ['a likely density below the low one', { densityLikely: '20' }, 'from the smallest'],
    ['a density of zero', { densityLow: '0' }, 'from 1 to 1000'],
    ['a heavy sharp lighter than a usual one', { gramsHeavy: '1' }, 'from the smallest'],
    ['a sharp without weight', { gramsLight: '0' }, 'from 0.1 to 100'],
    ['no tare', { tareGrams: '' }, 'from 0 to 20000'],
    ['an item that does not exist', { itemId: '9999' }, 'not here any more'],
    ['an item that is nobody’s', { itemId: 'x' }, 'Choose one'],
    ['a NUL in the name', { nameFr: 'a\u0000' }, 'ordinary letters'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence, keeping what was typed', async (_, change, sentence) => {
    const answer = await sam.post('/bin-types', { ...drum(), nameEn: 'Kept drum', ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    if (!('nameEn' in change)) expect(answer.text).toContain('value="Kept drum"')
    expect(await typeOf(3)).toBeNull()
  })
})
