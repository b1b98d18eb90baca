import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lot } from '#src/db/schema/index.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger, told } from '#test/support/ledger.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

onBothEngines('taking a bag', (open) => {
  let world: World
  let omar: Client

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 40, '1cc': 30, cooker: 10 })
  })
  afterEach(() => world.close())

  const page = () => `/bags/${world.bags.bag1}/check-out`
  const take = async (changes: Record<string, string> = {}) => {
    const { text } = await omar.get(page())
    return omar.post('/shifts', { ...fieldsOf(text, '/shifts'), ...changes })
  }
  const amount = (code: string) => `lines.i${world.item(code).id}.amount`

  test('fills it to its par list, first to expire first', async () => {
    await ledger(world, 'donor -> central C29 100, C28 30, S28 100, cooker 100')
    const answer = await take()
    expect(answer).toMatchObject({ status: 303, location: '/shifts/1' })
    expect(await holds(world, 'bag1')).toBe('C28 30, C29 10, S28 30, cooker 10')
  })

  test('puts in only what is missing, and leaves what is above par', async () => {
    await ledger(world, 'donor -> central C28 100, S28 100, cooker 100')
    await ledger(world, 'donor -> bag1 C28 28, cooker 15')
    const { text } = await omar.get(page())
    expect(text).toContain('2 changes before you go')
    expect(text).toContain('+12')
    await take()
    expect(await holds(world, 'bag1')).toBe('C28 40, S28 30, cooker 15')
  })

  test('names the lot only where lots have numbers', async () => {
    await ledger(world, 'donor -> central C28 100, S28 100')
    const { text } = await omar.get(page())
    expect(text).toContain('30 of lot 1cc-28')
    expect(text).not.toContain('40 of lot')
  })

  test('takes out what is past its date or held, in the same entry', async () => {
    await ledger(world, 'donor -> central C29 100, S29 100, cooker 10 / donor -> bag1 C25 5, S28 6')
    await world.write((tx) => tx.update(lot).set({ heldOn: '2026-11-20' }).where(isLot('1cc-28')))
    const { text } = await omar.get(page())
    expect(text).toContain('−5')
    expect(text).toContain('take out: this lot is held')
    await take()
    expect(await holds(world, 'bag1')).toBe('C29 40, S29 30, cooker 10')
    expect(await told(world, ...(await entriesOf(world, 'check-out')))).toContain(
      'bag1 -> central C25 5',
    )
  })

  test('goes out half full when the stockroom is short, and says what is short', async () => {
    await ledger(world, 'donor -> central C28 25')
    const { text } = await omar.get(page())
    expect(text).toContain('15 short: the stockroom has no more')
    await take()
    expect(await holds(world, 'bag1')).toBe('C28 25')
  })

  test('can put in another amount, but not more than there is', async () => {
    await ledger(world, 'donor -> central C28 50')
    const { text } = await omar.get(`${page()}?change=1`)
    const fields = fieldsOf(text, '/shifts')
    const tooMuch = await omar.post('/shifts', { ...fields, [amount('cond')]: '51' })
    expect(tooMuch.status).toBe(422)
    expect(tooMuch.text).toContain('has 50 condoms')
    expect(tooMuch.text).toContain('value="51"')
    await omar.post('/shifts', { ...fields, [amount('cond')]: '45' })
    expect(await holds(world, 'bag1')).toBe('C28 45')
  })

  test('is refused when the plan has changed since it was shown, and shows the new one', async () => {
    await ledger(world, 'donor -> central C28 100')
    const { text } = await omar.get(page())
    await ledger(world, 'central -> shelves C28 70')
    const answer = await omar.post('/shifts', fieldsOf(text, '/shifts'))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('External condom 40 → 30')
    expect(await holds(world, 'bag1')).toBe('nothing')
    const again = await omar.post('/shifts', fieldsOf(answer.text, '/shifts'))
    expect(again.status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('C28 30')
  })

  test('sent twice at once is one shift and one entry', async () => {
    await ledger(world, 'donor -> central C28 100')
    const fields = fieldsOf((await omar.get(page())).text, '/shifts')
    const answers = await Promise.all([omar.post('/shifts', fields), omar.post('/shifts', fields)])
    expect(answers.map(({ location }) => location)).toEqual(['/shifts/1', '/shifts/1'])
    expect(await holds(world, 'bag1')).toBe('C28 40')
  })

  test('is refused when somebody has it, and says who and since when', async () => {
    await take()
    const sam = await clientOf(world, 'stock')
    const { text } = await sam.get(page())
    expect(text).toContain('with Omar')
    const fields = { bagId: String(world.bags.bag1), takeOut: '', 'people.p3': 'on' }
    const answer = await sam.post('/shifts', fields)
    expect(answer.status).toBe(422)
    expect(await entriesOf(world, 'check-out')).toHaveLength(1)
  })

  test('never carries what may not go into a bag', async () => {
    await setPar(world, world.bags.bag2, { groc: 2 })
    await ledger(world, 'donor -> central groc 5')
    const path = `/bags/${world.bags.bag2}/check-out`
    const fields = fieldsOf((await omar.get(path)).text, '/shifts')
    const answer = await omar.post('/shifts', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('may not go there')
    expect(await holds(world, 'bag2')).toBe('nothing')
  })

  test('taken back puts everything in its place and the bag is in', async () => {
    await ledger(world, 'donor -> central C28 100 / donor -> bag1 C25 5')
    await take()
    const [checkOut] = await entriesOf(world, 'check-out')
    await omar.post(`/entries/${checkOut}/reversal`, {})
    expect(await holds(world, 'bag1')).toBe('C25 5')
    expect(await holds(world, 'central')).toBe('C28 100')
    expect((await take()).status).toBe(303)
  })

  test.each([
    ['nobody', { 'people.p4': '' }, 'one to three people'],
    ['somebody who is not here', { 'people.p4': '', 'people.p99': 'on' }, 'one to three people'],
    ['letters for an amount', { 'lines.i1.amount': 'two' }, 'digits only'],
    ['one and a half', { 'lines.i1.amount': '1.5' }, 'whole numbers'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    await ledger(world, 'donor -> central C28 100')
    const answer = await take(change)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(sentence))
    expect(await holds(world, 'bag1')).toBe('nothing')
  })
})

function isLot(code: string) {
  return eq(lot.code, code)
}

describe('the list of bags', () => {
  test('has my usual bag first', async () => {
    const world = await openWorld()
    const omar = await clientOf(world, 'outreach')
    const path = `/bags/${world.bags.bag2}/check-out`
    await omar.post('/shifts', fieldsOf((await omar.get(path)).text, '/shifts'))
    await world.write((tx) => reverse(tx, 1, world.recording()))
    const { text } = await omar.get('/bags')
    expect(text.indexOf('Sac 2')).toBeLessThan(text.indexOf('Sac 1'))
    expect(text).toContain('Your usual bag')
    await world.close()
  })

  test('flags a bag that did not come back the night before', async () => {
    const world = await openWorld()
    const omar = await clientOf(world, 'outreach')
    const path = `/bags/${world.bags.bag1}/check-out`
    await omar.post('/shifts', fieldsOf((await omar.get(path)).text, '/shifts'))
    expect((await omar.get('/bags')).text).toContain('since 14:00')
    world.pass(24)
    const { text } = await (await clientOf(world, 'outreach')).get('/bags')
    expect(text).toContain('Not back yet')
    expect(text).toContain('since Monday')
    await world.close()
  })
})
