import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { itemChoices } from '#src/catalog/items.ts'
import { family, item, lot, recipeLine } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

/** The fields of the item form as a browser sends them: a box that is not ticked is absent. */
const mask = {
  nameFr: 'Masque',
  nameEn: 'Mask',
  code: 'mask',
  unitFr: 'masque',
  unitEn: 'mask',
  category: 'hygiene',
  family: '',
  size: '',
  tracking: 'exact',
  lots: 'none',
  expiry: 'none',
  graceDays: '0',
  minimumLifeDays: '0',
  allowedInBags: 'on',
  allowedAtDropIn: 'on',
  serviceLevelPercent: '95',
  minimumStock: '',
  maximumStock: '',
}

const without = (fields: Readonly<Record<string, string>>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

async function rowOf(code: string) {
  const [row] = await world.database.read((db) => db.select().from(item).where(eq(item.code, code)))
  if (!row) throw new Error(`no item ${code}`)
  return row
}

const lotKinds = async (code: string) => {
  const { id } = await rowOf(code)
  const lots = await world.database.read((db) => db.select().from(lot).where(eq(lot.itemId, id)))
  return lots.map(({ kind }) => kind).sort()
}

/** The item form filled with what an item is now. */
async function formOf(code: string) {
  const row = await rowOf(code)
  const typed = without(
    {
      ...mask,
      nameFr: row.nameFr ?? '',
      nameEn: row.nameEn ?? '',
      ...{ code, unitFr: row.unitFr ?? '', unitEn: row.unitEn ?? '', category: row.category },
      ...{ tracking: row.tracking, lots: row.lots, expiry: row.expiry },
      ...{ graceDays: String(row.graceDays), minimumLifeDays: String(row.minimumLifeDays) },
      version: String(row.version),
    },
    ...(row.allowedInBags ? [] : ['allowedInBags']),
  )
  return { path: `/items/${row.id}`, id: row.id, typed }
}

describe('a new item', () => {
  test('leads to its packs, and can be chosen in every form', async () => {
    const answer = await sam.post('/items', mask)
    const { id } = await rowOf('mask')
    expect(answer).toMatchObject({ status: 303, location: `/items/${id}/packs` })
    expect((await world.database.read(itemChoices)).some(({ code }) => code === 'mask')).toBe(true)
  })

  test('without lots has the lot "untracked" from the start', async () => {
    await sam.post('/items', mask)
    expect(await lotKinds('mask')).toEqual(['untracked'])
  })

  test('with lots has the lot "unknown" from the start', async () => {
    await sam.post('/items', { ...mask, lots: 'number', expiry: 'hard' })
    expect(await lotKinds('mask')).toEqual(['unknown'])
  })

  test('followed roughly has no lot at all', async () => {
    await sam.post('/items', { ...mask, tracking: 'rough' })
    expect(await lotKinds('mask')).toEqual([])
  })

  test('of a family by name joins it, whatever the accents, and makes a new one once', async () => {
    await sam.post('/items', { ...mask, family: 'Gants d’été', size: 'M' })
    await sam.post('/items', {
      ...mask,
      ...{ code: 'mask-l', nameFr: 'Masque G', nameEn: 'Mask L', family: "gants d'ete", size: 'L' },
    })
    const made = await world.database.read((db) => db.select().from(family))
    expect(made.filter(({ nameFr }) => nameFr === 'Gants d’été')).toHaveLength(1)
    expect((await rowOf('mask-l')).familyId).toBe((await rowOf('mask')).familyId)
  })

  test('keeps no days of grace where nothing is best before', async () => {
    await sam.post('/items', { ...mask, graceDays: '30', minimumLifeDays: '12' })
    expect(await rowOf('mask')).toMatchObject({ graceDays: 0, minimumLifeDays: 0 })
  })

  test.each([
    ['no name', { nameFr: '', nameEn: ' ' }, 'name in one language'],
    ['no unit', { unitFr: '', unitEn: '' }, 'name in one language'],
    ['no code', { code: '' }, 'without spaces'],
    ['a code with a space', { code: 'big mask' }, 'without spaces'],
    ['a code a spreadsheet would run', { code: '=cmd' }, 'without spaces'],
    ['a code of another item', { code: '1CC' }, 'answers to this already'],
    ['a name of another item', { nameEn: 'external CONDOM' }, 'answers to this already'],
    ['a name that is another’s code', { nameFr: 'cond' }, 'answers to this already'],
    ['an unknown category', { category: 'toys' }, 'Choose one'],
    ['an expiry and no lots', { expiry: 'hard' }, 'followed by lot'],
    ['rough tracking with lots', { tracking: 'rough', lots: 'date' }, 'no lots and no expiry'],
    ['a size and no family', { size: 'M' }, 'A size belongs to a family'],
    [
      'a maximum below the minimum',
      { minimumStock: '50', maximumStock: '20' },
      'below the minimum',
    ],
    ['half a minimum', { minimumStock: '1.5' }, 'whole numbers'],
    ['a service level of 100', { serviceLevelPercent: '100' }, 'from 50 to 99'],
    ['a negative grace', { graceDays: '-1' }, 'from 0 to 3650'],
    ['ten years of grace and a day', { graceDays: '3651' }, 'from 0 to 3650'],
    ['a NUL in the name', { nameFr: 'a\u0000b' }, 'ordinary letters'],
    ['a name of a hundred letters', { nameFr: 'a'.repeat(100) }, 'at most 80'],
    ['a field that is not on the form', { version: '1' }, 'out of date'],
  ])(
    'with %s is refused with a sentence, and keeps what was typed',
    async (_, change, sentence) => {
      const answer = await sam.post('/items', { ...mask, category: 'hygiene', ...change })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(sentence)
      expect(answer.text).toContain('role="alert"')
      expect(answer.text).toContain('value="mask"')
      expect((await world.database.read(itemChoices)).some(({ code }) => code === 'mask')).toBe(
        false,
      )
    },
  )
})

describe('an edited item', () => {
  test('has its new name everywhere, and the change can be undone', async () => {
    const { path, typed } = await formOf('cond')
    const answer = await sam.post(path, { ...typed, nameEn: 'Outer condom' })
    expect(answer).toMatchObject({ status: 303, location: `${path}/edit` })
    expect((await sam.get('/catalogue')).text).toContain('Outer condom')
    const undo = (await sam.get('/catalogue')).text.match(/\/changes\/\d+\/reversal/)?.[0]
    expect((await sam.post(undo ?? '', {})).status).toBe(303)
    expect((await rowOf('cond')).nameEn).toBe('External condom')
  })

  test('whose lots begin to be followed gets the lot "unknown" beside "untracked"', async () => {
    const { path, typed } = await formOf('cooker')
    await sam.post(path, { ...typed, lots: 'date' })
    expect(await lotKinds('cooker')).toEqual(['unknown', 'untracked'])
  })

  test('that somebody else changed meanwhile shows what they did and keeps what was typed', async () => {
    const { path, typed } = await formOf('cond')
    const chloe = await clientOf(world, 'coordinator')
    await chloe.post(path, { ...typed, minimumStock: '500' })
    const answer = await sam.post(path, { ...typed, nameEn: 'Outer condom' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Chloé')
    expect(answer.text).toContain('nothing → 500')
    expect(answer.text).toContain('value="Outer condom"')
    expect((await rowOf('cond')).nameEn).toBe('External condom')
    // Saving again keeps what the other person did: their minimum is in the form now.
    expect(answer.text).toMatch(/id="minimumStock" name="minimumStock" value="500"/)
    const version = answer.text.match(/name="version" value="(\d+)"/)?.[1] ?? ''
    expect((await sam.post(path, { ...typed, nameEn: 'Outer condom', version })).status).toBe(303)
  })

  test('that was refused for a typing error is not saved over a change made meanwhile', async () => {
    const { path, typed } = await formOf('cond')
    await sam.post(path, { ...typed, minimumStock: '500' })
    const answer = await sam.post(path, { ...typed, code: 'a b' })
    expect(answer.text).toContain(`name="version" value="${typed.version}"`)
  })

  test('cannot become rough while it is counted', async () => {
    await stockUp(world, [{ code: 'deo', quantity: 5 }])
    const { path, typed } = await formOf('deo')
    const answer = await sam.post(path, { ...typed, tracking: 'rough' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Count it to zero first')
  })

  test('cannot be kept out of bags while a bag’s list has it', async () => {
    await setPar(world, world.bags.bag1, { cond: 60 })
    const { path, typed } = await formOf('cond')
    const answer = await sam.post(path, without(typed, 'allowedInBags'))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Sac 1')
    expect((await rowOf('cond')).allowedInBags).toBe(true)
  })

  test('that does not exist is not found', async () => {
    expect((await sam.get('/items/9999/edit')).status).toBe(404)
    expect((await sam.get('/items/x/edit')).status).toBe(404)
  })
})

describe('a retired item', () => {
  const retire = async (code: string) => {
    const { id, version } = await rowOf(code)
    return sam.post(`/items/${id}/retirement`, { version: String(version) })
  }

  test('leaves the catalogue and the forms, stays in the history, and can be brought back', async () => {
    expect((await retire('deo')).status).toBe(303)
    expect((await sam.get('/catalogue')).text).not.toContain('Deodorant')
    expect((await sam.get('/catalogue?retired=1')).text).toContain('Deodorant')
    const { id, version } = await rowOf('deo')
    await sam.post(`/items/${id}/restoration`, { version: String(version) })
    expect((await sam.get('/catalogue')).text).toContain('Deodorant')
  })

  test('says how much of it is still in stock', async () => {
    await stockUp(world, [{ code: 'deo', quantity: 5 }])
    await retire('deo')
    const { id } = await rowOf('deo')
    expect((await sam.get(`/items/${id}/edit`)).text).toContain('still 5 sticks in stock')
  })

  test('is refused while a bag’s list or a recipe has it, naming both', async () => {
    await setPar(world, world.bags.bag1, { cooker: 10 })
    const answer = await retire('cooker')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Sac 1')
    expect(answer.text).toContain('Injection kit')
    expect((await rowOf('cooker')).retiredOn).toBeNull()
    const lines = await world.database.read((db) => db.select().from(recipeLine))
    expect(lines.some(({ componentId }) => componentId === world.item('cooker').id)).toBe(true)
  })

  test('cannot be brought back under a name another item has by now', async () => {
    await retire('deo')
    await sam.post('/items', { ...mask, nameEn: 'Deodorant' })
    const { id, version } = await rowOf('deo')
    const answer = await sam.post(`/items/${id}/restoration`, { version: String(version) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('answers to this already')
  })
})

describe('the catalogue', () => {
  test('is found by name without accents, by code, and says when nothing matches', async () => {
    expect((await sam.get('/catalogue?q=sterile+WATER')).text).toContain('Sterile water')
    expect((await sam.get('/catalogue?q=1cc')).text).not.toContain('Sterile water')
    expect((await sam.get('/catalogue?q=unicorn')).text).toContain('No item matches')
  })

  test('is closed to outreach workers', async () => {
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/catalogue')).status).toBe(403)
    expect((await omar.post('/items', mask)).status).toBe(403)
  })
})
