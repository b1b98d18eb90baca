import { getTableColumns } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { differences } from '#src/catalog/change-differences.ts'
import { add, amend, editable } from '#src/db/amend.ts'
import { item, person, supplierTerms, visit } from '#src/db/schema/index.ts'
import { say } from '#src/messages/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

const carton = { nameFr: 'carton', nameEn: 'carton', size: '12' }

async function renamePack() {
  const id = world.item('1cc').packs[0]?.id
  await sam.post(`/packs/${id}`, { ...carton, version: '1' })
}

describe('the list of changes', () => {
  test('is empty and says so until something is changed', async () => {
    expect((await sam.get('/changes')).text).toContain('Nothing has been changed yet')
  })

  test('says who changed what, from what to what', async () => {
    await renamePack()
    const { text } = await sam.get('/changes')
    expect(text).toContain('Pack of Syringe 1 cc')
    expect(text).toContain('bag → carton')
    expect(text).toContain('10 → 12')
    expect(text).toContain('Sam')
  })

  test('says in French what it says in English', async () => {
    await renamePack()
    await world.write((tx) => tx.update(person).set({ language: 'fr' }))
    const { text } = await sam.get('/changes')
    expect(text).toContain('Emballage de Seringue 1 cc')
    expect(text).toContain('sachet → carton')
  })

  test('offers no undo of what is new, and a page of fifty at a time', async () => {
    for (let size = 1001; size <= 1052; size += 1) {
      await sam.post(`/items/${world.item('1cc').id}/packs`, { ...carton, size: String(size) })
    }
    const first = await sam.get('/changes')
    expect(first.text).not.toContain('/reversal"><')
    expect(first.text).toContain('/changes?before=3')
    expect((await sam.get('/changes?before=3')).text).toContain('1,002')
  })

  test('keeps what administrators decide from everybody else', async () => {
    await world.write((tx) =>
      add(
        tx,
        person,
        {
          name: 'Noor',
          signInName: 'noor',
          role: 'outreach',
          language: 'fr',
          passwordHash: 'hash',
        },
        world.recording(),
      ),
    )
    expect((await sam.get('/changes')).text).not.toContain('Noor')
    const ada = await clientOf(world, 'admin')
    const { text } = await ada.get('/changes')
    expect(text).toContain('Noor')
    expect(text).not.toContain('hash<')
  })
})

describe('an undo', () => {
  test('puts the row back, as a change of its own that can be undone', async () => {
    await renamePack()
    const undone = await sam.post('/changes/1/reversal', {})
    expect(undone).toMatchObject({ status: 303, location: expect.stringContaining('/packs/') })
    expect((await sam.get('/changes')).text).toContain('carton → bag')
    expect((await sam.post('/changes/2/reversal', {})).status).toBe(303)
  })

  test('of what has changed again since is refused with a sentence', async () => {
    await renamePack()
    const id = world.item('1cc').packs[0]?.id
    await sam.post(`/packs/${id}`, { ...carton, size: '24', version: '2' })
    const answer = await sam.post('/changes/1/reversal', {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Somebody else changed this')
  })

  test('sent twice at once happens once', async () => {
    await renamePack()
    const requestId = '7f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b22'
    const answers = await Promise.all([
      sam.post('/changes/1/reversal', { requestId }),
      sam.post('/changes/1/reversal', { requestId }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
  })

  test('that would give two items one code is refused', async () => {
    const { cond, lube } = { cond: world.item('cond').id, lube: world.item('lube').id }
    const code = (id: number, to: string) =>
      world.write((tx) => amend(tx, item, { id, version: 1 }, { code: to }, world.recording()))
    await code(cond, 'condom')
    await code(lube, 'cond')
    const answer = await sam.post('/changes/1/reversal', {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('something else has this name, code or day')
  })

  test('of nothing is not found', async () => {
    expect((await sam.post('/changes/9/reversal', {})).status).toBe(404)
    expect((await sam.post('/changes/x/reversal', {})).status).toBe(404)
  })

  test('is open to outreach workers for a visit and for nothing else', async () => {
    await renamePack()
    const omar = await clientOf(world, 'outreach')
    expect((await omar.post('/changes/1/reversal', {})).status).toBe(403)
    await world.write((tx) =>
      add(
        tx,
        visit,
        { venueId: world.venues.sky, happenedOn: '2026-11-23', period: 'evening', contacts: 3 },
        world.recording(),
      ),
    )
    // Somebody else's, of no shift: the person is told so instead of shut out.
    expect((await omar.post('/changes/2/reversal', {})).status).toBe(422)
    expect((await sam.post('/changes/2/reversal', {})).location).toBe('/visits/1')
  })
})

describe('what a change says', () => {
  test.each(['fr', 'en'] as const)(
    'every field that can be edited has a name in %s',
    (language) => {
      const { fields } = say(language).changes
      const silent = ['id', 'version', 'kind', 'passwordHash', 'snoozedBy']
      const named = [...editable, person, supplierTerms].flatMap((table) =>
        Object.keys(getTableColumns(table)).filter((column) => !silent.includes(column)),
      )
      expect(named.filter((column) => !(column in fields))).toEqual([])
    },
  )

  test('a list moved into another order says that and no more', () => {
    const rows = (...items: readonly number[]) => ({
      rows: items.map((itemId, position) => ({ locationId: 1, itemId, quantity: 5, position })),
    })
    const change = { tableName: 'par_line', rowId: 1, before: rows(1, 2, 3), after: rows(3, 1, 2) }
    expect(differences(change).map(({ field }) => field)).toEqual(['order'])
  })

  test('a list with a line more says that line', () => {
    const line = (itemId: number, quantity: number) => ({ itemId, quantity, position: itemId })
    const change = {
      ...{ tableName: 'par_line', rowId: 1 },
      before: { rows: [line(1, 5), line(2, 5)] },
      after: { rows: [line(1, 5), line(2, 8), line(3, 1)] },
    }
    expect(differences(change)).toMatchObject([
      { refersTo: 2, before: { quantity: 5 }, after: { quantity: 8 } },
      { refersTo: 3, before: null, after: { quantity: 1 } },
    ])
  })
})
