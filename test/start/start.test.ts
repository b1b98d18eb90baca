import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { location, type Role } from '#src/db/schema/index.ts'
import { access } from '#src/web/access.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const count = () => stockUp(world, [{ code: '1cc', quantity: 100 }])

describe('the first page', () => {
  test.each([
    ['admin', '/start', '/alerts'],
    ['coordinator', '/start', '/alerts'],
    ['stock', '/stock', '/stock'],
    ['outreach', '/bags', '/bags'],
  ] as const)(
    'of %s is %s while nothing is in the book, and then %s',
    async (role, empty, full) => {
      const client = await clientOf(world, role)
      expect((await client.get('/')).location).toBe(empty)
      await count()
      expect((await client.get('/')).location).toBe(full)
    },
  )

  test('of a stranger is the door', async () => {
    const stranger = await clientOf(world, null)
    expect((await stranger.get('/')).location).toBe('/sign-in')
  })
})

describe('getting started', () => {
  test('counts what is done from what is there', async () => {
    const ada = await clientOf(world, 'admin')
    // The named world has bags and venues, and four people.
    expect((await ada.get('/start')).text).toContain('2 of 8 done')
    await count()
    expect((await ada.get('/start')).text).toContain('4 of 8 done')
    await world.write((tx) =>
      tx.insert(location).values({ kind: 'source', role: 'supplier', nameFr: 'Fournisseur' }),
    )
    expect((await ada.get('/start')).text).toContain('5 of 8 done')
  })

  test('opens the first bag after the first count', async () => {
    const ada = await clientOf(world, 'admin')
    const bag = '<a href="/bags">First bag</a>'
    expect((await ada.get('/start')).text).not.toContain(bag)
    await count()
    expect((await ada.get('/start')).text).toContain(bag)
  })

  test('links to no page that the person may not open', async () => {
    const sam = await clientOf(world, 'stock')
    const page = await sam.get('/start')
    expect(page.text).not.toContain('href="/people"')
    expect(page.text).toContain('For an administrator')
  })
})

describe('the menu', () => {
  // Pages that are reached from another: forms, tables to download, what a list unfolds.
  const reachedFromAnother = [
    ...['/distribution/entries', '/orders/calendar', '/account/second-step'],
    ...['/account/digest', '/venues/first-visit', '/drop-in/opening', '/drop-in/closing'],
    ...['/drop-in/nights', '/drop-in/sheet', '/drop-in/late-sheet', '/reports/sheet'],
  ]
  const isTop = (path: string) =>
    !/:|\/new$|\.(csv|json)$/.test(path) && !['/', '/menu', ...reachedFromAnother].includes(path)

  test.each(['outreach', 'stock', 'coordinator', 'admin'] as const)(
    'leads %s to every page they may open, and to no other',
    async (role: Role) => {
      const client = await clientOf(world, role)
      const { text } = await client.get('/menu')
      const main = text.slice(text.indexOf('<main'))
      const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path)
      const open = access.filter(
        ([method, path, roles]) =>
          method === 'GET' && roles !== 'anyone' && roles.includes(role) && isTop(path),
      )
      expect(new Set(links)).toEqual(new Set(open.map(([, path]) => path)))
    },
  )
})

describe('the language', () => {
  const returnTo = (html: string) => html.match(/name="returnTo" value="([^"]*)"/)?.[1]

  test('comes back to the page as it was filtered', async () => {
    const sam = await clientOf(world, 'stock')
    const filtered = await sam.get('/stock?category=food&q=jus')
    expect(returnTo(filtered.text)).toBe('/stock?category=food&amp;q=jus')
  })

  test.each([
    ['/donations', '/donations/new'],
    ['/losses', '/losses/new'],
    ['/imports/preview', '/imports'],
    ['/stocktakes', '/stocktakes'],
  ])('of a form sent to %s that was refused comes back to %s', async (path, page) => {
    const sam = await clientOf(world, 'stock')
    const refused = await sam.post(path, {})
    expect(refused.status).toBe(422)
    expect(returnTo(refused.text)).toBe(page)
  })

  test.each([
    ['/stock', '/stock'],
    ['//elsewhere.example', '/'],
    ['/stock?place=1&q=n%C3%A9', '/stock?place=1&q=n%C3%A9'],
    ['/people/1/disabling', '/people/1'],
    ['/imports/preview', '/imports'],
    ['/nowhere/at/all', '/'],
  ])('changed on %s comes back to %s', async (returnTo, location) => {
    const stranger = await clientOf(world, null)
    const body = new URLSearchParams({ language: 'fr', returnTo })
    expect((await stranger.send('/language', { method: 'POST', body })).location).toBe(location)
    expect((await stranger.get('/sign-in')).text).toContain('Se connecter')
  })
})
