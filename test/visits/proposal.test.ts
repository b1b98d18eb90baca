import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualOf } from '#src/ledger/usual.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger, told } from '#test/support/ledger.ts'
import { give, stopAt, takeBag } from '#test/support/outreach.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

describe('what is usual', () => {
  const use = (day: string, itemId: number, quantity: number) => ({ day, itemId, quantity })

  test('is the middle of the latest days, a day without it counting as none', () => {
    const uses = [
      ...[use('2026-11-01', 1, 4), use('2026-11-08', 1, 6), use('2026-11-15', 1, 20)],
      use('2026-11-15', 2, 9),
    ]
    expect([...usualOf(uses)]).toEqual([[1, 6]])
  })

  test('is nothing after one day alone', () => {
    expect([...usualOf([use('2026-11-01', 1, 4)])]).toEqual([])
  })

  test('forgets all but the latest eight days', () => {
    const old = Array.from({ length: 20 }, (_, index) => use(`2026-09-${10 + index}`, 1, 50))
    const late = Array.from({ length: 8 }, (_, index) => use(`2026-11-${10 + index}`, 1, 2))
    expect([...usualOf([...old, ...late])]).toEqual([[1, 2]])
  })

  test('is never more than was once given, whatever the order of the days', () => {
    const aUse = fc.record({
      day: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`),
      itemId: fc.integer({ min: 1, max: 3 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    const uses = fc.uniqueArray(aUse, { selector: ({ day, itemId }) => `${day} ${itemId}` })
    fc.assert(
      fc.property(uses, (given) => {
        const usual = usualOf(given)
        for (const [itemId, quantity] of usual) {
          const most = Math.max(
            ...given.filter((each) => each.itemId === itemId).map((each) => each.quantity),
          )
          expect(quantity).toBeLessThanOrEqual(most)
        }
        const turned = usualOf(given.toReversed())
        expect([...turned].sort()).toEqual([...usual].sort())
      }),
    )
  })
})

describe('a visit', () => {
  let world: World
  let omar: Client
  let sam: Client

  beforeEach(async () => {
    world = await openWorld()
    omar = await clientOf(world, 'outreach')
    sam = await clientOf(world, 'stock')
    await setPar(world, world.bags.bag1, { cond: 60, pamph: 20, juice: 12 })
    await ledger(world, 'donor -> central C29 500, pamph 100, J28 100')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const visitSky = async () => stopAt(omar, await takeBag(omar, world.bags.bag1), world.venues.sky)

  test('that is the first proposes what a first visit brings, of what the bag has', async () => {
    const visit = await visitSky()
    const { text } = await omar.get(visit)
    expect(text).toContain('For a first visit: 50 Condom and 10 Leaflet')
    const fields = fieldsOf(text, `${visit}/bundles`)
    expect((await omar.post(`${visit}/bundles`, fields)).status).toBe(303)
    expect(await told(world, ...(await entriesOf(world, 'hand-out')))).toBe(
      'bag1 -> sky C29 50 / bag1 -> sky pamph 10',
    )
    expect((await omar.get(visit)).text).not.toContain('For a first visit')
  })

  test('proposes what is usual there, which can be changed and is one entry', async () => {
    for (const day of ['2026-11-02', '2026-11-09', '2026-11-16']) {
      await ledger(world, 'opening -> bag2 C29 6, J28 2', day)
      await ledger(world, 'bag2 -> sky C29 6, J28 2', day)
    }
    const visit = await visitSky()
    await omar.get(visit)
    // Somebody was there before: it is not the first visit.
    const other = await stopAt(omar, '/shifts/1', world.venues.park)
    expect((await omar.get(other)).text).not.toContain('The usual here')
    world.pass(24 * 7)
    omar = await clientOf(world, 'outreach')
    const again = await stopAt(omar, '/shifts/1', world.venues.sky)
    const { text } = await omar.get(again)
    expect(text).toContain('The usual here: 6 Condom and 2 Juice')
    const condoms = `lines.i${world.item('cond').id}.quantity`
    const fields = { ...fieldsOf(text, `${again}/bundles`), [condoms]: '8' }
    expect((await omar.post(`${again}/bundles`, fields)).status).toBe(303)
    const entries = await entriesOf(world, 'hand-out')
    expect(await told(world, entries.at(-1) ?? 0)).toBe('bag1 -> sky C29 8 / bag1 -> sky J28 2')
    const { text: after } = await omar.get(again)
    const [, undo = ''] =
      after.match(/value="(\d+)"[^>]*>\s*<input type="hidden" name="quantity" value="0"/) ?? []
    await omar.post(`${again}/hand-outs`, { entry: undo, quantity: '0' })
    expect(await holds(world, 'bag1')).toBe('C29 60, J28 12, pamph 20')
  })

  test('proposes nothing once something was given, or to somebody else', async () => {
    const visit = await visitSky()
    expect((await sam.get(visit)).text).toContain('For a first visit')
    await give(omar, world, visit, 'cond 1')
    expect((await omar.get(visit)).text).not.toContain('For a first visit')
  })

  test.each<[string, Record<string, string>, string]>([
    ['a fraction', { quantity: '1.5' }, 'whole numbers'],
    ['less than nothing', { quantity: '-3' }, 'digits only'],
    ['nothing at all', { quantity: '0' }, 'at least one line'],
    ['far too many', { quantity: '10000001' }, 'ten million'],
  ])('refuses %s, and keeps what was typed', async (_, { quantity = '' }, why) => {
    const visit = await visitSky()
    const field = `lines.i${world.item('cond').id}.quantity`
    const answer = await omar.post(`${visit}/bundles`, { [field]: quantity })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain(`value="${quantity}"`)
    expect(await entriesOf(world, 'hand-out')).toEqual([])
  })

  test('of somebody else’s shift takes no bundle', async () => {
    const { text } = await sam.get(`/bags/${world.bags.bag2}/check-out`)
    const mine = { [`people.p${world.people.coordinator}`]: 'on' }
    await sam.post('/shifts', { ...fieldsOf(text, '/shifts'), ...mine })
    const visit = await stopAt(sam, '/shifts/1', world.venues.sky)
    const field = `lines.i${world.item('cond').id}.quantity`
    const answer = await omar.post(`${visit}/bundles`, { [field]: '3' })
    expect(answer.status).toBe(422)
    expect(await entriesOf(world, 'hand-out')).toEqual([])
  })

  test('is proposed from a list that the office edits, with its changes kept', async () => {
    const form = () => sam.get('/venues/first-visit')
    const fields = fieldsOf((await form()).text, '/venues/first-visit')
    expect(fields['lines.0.item']).toBe('External condom')
    const edited = {
      ...fields,
      'lines.0.quantity': '30',
      'lines.1.item': '',
      'lines.1.quantity': '',
    }
    expect((await sam.post('/venues/first-visit', edited)).status).toBe(303)
    expect((await omar.get(await visitSky())).text).toContain('For a first visit: 30 Condom')
    expect((await sam.get('/changes')).text).toContain('First visit')
    const stale = await sam.post('/venues/first-visit', {
      ...edited,
      requestId: crypto.randomUUID(),
    })
    expect(stale.status).toBe(422)
    const twice = { ...fieldsOf((await form()).text, '/venues/first-visit') }
    const bad = { ...twice, 'lines.3.item': 'cond', 'lines.3.quantity': '1' }
    expect((await sam.post('/venues/first-visit', bad)).text).toContain('on the list twice')
    const groceries = { ...twice, 'lines.3.item': 'groc', 'lines.3.quantity': '1' }
    expect((await sam.post('/venues/first-visit', groceries)).text).toContain('may not go in bags')
    expect((await omar.get('/venues/first-visit')).status).toBe(403)
  })
})
