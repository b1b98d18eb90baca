import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFactor, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Stream } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
})
afterEach(() => world.close())

const factor = async (stream: Stream, day: string) =>
  openFactor(await world.database.read(serviceCalendar), stream, day)

const week = (stream: Stream, ...weekdays: readonly number[]) =>
  Object.fromEntries(weekdays.map((weekday) => [`${stream}.${weekday}`, 'on']))
const usual = { ...week('outreach', 1, 2, 3, 4, 5), ...week('drop-in', 3, 4, 5, 6) }
const mondays = { ...usual, ...week('drop-in', 1) }

const holiday = {
  ...{ stream: 'drop-in', state: 'closed', day: '2026-12-25', until: '' },
  ...{ factor: '100', reason: 'Noël' },
}

describe('the usual week', () => {
  test('changes from a day on, and not a day sooner', async () => {
    const answer = await chloe.post('/calendar/pattern', {
      ...mondays,
      seen: '0',
      startsOn: '2027-01-04',
    })
    expect(answer).toMatchObject({ status: 303, location: '/calendar' })
    expect(await factor('drop-in', '2026-12-28')).toBe(0)
    expect(await factor('drop-in', '2027-01-04')).toBe(1)
    expect(await factor('outreach', '2027-01-05')).toBe(1)
  })

  test('without a tick closes the service', async () => {
    const outreach = week('outreach', 1, 2, 3, 4, 5)
    await chloe.post('/calendar/pattern', { ...outreach, seen: '0', startsOn: '2026-11-23' })
    expect(await factor('drop-in', '2026-11-25')).toBe(0)
    expect(await factor('drop-in', '2026-11-21')).toBe(1)
  })

  test('saved without a difference leaves the services as they are', async () => {
    await chloe.post('/calendar/pattern', { ...usual, seen: '0', startsOn: '2026-11-23' })
    expect((await chloe.get('/changes')).text).toContain('Saved again without a change')
  })

  test('can be undone whole', async () => {
    await chloe.post('/calendar/pattern', { ...mondays, seen: '0', startsOn: '2026-11-23' })
    expect(await factor('drop-in', '2026-11-23')).toBe(1)
    await chloe.post('/changes/1/reversal', {})
    expect(await factor('drop-in', '2026-11-23')).toBe(0)
    expect(await factor('drop-in', '2026-11-25')).toBe(1)
  })

  test('changed by two people at once shows the second what the first did', async () => {
    await chloe.post('/calendar/pattern', { ...mondays, seen: '0', startsOn: '2026-11-23' })
    const late = { ...usual, ...week('events', 7), seen: '0', startsOn: '2026-11-24' }
    const answer = await chloe.post('/calendar/pattern', late)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Changed meanwhile')
    expect(answer.text).toMatch(/id="events-7" name="events.7" checked/)
    expect(await factor('events', '2026-11-29')).toBe(0)
  })

  test.each([
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'a day that exists'],
    ['no day', { startsOn: '' }, 'a day that exists'],
    ['an eighth weekday', { 'drop-in.8': 'on' }, 'Choose one'],
    ['a box with a value', { 'drop-in.1': 'perhaps' }, 'Choose one'],
    ['a service that does not exist', { 'clinic.1': 'on' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const form = { ...mondays, seen: '0', startsOn: '2026-11-23', ...change }
    const answer = await chloe.post('/calendar/pattern', form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await factor('drop-in', '2026-11-30')).toBe(0)
  })
})

describe('a day unlike the others', () => {
  test('closes a night that the week would open', async () => {
    expect((await chloe.post('/calendar/exceptions', holiday)).status).toBe(303)
    expect(await factor('drop-in', '2026-12-25')).toBe(0)
    expect((await chloe.get('/calendar')).text).toContain('Noël')
  })

  test('may be several in one go, both ends included', async () => {
    await chloe.post('/calendar/exceptions', { ...holiday, until: '2027-01-02' })
    expect(await factor('drop-in', '2026-12-31')).toBe(0)
    expect(await factor('drop-in', '2027-01-02')).toBe(0)
    expect(await factor('drop-in', '2027-01-06')).toBe(1)
  })

  test('may be busier than usual', async () => {
    const clinic = { ...holiday, state: 'open', factor: '160', day: '2026-11-26' }
    await chloe.post('/calendar/exceptions', clinic)
    expect(await factor('drop-in', '2026-11-26')).toBe(1.6)
    expect((await chloe.get('/calendar')).text).toContain('× 1.6')
  })

  test('is removed again, and the removal can be undone', async () => {
    await chloe.post('/calendar/exceptions', holiday)
    const line = { version: '1', until: '2026-12-25' }
    await chloe.post('/calendar/exceptions/1/removal', line)
    expect(await factor('drop-in', '2026-12-25')).toBe(1)
    await chloe.post('/changes/2/reversal', {})
    expect(await factor('drop-in', '2026-12-25')).toBe(0)
  })

  test('in a row with others like it is one line, removed as one', async () => {
    await chloe.post('/calendar/exceptions', { ...holiday, until: '2027-01-02' })
    await chloe.post('/calendar/exceptions', { ...holiday, day: '2027-01-06', reason: 'Rois' })
    const { text } = await chloe.get('/calendar')
    expect(text.match(/\/removal"/g)).toHaveLength(2)
    const line = { version: '1', until: '2027-01-02' }
    expect((await chloe.post('/calendar/exceptions/1/removal', line)).status).toBe(303)
    expect(await factor('drop-in', '2026-12-25')).toBe(1)
    expect(await factor('drop-in', '2027-01-02')).toBe(1)
    expect(await factor('drop-in', '2027-01-06')).toBe(0)
  })

  test('removed by two people at once is removed once', async () => {
    await chloe.post('/calendar/exceptions', holiday)
    const line = { version: '1', until: '2026-12-25' }
    await chloe.post('/calendar/exceptions/1/removal', line)
    const late = await chloe.post('/calendar/exceptions/1/removal', line)
    expect(late.status).toBe(422)
    expect(late.text).toContain('not here any more')
  })

  test('is there once for a service', async () => {
    await chloe.post('/calendar/exceptions', holiday)
    const again = await chloe.post('/calendar/exceptions', {
      ...holiday,
      ...{ day: '2026-12-23', until: '2026-12-26', reason: 'Congé' },
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('December 25, 2026 has its own line')
    expect(again.text).toContain('value="Congé"')
    expect(await factor('drop-in', '2026-12-24')).toBe(1)
  })

  test.each([
    ['a service that does not exist', { stream: 'clinic' }, 'Choose one'],
    ['neither open nor closed', { state: 'perhaps' }, 'Choose one'],
    ['no day', { day: '' }, 'a day that exists'],
    ['an end before its beginning', { until: '2026-12-24' }, 'before the first'],
    ['a hundred days', { until: '2027-03-31' }, 'at most 62 days'],
    ['no demand at all', { state: 'open', factor: '0' }, 'from 1 to 1000'],
    ['twenty times the demand', { state: 'open', factor: '2000' }, 'from 1 to 1000'],
    ['a newline in the reason', { reason: 'a\nb' }, 'ordinary letters'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await chloe.post('/calendar/exceptions', { ...holiday, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await factor('drop-in', '2026-12-25')).toBe(1)
  })
})

describe('the calendar page', () => {
  test('counts the open days of the year ahead in words', async () => {
    const { text } = await chloe.get('/calendar')
    expect(text).toContain('Open 261 days of 365')
    expect(text).not.toContain('Open 0 days of 365')
    expect(text).toContain('Events: no open day in the year ahead.')
  })

  test('shows stock managers the calendar without a form', async () => {
    const sam = await clientOf(world, 'stock')
    expect((await sam.get('/calendar')).text).not.toContain('action="/calendar')
    expect((await sam.post('/calendar/exceptions', holiday)).status).toBe(403)
  })
})
