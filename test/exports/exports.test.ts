import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, clientOf } from '#test/support/client.ts'
import { exported } from '#test/support/exports.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
})
afterEach(() => world.close())

const file = '/reports.csv?length=month&month=2026-10'

test('nothing has left yet', async () => {
  expect((await chloe.get('/exports')).text).toContain('Nothing has left yet')
})

test('what leaves is written down: who, when, and what was asked for', async () => {
  await exported(chloe, file)
  const { text } = await chloe.get('/exports')
  expect(text).toContain('Chloé')
  expect(text).toContain('Report, spreadsheet')
  expect(text).toContain('Month · October 2026')
  expect(text).toContain('Nov 23, 2026')
})

test('the same form sent twice is written down once', async () => {
  const requestId = crypto.randomUUID()
  const once = await chloe.post('/exports', { requestId, path: file })
  const again = await chloe.post('/exports', { requestId, path: file })
  expect(again.location).toBe(once.location)
  expect((await chloe.get('/exports')).text.match(/Report, spreadsheet/g)).toHaveLength(1)
})

test('without being written down nothing leaves: its page is shown', async () => {
  for (const path of [file, `${file}&export=1`, `${file}&export=x`, `${file}&export=1e999`]) {
    const { status, location } = await chloe.get(path)
    expect([status, location], path).toEqual([303, '/reports?length=month&month=2026-10'])
  }
})

test('an export is good for who asked, for what they asked, and for an hour', async () => {
  const { location } = await chloe.post('/exports', { path: file })
  const address = location ?? ''
  expect((await chloe.get(address)).status).toBe(200)
  const ada = await clientOf(world, 'admin')
  expect((await ada.get(address)).status).toBe(303)
  expect((await chloe.get(address.replace('2026-10', '2026-09'))).status).toBe(303)
  world.pass(1.1)
  expect((await chloe.get(address)).status).toBe(303)
})

test('writing it down leaves what can be undone as it was', async () => {
  await chloe.post('/losses', {})
  const name = { kind: 'venue', role: 'bar', nameFr: 'Rosa', stream: 'outreach' }
  await chloe.post('/places', name)
  const before = (await chloe.get('/exports')).text.includes('class="undo"')
  await exported(chloe, file)
  expect((await chloe.get('/exports')).text.includes('class="undo"')).toBe(before)
})

test.each([
  ['a page that does not leave', '/stock'],
  ['a spreadsheet of stock', '/stock.csv'],
  ['another site', 'https://example.org/reports.csv'],
  ['another site without a scheme', '//example.org/reports.csv'],
  ['no address', ''],
  ['words', 'reports'],
  ['an inherited name', 'constructor'],
  ['one that is too long', `/reports.csv?month=${'x'.repeat(400)}`],
  ['a path above', '/reports/../stock.csv'],
])('there is nothing to take at %s', async (_, path) => {
  expect((await chloe.post('/exports', { path })).status).toBe(404)
})

test('a field that the form does not have is refused', async () => {
  expect((await chloe.post('/exports', { path: file, person: '3' })).status).toBe(404)
})

test('the office takes what it may open, and no more', async () => {
  const sam = await clientOf(world, 'stock')
  expect((await sam.post('/exports', { path: '/distribution.csv' })).status).toBe(303)
  expect((await sam.post('/exports', { path: file })).status).toBe(404)
  const omar = await clientOf(world, 'outreach')
  expect((await omar.post('/exports', { path: '/distribution.csv' })).status).toBe(403)
})
