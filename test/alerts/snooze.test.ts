// A row of the board is put aside: until a day, or until it gets worse, and never a moment longer.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'
import { handedOut } from './story.ts'

let world: World
let chloe: Client

// 40 condoms a night and 600 left: 15 open days, until Friday 11 December, which is amber.
beforeEach(async () => {
  world = await openWorld()
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 600 })
  chloe = await clientOf(world, 'coordinator')
})
afterEach(() => world.close())

const today = '2026-11-23'
const condom = () => `/alerts/${world.item('cond').id}`

/** The fields of the form as the page has them. */
async function fieldsOf(path: string): Promise<Record<string, string>> {
  const { text } = await chloe.get(path)
  const fields = [...text.matchAll(/<input[^>]*>/g)].map(([tag]) => ({
    name: tag.match(/name="([^"]*)"/)?.[1] ?? '',
    value: tag.match(/value="([^"]*)"/)?.[1] ?? '',
    isOff: tag.includes('type="radio"') && !tag.includes('checked'),
  }))
  const asked = ['version', 'level', 'runsOutOn', 'usable', 'wait', 'untilOn']
  return Object.fromEntries(
    fields.flatMap(({ name, value, isOff }) =>
      asked.includes(name) && !isOff ? [[name, value]] : [],
    ),
  )
}

async function putAside(more: Record<string, string> = {}) {
  const fields = await fieldsOf(`${condom()}/snooze`)
  const { status, location } = await chloe.post(`${condom()}/snooze`, { ...fields, ...more })
  expect({ status, location }).toEqual({ status: 303, location: '/alerts' })
}

const rows = async (query = '') => {
  const { text } = await chloe.get(`/alerts${query}`)
  return text.slice(text.indexOf('<tbody'), text.indexOf('</tbody>'))
}
const isOnTheBoard = async () => (await rows()).includes('External condom')
const isAside = async () => (await rows('?level=snoozed')).includes('External condom')

describe('what is put aside', () => {
  test('leaves the board, and stays one click away with who did it and when', async () => {
    expect(await isOnTheBoard()).toBe(true)
    await putAside()
    expect([await isOnTheBoard(), await isAside()]).toEqual([false, true])
    const { text } = await chloe.get('/alerts')
    expect(text).toMatch(/href="\/alerts\?level=snoozed"[^>]*><b>1<\/b> Put aside/)
    expect(text).toContain('External condom until Dec 21')
    const aside = await rows('?level=snoozed')
    expect(aside).toContain('by Chloé on Monday, November 23')
  })

  test('is on the board again on its day', async () => {
    await putAside({ wait: 'day', untilOn: '2026-11-25' })
    world.pass(24)
    chloe = await clientOf(world, 'coordinator')
    expect(await isOnTheBoard()).toBe(false)
    world.pass(24)
    chloe = await clientOf(world, 'coordinator')
    expect([await isOnTheBoard(), await isAside()]).toEqual([true, false])
  })

  test('waits for worse four weeks at most', async () => {
    await putAside()
    expect(await rows('?level=snoozed')).toContain('until Monday, December 21')
  })

  test('changes nothing of what is forecast or ordered', async () => {
    const before = await chloe.get(`/orders/new?item=${world.item('cond').id}`)
    await putAside()
    const after = await chloe.get(`/orders/new?item=${world.item('cond').id}`)
    const makes = /<output[^>]*>.*?<\/output>/
    expect(after.text.match(makes)?.[0]).toBe(before.text.match(makes)?.[0])
  })

  test('is of one item', async () => {
    await handedOut(world, { code: 'lube', aDay: 30, weeks: 8, left: 100 })
    await putAside()
    expect(await rows()).toContain('Lube')
  })

  test('is in the spreadsheet of what is aside, with its day', async () => {
    await putAside()
    expect((await chloe.get('/alerts.csv')).text).not.toContain('External condom')
    const { text } = await chloe.get('/alerts.csv?level=snoozed')
    expect(text).toMatch(/cond,External condom,.*,2026-12-21/)
  })
})

describe('worse is never hidden', () => {
  test('nothing left', async () => {
    await putAside()
    await ledger(world, 'central -> sky C29 600')
    expect(await rows()).toContain('Nothing is left any more, so it is shown.')
    expect(await isAside()).toBe(false)
  })

  test('a more pressing level', async () => {
    expect(await rows()).toMatch(/External condom[\s\S]*?Order soon/)
    await putAside()
    await ledger(world, 'central -> sky C29 480')
    expect(await rows()).toContain('It is more pressing than it was, so it is shown.')
  })

  test('running out three days sooner, and not two', async () => {
    await putAside()
    // Thursday 10 December, then Friday 4: a weekend earlier.
    await ledger(world, 'central -> lost C29 40')
    expect(await isOnTheBoard()).toBe(false)
    await ledger(world, 'central -> lost C29 160')
    expect(await rows()).toContain('It runs out sooner than it did, so it is shown.')
  })

  test('what was worse already when the form was sent', async () => {
    const fields = await fieldsOf(`${condom()}/snooze`)
    await ledger(world, 'central -> sky C29 600')
    await chloe.post(`${condom()}/snooze`, fields)
    expect(await isOnTheBoard()).toBe(true)
  })

  test('red and empty cannot get worse: it waits for a day', async () => {
    await ledger(world, 'central -> sky C29 600')
    const fields = await fieldsOf(`${condom()}/snooze`)
    expect(fields).toMatchObject({ wait: 'day', level: 'now', usable: '0' })
    const refused = await chloe.post(`${condom()}/snooze`, { ...fields, wait: 'worse' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('It cannot get worse than it is')
    await putAside({ untilOn: '2026-11-26' })
    expect(await isAside()).toBe(true)
    // What comes in makes it better, and that is no reason to show it.
    await stockUp(world, [{ code: 'cond', quantity: 40 }])
    expect(await isOnTheBoard()).toBe(false)
  })
})

describe('it is taken back', () => {
  test('by undo, and by undo of that', async () => {
    await putAside()
    const undo = async () => {
      const [, path = ''] =
        (await chloe.get('/alerts')).text.match(/action="(\/changes\/\d+\/reversal)"/) ?? []
      expect((await chloe.post(path, {})).location).toBe('/alerts')
    }
    await undo()
    expect(await isOnTheBoard()).toBe(true)
    await undo()
    expect(await isAside()).toBe(true)
  })

  test('by waking it, and it can be put aside anew', async () => {
    await putAside()
    const { version = '' } = await fieldsOf(`${condom()}/snooze`)
    expect((await chloe.post(`${condom()}/waking`, { version })).status).toBe(303)
    expect(await isOnTheBoard()).toBe(true)
    await putAside()
    expect(await isAside()).toBe(true)
  })

  test('and the list of changes tells all of it', async () => {
    await putAside()
    const { text } = await chloe.get('/changes')
    expect(text).toContain('Put aside External condom')
    expect(text).toContain('Aside until')
  })
})

describe('the form', () => {
  const bad: readonly [string, Record<string, string>, string][] = [
    ['no day', { wait: 'day', untilOn: '' }, 'Enter a day after today'],
    ['today', { wait: 'day', untilOn: today }, 'Enter a day after today'],
    ['a day far away', { wait: 'day', untilOn: addDays(today, 93) }, 'Enter a day after today'],
    ['no day at all', { wait: 'day', untilOn: '2026-02-30' }, 'a day that exists'],
    ['neither of the two', { wait: 'for ever' }, 'Choose one'],
    ['another level', { level: 'purple' }, 'Choose one'],
    ['a field too many', { colour: 'red' }, 'out of date'],
    ['an earlier version', { version: 'x' }, 'out of date'],
  ]
  test.each(bad)('%s is refused, and nothing typed is lost', async (_, change, sentence) => {
    const fields = { ...(await fieldsOf(`${condom()}/snooze`)), ...change }
    const { status, text } = await chloe.post(`${condom()}/snooze`, fields)
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect(text).toContain(`value="${fields.untilOn}"`)
    expect(await isOnTheBoard()).toBe(true)
  })

  test('two at once: the second is told', async () => {
    const fields = await fieldsOf(`${condom()}/snooze`)
    await chloe.post(`${condom()}/snooze`, fields)
    const { status, text } = await chloe.post(`${condom()}/snooze`, fields)
    expect(status).toBe(422)
    expect(text).toContain('Somebody else changed this meanwhile')
    expect(text).toContain('Put aside until Monday, December 21, by Chloé')
  })

  test('the same request twice is one', async () => {
    const fields = { ...(await fieldsOf(`${condom()}/snooze`)), requestId: crypto.randomUUID() }
    const post = () => chloe.post(`${condom()}/snooze`, fields)
    expect([(await post()).status, (await post()).status]).toEqual([303, 303])
  })

  test('is of items on the board, and of the office', async () => {
    expect((await chloe.get('/alerts/9999/snooze')).status).toBe(404)
    expect((await chloe.get(`/alerts/${world.item('inj').id}/snooze`)).status).toBe(404)
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get(`${condom()}/snooze`)).status).toBe(403)
  })
})
