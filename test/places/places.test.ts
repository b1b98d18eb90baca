import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { donorNamed, placesOf } from '#src/catalog/places.ts'
import { location, shift, supplierTerms } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

const bag = () => ({
  ...{ kind: 'bag', nameFr: 'Sac 3', nameEn: '' },
  ...{ stream: 'outreach', feederId: String(world.places.central) },
})
const venue = {
  ...{ kind: 'venue', nameFr: 'Le Campus', nameEn: '', role: 'strip-club' },
  ...{ stream: 'outreach', visitEveryDays: '7' },
}
const supplier = {
  ...{ kind: 'supplier', nameFr: 'Ministère', nameEn: '', leadTimeDays: '21', reviewDays: '30' },
}
const store = { kind: 'stockroom', nameFr: 'Sous-sol', nameEn: '', role: 'store', stream: '' }

const named = async (nameFr: string) =>
  (
    await world.database.read((db) => db.select().from(location).where(eq(location.nameFr, nameFr)))
  )[0]
const row = async (id: number) =>
  (await world.database.read((db) => db.select().from(location).where(eq(location.id, id))))[0]

describe('a new place', () => {
  test('of kind bag leads to what it carries', async () => {
    const answer = await sam.post('/places', bag())
    const made = await named('Sac 3')
    expect(answer).toMatchObject({ status: 303, location: `/places/${made?.id}/par` })
    expect(made).toMatchObject({ kind: 'bag', stream: 'outreach', feederId: world.places.central })
  })

  test('of kind venue is known by an alias and is never due when the days are blank', async () => {
    await sam.post('/places', { ...venue, visitEveryDays: '' })
    expect(await named('Le Campus')).toMatchObject({ role: 'strip-club', visitEveryDays: null })
    expect((await sam.get('/places')).text).toContain('never due')
  })

  test('of kind supplier has its terms', async () => {
    await sam.post('/places', supplier)
    const terms = await world.database.read((db) => db.select().from(supplierTerms))
    expect(terms).toMatchObject([{ leadTimeDays: 21, reviewDays: 30 }])
    expect((await sam.get('/places')).text).toContain('21 days to deliver, an order every 30 days')
  })

  test('of kind supplier takes orders until noon every second Friday', async () => {
    const rhythm = { taken: 'two-weeks', deadlineFrom: '2026-11-27', deadlineHour: '12' }
    await sam.post('/places', { ...supplier, ...rhythm, reviewDays: 'whenever' })
    const terms = await world.database.read((db) => db.select().from(supplierTerms))
    expect(terms).toMatchObject([{ deadlineFrom: '2026-11-27', deadlineDay: null, reviewDays: 14 }])
    expect((await sam.get('/places')).text).toContain('orders by noon every second Friday')
    const page = await sam.get(`/places/${(await named('Ministère'))?.id}/edit`)
    expect(page.text).toContain('value="2026-11-27"')
  })

  test.each([
    ['every week', { taken: 'week', deadlineWeekday: '5' }, 'orders by 17:00 every Friday'],
    ['every month', { taken: 'month', deadlineDay: '15' }, 'by 17:00 on day 15 of the month'],
    ['at the end of the month', { taken: 'month', deadlineDay: '31' }, 'or its last'],
  ])('of kind supplier takes orders %s', async (_, rhythm, sentence) => {
    await sam.post('/places', { ...supplier, ...rhythm, deadlineHour: '17' })
    expect((await sam.get('/places')).text).toContain(sentence)
  })

  test('of kind stockroom can hold stock without a service of its own', async () => {
    await sam.post('/places', store)
    const rooms = await world.database.read((db) => placesOf(db, 'stockroom'))
    expect(rooms.find(({ nameFr }) => nameFr === 'Sous-sol')).toMatchObject({ stream: null })
  })

  test('of kind donor may be anonymous', async () => {
    await sam.post('/places', { kind: 'donor', nameFr: 'Marc', nameEn: '', anonymous: 'on' })
    expect(await named('Marc')).toMatchObject({ role: 'donor', anonymous: true })
  })

  test('has no field for an address, whatever its kind', async () => {
    for (const kind of ['venue', 'bag', 'stockroom', 'donor', 'supplier']) {
      const { text } = await sam.get(`/places/new?kind=${kind}`)
      expect(text).not.toMatch(/name="(address|street|adresse|postal)/i)
    }
    expect((await sam.get('/places/new?kind=venue')).text).toContain('no field for an address')
    expect((await sam.post('/places', { ...venue, address: '1 rue X' })).status).toBe(422)
  })

  test.each([
    ['no name', { nameFr: '' }, 'name in one language'],
    ['a name another venue has', { nameEn: 'sky' }, 'Sky has this name already'],
    ['a kind of venue that does not exist', { role: 'castle' }, 'Choose one'],
    ['a built-in kind', { role: 'drop-in-floor' }, 'Choose one'],
    ['no service', { stream: '' }, 'Choose one'],
    ['a visit every 0 days', { visitEveryDays: '0' }, 'from 1 to 365'],
    ['a visit every so often', { visitEveryDays: 'often' }, 'from 1 to 365'],
    ['a field of another kind', { leadTimeDays: '3' }, 'out of date'],
    ['a carriage return in the alias', { nameFr: 'a\rb' }, 'ordinary letters'],
    ['an alias as long as a page', { nameFr: 'a'.repeat(81) }, 'at most 80'],
  ])('of kind venue with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post('/places', { ...venue, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await named('Le Campus')).toBeUndefined()
  })

  test.each([
    ['no lead time', { leadTimeDays: '' }, 'from 0 to 365'],
    ['a lead time of two years', { leadTimeDays: '730' }, 'from 0 to 365'],
    ['an order every 0 days', { reviewDays: '0' }, 'from 1 to 365'],
    ['no days between orders', { reviewDays: '' }, 'from 1 to 365'],
    ['orders taken now and then', { taken: 'sometimes' }, 'Choose one'],
    ['a week without a weekday', { taken: 'week', deadlineWeekday: '' }, 'would never come'],
    ['an eighth weekday', { taken: 'week', deadlineWeekday: '8' }, 'from 1 to 7'],
    ['two weeks from no day', { taken: 'two-weeks' }, 'would never come'],
    [
      'two weeks from no such day',
      { taken: 'two-weeks', deadlineFrom: '2026-02-30' },
      'Enter a day',
    ],
    ['a month without a day', { taken: 'month', deadlineDay: ' ' }, 'would never come'],
    ['the 32nd of the month', { taken: 'month', deadlineDay: '32' }, 'from 1 to 31'],
    ['no hour', { taken: 'month', deadlineDay: '1', deadlineHour: '' }, 'from 1 to 24'],
  ])('of kind supplier with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post('/places', { ...supplier, deadlineHour: '12', ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await named('Ministère')).toBeUndefined()
  })

  test.each([
    ['a bag as what fills it', () => String(world.bags.bag1), 'not here any more'],
    ['a place that does not exist', () => '9999', 'not here any more'],
  ])('of kind bag with %s is refused with a sentence', async (_, feederId, sentence) => {
    const answer = await sam.post('/places', { ...bag(), feederId: feederId() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test('of no kind is chosen from the list', async () => {
    expect(await sam.get('/places/new')).toMatchObject({ status: 303, location: '/places' })
    expect((await sam.post('/places', { ...bag(), kind: 'loss' })).status).toBe(404)
  })
})

const retireAnyway = (id: number) => sam.post(`/places/${id}/retirement`, { version: '1' })

describe('an edited place', () => {
  const seen = { version: '1', seen: '0' }
  const typed = ({ kind: _, ...fields }: Readonly<Record<string, string>>) => fields

  test('has its new name, and that can be undone', async () => {
    const path = `/places/${world.venues.sky}`
    const form = { ...typed(venue), ...seen, nameFr: 'Ciel', role: 'bar' }
    expect((await sam.post(path, form)).status).toBe(303)
    expect((await row(world.venues.sky))?.nameFr).toBe('Ciel')
    await sam.post('/changes/1/reversal', {})
    expect((await row(world.venues.sky))?.nameFr).toBe('Sky')
  })

  test('of kind supplier changes its terms, and that can be undone', async () => {
    await sam.post('/places', supplier)
    const id = (await named('Ministère'))?.id
    const { text } = await sam.get(`/places/${id}/edit`)
    const termsSeen = text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    const form = { ...typed(supplier), version: '1', seen: termsSeen, leadTimeDays: '14' }
    expect((await sam.post(`/places/${id}`, form)).status).toBe(303)
    const lead = async () =>
      (await world.database.read((db) => db.select().from(supplierTerms)))[0]?.leadTimeDays
    expect(await lead()).toBe(14)
    const undo = (await sam.get('/places')).text.match(/\/changes\/\d+\/reversal/)?.[0] ?? ''
    await sam.post(undo, {})
    expect(await lead()).toBe(21)
  })

  test('of kind supplier changes its deadlines alone, and that can be undone', async () => {
    await sam.post('/places', supplier)
    const id = (await named('Ministère'))?.id
    const { text } = await sam.get(`/places/${id}/edit`)
    const termsSeen = text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    const weekly = { taken: 'week', deadlineWeekday: '2', deadlineHour: '16' }
    await sam.post(`/places/${id}`, {
      ...typed(supplier),
      ...weekly,
      version: '1',
      seen: termsSeen,
    })
    const places = (await sam.get('/places')).text
    expect(places).toContain('orders by 16:00 every Tuesday')
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/changes')).text).toContain('nothing → once a week')
    await sam.post(places.match(/\/changes\/\d+\/reversal/)?.[0] ?? '', {})
    expect((await sam.get('/places')).text).toContain('an order every 30 days')
  })

  test('changed by two people at once shows the second what the first did', async () => {
    const path = `/places/${world.venues.sky}`
    const form = { ...typed(venue), ...seen, role: 'bar' }
    await sam.post(path, { ...form, nameFr: 'Ciel' })
    const late = await sam.post(path, { ...form, nameFr: 'Ciel bleu' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Sky → Ciel')
    expect(late.text).toContain('value="Ciel bleu"')
  })

  test('keeps its service once something has moved there: past days would change', async () => {
    await stockUp(world, [{ code: 'cooker', quantity: 5, placeId: world.bags.bag1 }])
    const form = { ...typed(bag()), ...seen, nameFr: 'Sac 1', stream: 'events' }
    const answer = await sam.post(`/places/${world.bags.bag1}`, form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('its service stays')
    expect(
      (await sam.post(`/places/${world.bags.bag2}`, { ...form, nameFr: 'Sac 2' })).status,
    ).toBe(303)
  })

  test('that is built in keeps its role and what feeds it', async () => {
    const { text } = await sam.get(`/places/${world.places.floor}/edit`)
    expect(text).not.toContain('name="role"')
    const form = { nameFr: 'Salon', nameEn: '', stream: 'drop-in', ...seen }
    const unfed = await sam.post(`/places/${world.places.floor}`, form)
    expect(unfed.status).toBe(422)
    const feederId = String(world.places.shelves)
    await sam.post(`/places/${world.places.floor}`, { ...form, feederId, role: 'bar' })
    expect(await row(world.places.floor)).toMatchObject({ nameFr: 'Salon', role: 'drop-in-floor' })
  })

  test('that is nobody’s to edit is not found', async () => {
    expect((await sam.get(`/places/${world.places.lost}/edit`)).status).toBe(404)
    expect((await sam.get(`/places/${world.places.unlogged}/edit`)).status).toBe(404)
    expect((await retireAnyway(world.places.unlogged)).status).toBe(404)
    expect((await sam.get('/places/9999/edit')).status).toBe(404)
    expect((await sam.post('/places/9999', { ...typed(venue), ...seen })).status).toBe(404)
  })
})

describe('a retired place', () => {
  const retire = async (id: number) =>
    sam.post(`/places/${id}/retirement`, { version: String((await row(id))?.version) })

  test('leaves the forms, stays in the history, and can be brought back', async () => {
    expect((await retire(world.venues.sky)).status).toBe(303)
    expect((await sam.get('/places')).text).not.toContain('Sky')
    expect((await sam.get('/places?retired=1')).text).toContain('Sky')
    await sam.post(`/places/${world.venues.sky}/restoration`, { version: '2' })
    expect((await sam.get('/places')).text).toContain('Sky')
  })

  test('is refused for a bag that holds stock, and says how much', async () => {
    await stockUp(world, [{ code: 'cooker', quantity: 5, placeId: world.bags.bag1 }])
    const answer = await retire(world.bags.bag1)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('still holds 5 units of 1 item')
    expect((await row(world.bags.bag1))?.retiredOn).toBeNull()
  })

  test('is refused for a bag that is out', async () => {
    await world.write(async (tx) => {
      const [out] = await tx
        .insert(shift)
        .values({ bagId: world.bags.bag1, startedOn: '2026-11-23' })
        .returning()
      const heading = {
        kind: 'check-out' as const,
        happenedOn: '2026-11-23',
        shiftId: out?.id ?? 0,
      }
      await post(tx, heading, [], world.recording())
    })
    expect((await retire(world.bags.bag1)).text).toContain('Sac 1 is out')
  })

  test('is refused for a stockroom with stock, or that bags are filled from', async () => {
    await sam.post('/places', store)
    const id = (await named('Sous-sol'))?.id ?? 0
    await world.write((tx) =>
      tx.update(location).set({ feederId: id }).where(eq(location.id, world.bags.bag2)),
    )
    expect((await retire(id)).text).toContain('fills Sac 2')
    await stockUp(world, [{ code: 'cooker', quantity: 5, placeId: id }])
    expect((await retire(id)).text).toContain('still holds 5 units')
  })

  test.each(['central', 'floor', 'quarantine', 'donor'] as const)(
    'is refused for the built-in %s',
    async (place) => {
      const answer = await retire(world.places[place])
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('part of how the book works')
    },
  )

  test('cannot come to hold stock by undoing that it was brought back', async () => {
    await retire(world.bags.bag1)
    await sam.post(`/places/${world.bags.bag1}/restoration`, { version: '2' })
    await stockUp(world, [{ code: 'cooker', quantity: 5, placeId: world.bags.bag1 }])
    const answer = await sam.post('/changes/2/reversal', {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('This place is in use')
  })

  test('cannot come back under a name another has by now', async () => {
    await retire(world.venues.sky)
    await sam.post('/places', { ...venue, nameFr: 'Sky bar' })
    await world.write((tx) =>
      tx.update(location).set({ nameEn: 'Sky' }).where(eq(location.nameFr, 'Sky bar')),
    )
    const answer = await sam.post(`/places/${world.venues.sky}/restoration`, { version: '2' })
    expect(answer.text).toContain('has this name already')
  })
})

describe('the places', () => {
  test('are grouped, and an empty group says what to do', async () => {
    const { text } = await sam.get('/places')
    expect(text).toContain('Stockrooms')
    expect(text).toContain('No supplier yet')
    expect(text).not.toContain('Before this book')
  })

  test('are closed to outreach workers', async () => {
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/places')).status).toBe(403)
    expect((await omar.post('/places', venue)).status).toBe(403)
  })

  test('made by logging a donation are found again there', async () => {
    await world.write((tx) => donorNamed(tx, 'Pharmacie du Village'))
    expect((await sam.get('/places')).text).toContain('Pharmacie du Village')
  })
})
