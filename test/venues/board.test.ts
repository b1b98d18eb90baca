import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf, fieldsWith } from '#test/support/fields.ts'
import { takeBag } from '#test/support/outreach.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

const agree = async (signedOn: string, reviewOn: string) => {
  const path = `/places/${world.venues.sky}`
  const fields = fieldsOf((await chloe.get(`${path}/edit`)).text, path)
  return chloe.post(path, {
    ...{ ...fields, agreementSignedOn: signedOn, agreementReviewOn: reviewOn },
  })
}

test('an agreement to review is on the board from its day on, until another day is set', async () => {
  expect((await agree('2025-11-01', '2026-11-24')).status).toBe(303)
  expect((await chloe.get('/venues')).text).not.toContain('to review')
  expect((await chloe.get(`/venues/${world.venues.sky}`)).text).toContain('signed November 1, 2025')
  world.pass(24)
  chloe = await clientOf(world, 'coordinator')
  expect((await chloe.get('/venues')).text).toContain('1 agreement to review')
  await agree('2026-11-24', '2027-11-24')
  expect((await chloe.get('/venues')).text).not.toContain('agreement to review')
  expect((await chloe.get('/changes')).text).toContain('Agreement to review on')
})

test('agreements are the office’s: a worker outside is not told', async () => {
  await agree('2025-11-01', '2026-11-01')
  expect((await omar.get('/venues')).text).not.toContain('agreement to review')
})

test.each([
  ['2026-02-30', '', 'a day that exists'],
  ['', 'soon', 'a day that exists'],
])('an agreement of %s, %s is refused', async (signedOn, reviewOn, why) => {
  const answer = await agree(signedOn, reviewOn)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(why)
})

test('with a bag out a visit is one tap from the board, and from the venue', async () => {
  expect((await omar.get('/venues')).text).not.toContain('Start a visit')
  const shift = await takeBag(omar, world.bags.bag1)
  const { text } = await omar.get('/venues')
  const tap = fieldsWith(text, `${shift}/visits`, `value="${world.venues.motel}"`)
  expect((await omar.post(`${shift}/visits`, tap)).location).toBe('/visits/1')
  const venue = fieldsOf((await omar.get(`/venues/${world.venues.sky}`)).text, `${shift}/visits`)
  expect((await omar.post(`${shift}/visits`, venue)).location).toBe('/visits/2')
})
