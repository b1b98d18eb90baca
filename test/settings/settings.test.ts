import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setting } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let ada: Client

beforeEach(async () => {
  world = await openWorld()
  ada = await clientOf(world, 'admin')
})
afterEach(() => world.close())

const typed = {
  version: '1',
  programmeName: 'Rézo',
  neutralName: 'Notes',
  neutralPage: 'https://www.meteo.gc.ca',
  fiscalYearStart: '4',
  dayEndsAtHour: '5',
  retentionMonths: '3',
}
const row = async () => (await world.database.read((db) => db.select().from(setting)))[0]

describe('the settings', () => {
  test('give every page the neutral name', async () => {
    expect((await ada.post('/settings', typed)).status).toBe(303)
    expect((await ada.get('/settings')).text).toContain('<title>Settings · Notes</title>')
  })

  test('can be undone by an administrator and by nobody else', async () => {
    await ada.post('/settings', typed)
    for (const role of ['coordinator', 'stock', 'outreach'] as const) {
      const other = await clientOf(world, role)
      expect((await other.post('/changes/1/reversal', {})).status).toBe(403)
    }
    expect((await row())?.programmeName).toBe('Rézo')
    expect(await ada.post('/changes/1/reversal', {})).toMatchObject({ location: '/settings' })
    expect((await row())?.programmeName).toBe('Relais')
  })

  test('changed by two administrators at once show the second what the first did', async () => {
    await ada.post('/settings', typed)
    const late = await ada.post('/settings', { ...typed, neutralName: 'Carnet' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Relais → Rézo')
    expect(late.text).toContain('value="Carnet"')
  })

  test('are closed to everybody but administrators', async () => {
    for (const role of ['coordinator', 'stock', 'outreach'] as const) {
      const other = await clientOf(world, role)
      expect((await other.get('/settings')).status).toBe(403)
      expect((await other.post('/settings', typed)).status).toBe(403)
    }
  })

  test.each([
    ['no name', { programmeName: ' ' }, 'Fill this in'],
    ['a page that runs a script', { neutralPage: 'javascript:alert(1)' }, 'begins with https'],
    ['a page without encryption', { neutralPage: 'http://meteo.gc.ca' }, 'begins with https'],
    ['a page with a password', { neutralPage: 'https://a:b@meteo.gc.ca' }, 'begins with https'],
    ['a thirteenth month', { fiscalYearStart: '13' }, 'from 1 to 12'],
    ['a day that ends at noon', { dayEndsAtHour: '12' }, 'from 0 to 11'],
    ['no month of detail', { retentionMonths: '0' }, 'from 1 to 120'],
    ['a tab in the name', { programmeName: 'a\tb' }, 'ordinary letters'],
    ['no version', { version: '' }, 'out of date'],
  ])('with %s are refused with a sentence', async (_, change, sentence) => {
    const answer = await ada.post('/settings', { ...typed, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await row())?.programmeName).toBe('Relais')
  })
})
