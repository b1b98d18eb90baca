import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lot, lotComponent } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { pick } from '#src/ledger/pick.ts'
import { post } from '#src/ledger/post.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { builtInLot, openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let syringes: number

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  await stockUp(world, [{ code: '1cc', quantity: 200, lotCode: 'C1120', expiresOn: '2027-08-31' }])
  syringes = (await lotsOf('1cc')).find(({ code }) => code === 'C1120')?.id ?? 0
})
afterEach(() => world.close())

const lotsOf = (code: string) =>
  world.database.read((db) =>
    db
      .select()
      .from(lot)
      .where(eq(lot.itemId, world.item(code).id)),
  )
const row = async (id: number) =>
  (await world.database.read((db) => db.select().from(lot).where(eq(lot.id, id))))[0]

/** A kit lot built from the syringes, and one built from that. */
async function kitLots() {
  const itemId = world.item('inj').id
  const [kit, bundle] = await world.write((tx) =>
    tx
      .insert(lot)
      .values([
        { itemId, code: 'K1', expiresOn: '2027-08-31' },
        { itemId, code: 'K2', expiresOn: '2028-12-31' },
      ])
      .returning(),
  )
  await world.write((tx) =>
    tx.insert(lotComponent).values([
      { kitLotId: kit?.id ?? 0, componentLotId: syringes, quantity: 40 },
      { kitLotId: bundle?.id ?? 0, componentLotId: kit?.id ?? 0, quantity: 2 },
    ]),
  )
  return { kit: kit?.id ?? 0, bundle: bundle?.id ?? 0 }
}

describe('the card of a lot', () => {
  test('says where it is, where it went, and until when it may be handed out', async () => {
    await world.write((tx) =>
      post(
        tx,
        { kind: 'transfer', happenedOn: '2026-11-23' },
        [
          {
            ...{ itemId: world.item('1cc').id, lotId: syringes, quantity: 30 },
            ...{ fromId: world.places.central, toId: world.places.shelves },
          },
        ],
        world.recording(),
      ),
    )
    const { text } = await sam.get(`/lots/${syringes}`)
    expect(text).toContain('170 syringes')
    expect(text).toContain('30 syringes')
    expect(text).toContain('August 31, 2027')
    expect(text).toContain('href="/entries/2"')
  })

  test('is read a page at a time however long its history', async () => {
    await world.write(async (tx) => {
      for (let turn = 0; turn < 52; turn += 1) {
        const [fromId, toId] =
          turn % 2 === 0
            ? [world.places.central, world.places.shelves]
            : [world.places.shelves, world.places.central]
        const movement = {
          itemId: world.item('1cc').id,
          lotId: syringes,
          quantity: 1,
          fromId,
          toId,
        }
        await post(
          tx,
          { kind: 'transfer', happenedOn: '2026-11-23' },
          [movement],
          world.recording(),
        )
      }
    })
    const { text } = await sam.get(`/lots/${syringes}`)
    expect(text.match(/href="\/entries\//g)).toHaveLength(50)
    const next = text.match(/\/lots\/\d+\?before=\d+/)?.[0] ?? ''
    expect((await sam.get(next)).text).toContain('Opening stock')
  })

  test('shows the lots it was built from and the kits built from it', async () => {
    const { kit, bundle } = await kitLots()
    expect((await sam.get(`/lots/${kit}`)).text).toContain(`href="/lots/${syringes}"`)
    const { text } = await sam.get(`/lots/${syringes}`)
    expect(text).toContain(`href="/lots/${kit}"`)
    expect(text).toContain(`href="/lots/${bundle}"`)
  })

  test('of what has no lots says so and offers no correction', async () => {
    const id = await builtInLot(world, 'cooker')
    const { text } = await sam.get(`/lots/${id}`)
    expect(text).toContain('The one lot of an item without lots')
    expect(text).toContain('Nothing has happened to this lot yet')
    expect(text).not.toContain('Save the correction')
    const answer = await sam.post(`/lots/${id}`, { version: '1', code: 'X', expiresOn: '' })
    expect(answer.status).toBe(422)
    expect((await row(id))?.code).toBe('')
  })

  test('that does not exist is not found, and is closed to outreach workers', async () => {
    expect((await sam.get('/lots/9999')).status).toBe(404)
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get(`/lots/${syringes}`)).status).toBe(403)
  })
})

describe('a held lot', () => {
  const hold = (more: Readonly<Record<string, string>> = {}) =>
    sam.post(`/lots/${syringes}/hold`, { version: '1', reason: 'Rappel Santé Canada', ...more })

  test('is never picked, until it is released', async () => {
    const short = async () => {
      const lots = await world.database.read((db) =>
        lotsIn(db, { locationId: world.places.central }),
      )
      return pick(lots, { quantity: 10, day: '2026-11-23' }).short
    }
    expect(await short()).toBe(0)
    expect((await hold()).status).toBe(303)
    expect(await short()).toBe(10)
    expect((await sam.get(`/lots/${syringes}`)).text).toContain('Rappel Santé Canada')
    await sam.post(`/lots/${syringes}/release`, { version: '2' })
    expect(await short()).toBe(0)
  })

  test('holds the kit lots built from it, kits of kits included, when asked', async () => {
    const { kit, bundle } = await kitLots()
    await hold({ withKits: 'on' })
    expect((await row(kit))?.heldReason).toBe('Rappel Santé Canada')
    expect((await row(bundle))?.heldOn).toBe('2026-11-23')
  })

  test('leaves the kit lots alone when not asked, and its hold can be undone', async () => {
    const { kit } = await kitLots()
    await hold()
    expect((await row(kit))?.heldOn).toBeNull()
    await sam.post('/changes/1/reversal', {})
    expect((await row(syringes))?.heldOn).toBeNull()
  })

  test('that somebody else just corrected shows their correction first', async () => {
    await sam.post(`/lots/${syringes}`, { version: '1', code: 'C1121', expiresOn: '2027-08-31' })
    const answer = await hold()
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('C1120 → C1121')
    expect(answer.text).toContain('value="Rappel Santé Canada"')
  })

  test.each([
    ['no reason', { reason: ' ' }, 'Fill this in'],
    ['a reason as long as a letter', { reason: 'a'.repeat(121) }, 'at most 120'],
    ['a bell in the reason', { reason: 'a\u0007' }, 'ordinary letters'],
    ['no version', { version: 'x' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await hold(change)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await row(syringes))?.heldOn).toBeNull()
  })
})

describe('a corrected lot', () => {
  const correct = (more: Readonly<Record<string, string>> = {}) =>
    sam.post(`/lots/${syringes}`, {
      ...{ version: '1', code: 'C1120', expiresOn: '2027-03-31' },
      ...more,
    })

  test('has its new date, and the correction can be undone', async () => {
    expect((await correct()).status).toBe(303)
    expect((await row(syringes))?.expiresOn).toBe('2027-03-31')
    await sam.post('/changes/1/reversal', {})
    expect((await row(syringes))?.expiresOn).toBe('2027-08-31')
  })

  test('may not become another lot of the same item', async () => {
    await stockUp(world, [{ code: '1cc', quantity: 5, lotCode: 'C9', expiresOn: '2027-03-31' }])
    const answer = await correct({ code: 'C9' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('a lot with this number and date already')
    expect(answer.text).toContain('value="C9"')
  })

  test.each([
    ['no number where lots have one', { code: '' }, 'copy the number'],
    ['no date where it expires', { expiresOn: '' }, 'copy the date'],
    ['a day that does not exist', { expiresOn: '2027-02-29' }, 'a day that exists'],
    ['a day in another century', { expiresOn: '1927-03-31' }, 'too far back'],
    ['a day in 2100', { expiresOn: '2100-01-01' }, 'nothing lasts that long'],
    ['a NUL in the number', { code: 'C\u0000' }, 'ordinary letters'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await correct(change)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await row(syringes))?.expiresOn).toBe('2027-08-31')
  })
})
