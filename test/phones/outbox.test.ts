// What a phone sends: sealed as the page outside seals it, entered once, in whatever order it comes.
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  heldEntry,
  item,
  location,
  person,
  phone,
  plannedStop,
  sealingKey,
  visit,
} from '#src/db/schema/index.ts'
import { plannedStops } from '#src/ledger/planned-stops.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { takeBag } from '#test/support/outreach.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'
import { seal } from '#views/assets/outside/seal.js'

let world: World
let omar: Client
let shift: number
let place: { shift: number; venue: number; day: string }

beforeEach(async () => {
  world = await openWorld()
  omar = await clientOf(world, 'outreach')
  await setPar(world, world.bags.bag1, { cond: 60, nalox: 2 })
  await ledger(world, 'donor -> central C28 100, N27 4')
  shift = Number((await takeBag(omar, world.bags.bag1)).split('/').at(-1))
  place = { shift, venue: world.venues.sky, day: world.today() }
  await omar.post('/phones', {})
})
afterEach(() => world.close())

type Tap = Readonly<Record<string, unknown>>

const given = (quantity: number, code = 'cond'): Tap & { id: string } => ({
  ...{ kind: 'given', id: randomUUID(), ...place },
  ...{ item: world.item(code).id, quantity },
})
const undo = (of: string) => ({ kind: 'undo', id: randomUUID(), of })

async function keys() {
  return world.database.read((db) => db.select().from(sealingKey))
}

async function sealedTap(tap: unknown, seq = 0) {
  const [key] = await keys()
  return { seq, key: key?.id ?? 0, sealed: await seal(key?.publicKey ?? '', tap) }
}

async function sends(client: Client, batch: readonly unknown[]) {
  const body = JSON.stringify({ batch })
  return client.send('/outbox', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
}

async function answers(client: Client, ...taps: readonly unknown[]): Promise<string[]> {
  const batch = await Promise.all(taps.map((tap, seq) => sealedTap(tap, seq)))
  const { status, text } = await sends(client, batch)
  expect(status).toBe(200)
  return JSON.parse(text).answers.map(({ answer }: { answer: string }) => answer)
}

/** Units that reached the place. */
async function reached(): Promise<number> {
  const [sum] = await world.database.read((db) =>
    db.all<{ units: number }>(
      sql`select coalesce(sum(quantity), 0) as units from consumption_by_day`,
    ),
  )
  return sum?.units ?? 0
}

const held = () => world.database.read((db) => db.select().from(heldEntry))

test('what was tapped outside is entered, with the visit it began', async () => {
  expect(await answers(omar, given(1), given(5))).toEqual(['ok', 'ok'])
  expect(await reached()).toBe(6)
  expect(await world.database.read(verify)).toEqual([])
})

test('sent again, three times and shuffled, it counts once', async () => {
  const taps = [given(1), given(2), { kind: 'met', id: randomUUID(), ...place, step: 1 }]
  expect(await answers(omar, ...taps)).toEqual(['ok', 'ok', 'ok'])
  expect(await answers(omar, ...taps.toReversed())).toEqual(['dup', 'dup', 'dup'])
  expect(await answers(omar, ...taps)).toEqual(['dup', 'dup', 'dup'])
  expect(await reached()).toBe(3)
})

test('two phones with one bag make one stop of it, and either takes back what the other gave', async () => {
  const other = await clientOf(world, 'outreach')
  await other.post('/phones', {})
  const [mine, theirs] = [given(2), given(5)]
  const met = (step: number) => ({ kind: 'met', id: randomUUID(), ...place, step })
  const sent = await Promise.all([
    answers(omar, mine, met(1), given(1, 'nalox')),
    answers(other, theirs, met(1), given(1, 'nalox')),
  ])
  expect(sent).toEqual([Array(3).fill('ok'), Array(3).fill('ok')])
  expect(await answers(omar, undo(theirs.id))).toEqual(['ok'])
  expect(await answers(other, undo(theirs.id))).toEqual(['ok'])
  expect(await reached()).toBe(4)
  const visits = await world.database.read((db) => db.select().from(visit))
  expect(visits).toMatchObject([{ contacts: 2 }])
  expect(await world.database.read(verify)).toEqual([])
})

test('an undo takes back what it names, also when it arrives first', async () => {
  const [first, second] = [given(3), given(4)]
  expect(await answers(omar, first, undo(first.id))).toEqual(['ok', 'ok'])
  expect(await reached()).toBe(0)
  expect(await answers(omar, undo(second.id), second)).toEqual(['ok', 'dup'])
  expect(await reached()).toBe(0)
  expect(await world.database.read(verify)).toEqual([])
})

test('an undo reaches what was given on the page of the visit', async () => {
  const requestId = randomUUID()
  const { location: at } = await omar.post(`/shifts/${shift}/visits`, {
    venueId: String(world.venues.sky),
  })
  await omar.post(`${at}/hand-outs`, { requestId, item: String(world.item('cond').id) })
  expect(await reached()).toBe(1)
  expect(await answers(omar, undo(requestId))).toEqual(['ok'])
  expect(await reached()).toBe(0)
})

test('what was asked for and who was met are undone too', async () => {
  const asked = { ...given(2, 'nalox'), kind: 'asked' }
  const met = { kind: 'met', id: randomUUID(), ...place, step: 1 }
  expect(await answers(omar, asked, met, undo(asked.id), undo(met.id))).toEqual(Array(4).fill('ok'))
  const [left] = await world.database.read((db) =>
    db.all<{ unmet: number; contacts: number }>(sql`
      select (select sum(unmet) from stock_by_day) as unmet, (select sum(contacts) from visit) as contacts`),
  )
  expect(left).toEqual({ unmet: 0, contacts: 0 })
})

test('a stop passed by is passed by on the shift, and made after all; neither is a visit', async () => {
  await world.write((tx) =>
    tx.insert(plannedStop).values({ shiftId: shift, venueId: place.venue, position: 0 }),
  )
  const skip = (skipped: boolean) => ({ kind: 'skip', id: randomUUID(), ...place, skipped })
  const stops = async () =>
    (await world.database.read((db) => plannedStops(db, shift))).map(({ state }) => state)
  expect(await answers(omar, skip(true))).toEqual(['ok'])
  expect(await stops()).toEqual(['skipped'])
  expect(await answers(omar, skip(true), skip(false))).toEqual(['ok', 'ok'])
  expect(await stops()).toEqual(['next'])
  expect(await held()).toEqual([])
})

test('a stop passed by that was never planned waits for a coordinator, and can be read', async () => {
  const skip = { kind: 'skip', id: randomUUID(), ...place, skipped: true }
  expect(await answers(omar, skip)).toEqual(['held'])
  const chloe = await clientOf(world, 'coordinator')
  expect((await chloe.get('/held')).text).toContain('Passes by Sky')
})

test('a stop opened by mistake is none, until something is given there', async () => {
  const stop = () => ({ kind: 'stop', id: randomUUID(), ...place })
  const none = () => ({ kind: 'none', id: randomUUID(), ...place })
  const visits = async () =>
    (await world.database.read((db) => db.select().from(visit))).filter(
      ({ takenBackOn }) => takenBackOn === null,
    ).length
  expect(await answers(omar, stop())).toEqual(['ok'])
  expect(await visits()).toBe(1)
  // By two who were there, or twice by one: it is none.
  expect(await answers(omar, none(), none())).toEqual(['ok', 'ok'])
  expect(await visits()).toBe(0)
  expect(await answers(omar, given(2))).toEqual(['ok'])
  expect(await visits()).toBe(1)
  expect(await held()).toEqual([])
})

test('a stop where something was given is not taken back: a coordinator is told', async () => {
  const none = { kind: 'none', id: randomUUID(), ...place }
  expect(await answers(omar, given(2), none)).toEqual(['ok', 'held'])
  expect(await reached()).toBe(2)
  const chloe = await clientOf(world, 'coordinator')
  expect((await chloe.get('/held')).text).toContain('No visit after all at Sky')
})

test('more than the bag held is a fact and is entered', async () => {
  expect(await answers(omar, given(9, 'nalox'))).toEqual(['ok'])
  expect(await reached()).toBe(9)
})

test('an item and a place that the office has retired meanwhile take what was given', async () => {
  await world.write((tx) =>
    tx.update(item).set({ retiredOn: world.today() }).where(eq(item.code, 'cond')),
  )
  await world.write((tx) =>
    tx.update(location).set({ retiredOn: world.today() }).where(eq(location.id, place.venue)),
  )
  expect(await answers(omar, given(1))).toEqual(['ok'])
  expect(await reached()).toBe(1)
})

describe('what nobody may lose is held for a coordinator', () => {
  test.each([
    [
      'a phone that is not trusted any more',
      'revoked',
      () => omar.post('/phones/1/revocation', {}),
    ],
    [
      'a person who may not sign in any more',
      'disabled',
      () =>
        world.write((tx) =>
          tx.update(person).set({ disabledOn: world.today() }).where(eq(person.role, 'outreach')),
        ),
    ],
    [
      'a key that was deleted',
      'unknown-key',
      () => world.write((tx) => tx.update(sealingKey).set({ id: 99 })),
    ],
  ])('from %s', async (_, reason, happens) => {
    const tap = await sealedTap(given(2))
    await happens()
    for (const answer of ['held', 'held']) {
      expect(JSON.parse((await sends(omar, [tap])).text).answers).toEqual([{ seq: 0, answer }])
    }
    expect(await held()).toMatchObject([{ reason }])
    expect(await reached()).toBe(0)
  })

  test('of a shift that is somebody else’s, and she enters it', async () => {
    place = { ...place, shift: 999 }
    expect(await answers(omar, given(2))).toEqual(['held'])
    expect(await held()).toMatchObject([{ reason: 'refused', decidedOn: null }])
  })

  test('and she enters it or sets it aside, once', async () => {
    const [tap, other] = [await sealedTap(given(2)), await sealedTap(given(2), 1)]
    await omar.post('/phones/1/revocation', {})
    await sends(omar, [tap, other])
    const [first, second] = await held()
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/held')).text).toContain('given at Sky')
    const decision = { decision: 'entered' }
    expect((await chloe.post(`/held/${first?.id}`, decision)).status).toBe(303)
    expect((await chloe.post(`/held/${first?.id}`, decision)).status).toBe(422)
    await chloe.post(`/held/${second?.id}`, { decision: 'set-aside' })
    expect((await chloe.get('/held')).text).toContain('Nothing to decide')
    expect(await reached()).toBe(2)
  })

  test('typed by hand', async () => {
    const typed = { kind: 'typed', id: randomUUID(), text: 'sky 6 condoms' }
    expect(await answers(omar, typed)).toEqual(['held'])
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/held')).text).toContain('sky 6 condoms')
    expect((await chloe.get('/alerts')).text).toContain('1 entry from a phone to decide')
  })
})

describe('what was altered or is no entry is bad, and changes nothing', () => {
  test.each([
    ['no tap', () => ({ what: 1 })],
    ['half a unit', () => ({ ...given(1), quantity: 0.5 })],
    ['none', () => ({ ...given(1), quantity: 0 })],
    ['ten thousand', () => ({ ...given(1), quantity: 10_000 })],
    ['an unknown field', () => ({ ...given(1), who: 'somebody' })],
    ['a day that does not exist', () => ({ ...given(1), day: '2026-02-30' })],
  ])('%s', async (_, tap) => {
    expect(await answers(omar, tap())).toEqual(['bad'])
    expect(await reached()).toBe(0)
  })

  test('a byte changed on the phone', async () => {
    const tap = await sealedTap(given(1))
    const altered = `${tap.sealed.slice(0, -4)}AAAA`
    const { text } = await sends(omar, [{ ...tap, sealed: altered }])
    expect(JSON.parse(text).answers).toEqual([{ seq: 0, answer: 'bad' }])
  })
})

test.each([
  ['a batch of ten thousand', () => Array(10_000).fill({ seq: 1, key: 1, sealed: 'AAAA' }), 413],
  ['fifty-one', () => Array(51).fill({ seq: 1, key: 1, sealed: 'AAAA' }), 413],
  ['no batch', () => [{ seq: -1 }], 422],
])('%s is refused as a whole', async (_, batch, status) => {
  expect((await sends(omar, batch())).status).toBe(status)
})

test('a phone that was never paired is told so, and keeps what it has', async () => {
  const stranger = await clientOf(world, null)
  expect((await sends(stranger, [await sealedTap(given(1))])).status).toBe(401)
})

test('another site cannot send', async () => {
  const body = JSON.stringify({ batch: [await sealedTap(given(1))] })
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
  expect((await omar.send('/outbox', { method: 'POST', body, headers })).status).toBe(403)
})

test('a phone sends without a session, and what it sends on the next day is of the day it says', async () => {
  const tap = await sealedTap(given(2))
  world.pass(24)
  const { status } = await sends(omar, [tap])
  expect(status).toBe(200)
  const days = await world.database.read((db) =>
    db.all(
      sql`select happened_on as happened, recorded_on as recorded from entry where kind = 'hand-out'`,
    ),
  )
  expect(days).toEqual([{ happened: '2026-11-23', recorded: '2026-11-24' }])
})

test.each([
  ['before the shift', '2026-11-01'],
  ['after today', '2027-01-01'],
])('a clock that is wrong says a day %s, and the book has the shift’s', async (_, day) => {
  place = { ...place, day }
  await answers(omar, given(1))
  const [visit] = await world.database.read((db) =>
    db.all(sql`select happened_on as day from visit`),
  )
  expect(visit).toEqual({ day: '2026-11-23' })
})

test('after a month phones get another key, and the old one still opens', async () => {
  const early = await sealedTap(given(1))
  world.pass(31 * 24)
  const { text } = await sends(omar, [early])
  expect(JSON.parse(text).answers).toEqual([{ seq: 0, answer: 'ok' }])
  expect(JSON.parse(text).key.id).toBe(2)
  world.pass(91 * 24)
  await sends(omar, [])
  expect((await keys()).map(({ id }) => id)).toEqual([3])
})

test('the day it last sent is kept, and nothing closer', async () => {
  await answers(omar, given(1))
  const [row] = await world.database.read((db) => db.select().from(phone))
  expect(row).toMatchObject({ pairedOn: '2026-11-23', sentOn: '2026-11-23', revokedOn: null })
})

test('somebody else’s phone cannot be revoked by a colleague, and can by a coordinator', async () => {
  const sam = await clientOf(world, 'stock')
  expect((await sam.post('/phones/1/revocation', {})).status).toBe(404)
  const chloe = await clientOf(world, 'coordinator')
  expect((await chloe.post('/phones/1/revocation', {})).status).toBe(303)
})
