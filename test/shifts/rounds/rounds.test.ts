import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf, fieldsWith } from '#test/support/fields.ts'
import { ledger } from '#test/support/ledger.ts'
import { give, stopAt } from '#test/support/outreach.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

let world: World
let chloe: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  omar = await clientOf(world, 'outreach')
  await setPar(world, world.bags.bag1, { cond: 20, juice: 12 })
  await ledger(world, 'donor -> central C28 100, J28 100')
})
afterEach(() => world.close())

const afternoon = { nameFr: 'Après-midi', nameEn: 'Afternoon', stops: 'Sky\nparc\nMot' }
const newRoute = (wrong: Record<string, string> = {}) =>
  chloe.post('/routes', { ...afternoon, ...wrong })
/** Takes the bag along the only route. @returns the path of the shift */
const goAlong = async () => {
  const { text } = await omar.get(`/bags/${world.bags.bag1}/check-out`)
  const taken = await omar.post('/shifts', { ...fieldsOf(text, '/shifts'), routeId: '1' })
  return taken.location ?? ''
}

describe('a route', () => {
  test('is a name and places in order, by an alias or its beginning', async () => {
    expect((await newRoute()).status).toBe(303)
    expect((await chloe.get('/routes')).text).toContain('Sky → Parc → Motel')
  })

  test('is edited, logged, and its edit undone', async () => {
    await newRoute()
    const fields = fieldsOf((await chloe.get('/routes/1')).text, '/routes/1')
    const edited = await chloe.post('/routes/1', { ...fields, stops: 'Parc\nSky' })
    expect(edited.status).toBe(303)
    expect((await chloe.get('/routes')).text).toContain('Parc → Sky<')
    const { text } = await chloe.get('/changes')
    expect(text).toContain('Places of a route')
    expect(text).toContain('Motel')
    expect(text).toContain('another order')
    const [, undo = ''] =
      (await chloe.get('/routes')).text.match(/(\/changes\/\d+\/reversal)/) ?? []
    await chloe.post(undo, {})
    expect((await chloe.get('/routes')).text).toContain('Sky → Parc → Motel')
  })

  test('that two people edit at once loses nothing', async () => {
    await newRoute()
    const fields = fieldsOf((await chloe.get('/routes/1')).text, '/routes/1')
    await chloe.post('/routes/1', { ...fields, stops: 'Parc' })
    const second = await chloe.post('/routes/1', {
      ...{ ...fields, requestId: crypto.randomUUID(), stops: 'Motel' },
    })
    expect(second.status).toBe(422)
    expect(second.text).toContain('Motel')
  })

  test('that is retired is not offered any more', async () => {
    await newRoute()
    expect((await omar.get(`/bags/${world.bags.bag1}/check-out`)).text).toContain('Afternoon')
    await chloe.post('/routes/1/retirement', { version: '1' })
    expect((await omar.get(`/bags/${world.bags.bag1}/check-out`)).text).not.toContain('Afternoon')
    expect((await chloe.get('/routes?retired=1')).text).toContain('Afternoon')
  })

  test('is the office’s to write', async () => {
    expect((await omar.post('/routes', afternoon)).status).toBe(403)
    expect((await omar.get('/routes')).status).toBe(403)
  })

  test.each<[string, Record<string, string>, string]>([
    ['no name', { nameFr: '', nameEn: '' }, 'Give a name'],
    ['no place', { stops: ' ' }, 'at least one line'],
    ['a place nobody knows', { stops: 'Sky\nskie' }, 'Did you mean: sky?'],
    ['nothing like a place', { stops: 'zzzzzzzz' }, 'No place is called “zzzzzzzz”.'],
    ['a place twice', { stops: 'Sky\nParc\nsky' }, 'on the list twice'],
    ['forty-one places', { stops: 'Sky\n'.repeat(41) }, 'at most 40 lines'],
    ['a field it does not have', { colour: 'red' }, 'out of date'],
  ])('is refused for %s, and keeps what was typed', async (_, wrong, why) => {
    const answer = await newRoute(wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain((wrong.stops ?? afternoon.stops).trim())
  })
})

describe('a shift along a route', () => {
  test('says what is done and where to go next', async () => {
    await newRoute()
    const shift = await goAlong()
    expect(states((await omar.get(shift)).text)).toEqual(['Sky next', 'Parc', 'Motel'])
    await stopAt(omar, shift, world.venues.sky)
    expect(states((await omar.get(shift)).text)).toEqual(['Sky done', 'Parc next', 'Motel'])
    expect((await omar.get(shift)).text).toContain('2 stops to go.')
  })

  test('passes by a stop, and stops there after all', async () => {
    await newRoute()
    const shift = await goAlong()
    const skip = fieldsWith((await omar.get(shift)).text, '/planned-stops/2', 'Skip')
    expect((await omar.post('/planned-stops/2', skip)).location).toBe(shift)
    expect(states((await omar.get(shift)).text)).toEqual(['Sky next', 'Parc skipped', 'Motel'])
    // A second tap on the page as it was changes nothing that was not seen.
    const again = { ...skip, requestId: crypto.randomUUID() }
    expect((await omar.post('/planned-stops/2', again)).status).toBe(303)
    await stopAt(omar, shift, world.venues.park)
    expect(states((await omar.get(shift)).text)).toEqual(['Sky next', 'Parc done', 'Motel'])
  })

  test('keeps the stops it left with when the route changes', async () => {
    await newRoute()
    const shift = await goAlong()
    const fields = fieldsOf((await chloe.get('/routes/1')).text, '/routes/1')
    await chloe.post('/routes/1', { ...fields, stops: 'Parc' })
    expect(states((await omar.get(shift)).text)).toHaveLength(3)
  })

  test('shares what is left between the stops to go', async () => {
    await newRoute()
    const shift = await goAlong()
    const visit = await stopAt(omar, shift, world.venues.sky)
    await give(omar, world, visit, 'juice 3')
    // Nine left for two more stops.
    expect((await omar.get(visit)).text).toContain('9 left<small>4 a stop')
    expect((await omar.get(shift)).text).toContain('4 a stop')
    expect((await omar.get(`/bags/${world.bags.bag1}`)).text).toContain(
      '9 left, 2 stops to go: 4 a stop',
    )
  })

  test('without one says nothing of stops to go', async () => {
    const { text } = await omar.get(`/bags/${world.bags.bag1}/check-out`)
    expect(text).not.toContain('routeId')
    const { location } = await omar.post('/shifts', fieldsOf(text, '/shifts'))
    const visit = await stopAt(omar, location ?? '', world.venues.sky)
    expect((await omar.get(visit)).text).not.toContain('a stop<')
    expect((await omar.get(location ?? '')).text).not.toContain('to go')
  })

  test('of somebody else is not a worker’s to change', async () => {
    await newRoute()
    const { text } = await chloe.get(`/bags/${world.bags.bag1}/check-out`)
    const mine = { routeId: '1', [`people.p${world.people.coordinator}`]: 'on' }
    await chloe.post('/shifts', { ...fieldsOf(text, '/shifts'), ...mine })
    const skip = { version: '1', skipped: 'on' }
    expect((await omar.post('/planned-stops/1', skip)).status).toBe(403)
  })

  test('cannot begin on a route that does not exist', async () => {
    const { text } = await omar.get(`/bags/${world.bags.bag1}/check-out`)
    const sent = { ...fieldsOf(text, '/shifts'), routeId: '7' }
    expect((await omar.post('/shifts', sent)).status).toBe(422)
  })
})

test('a bag that did not come back is known to the office the day after', async () => {
  const { text } = await omar.get(`/bags/${world.bags.bag1}/check-out`)
  await omar.post('/shifts', fieldsOf(text, '/shifts'))
  for (const page of ['/start', '/alerts']) {
    expect((await chloe.get(page)).text).not.toContain('did not come back')
  }
  world.pass(48)
  const later = await clientOf(world, 'coordinator')
  for (const page of ['/start', '/alerts']) {
    const { text: shown } = await later.get(page)
    expect(shown).toContain('A bag did not come back')
    expect(shown).toContain('with Omar')
    expect(shown).toContain('2 days')
  }
  expect((await later.get('/bags')).text).toContain('Not back yet')
})

/** The planned stops of a shift's page, with their state. */
function states(html: string): string[] {
  const [list = ''] = html.match(/<ol[\s\S]*?<\/ol>/) ?? []
  return (list.match(/<li[\s\S]*?<\/li>/g) ?? []).map((stop) => {
    const name = stop.match(/<(?:b|a[^>]*)>([^<]+)</)?.[1] ?? ''
    const state = stop.match(/class="pill[^"]*">([^<]+)</)?.[1] ?? ''
    return [name, state].filter(Boolean).join(' ')
  })
}
