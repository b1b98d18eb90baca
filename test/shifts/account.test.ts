import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { accountsOf } from '#src/shifts/account.ts'
import { shiftFacts } from '#src/shifts/shift-queries.ts'
import { onHandOf } from '#test/support/book.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { entriesOf, ledger, lotNamed } from '#test/support/ledger.ts'
import { bringBack, give, stopAt, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('the account of a shift', (open) => {
  let world: World
  let omar: Client
  let shift: string

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 40, cooker: 10 })
    await ledger(world, 'donor -> central C28 100, C29 100, cooker 100, J27 50')
    await ledger(world, 'donor -> bag1 C28 13, J27 2')
    shift = await takeBag(omar, world.bags.bag1)
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const visit = async (from = shift) => stopAt(omar, from, world.venues.sky)
  const items: Record<string, string> = { C28: 'cond', J27: 'juice', cooker: 'cooker' }
  const counted = async (lot: string, quantity: number, why: string) => ({
    [`counts.l${await lotNamed(world, lot)}.counted`]: String(quantity),
    [`reasons.i${world.item(items[lot] ?? '').id}.reason`]: why,
  })
  const facts = (of = shift) => {
    const at = { shiftId: Number(of.split('/').at(-1)), bagId: world.bags.bag1 }
    return world.database.read((db) => shiftFacts(db, at))
  }
  /** What is not zero of an item's account: 'carriedIn 13, putIn 27, given 5, left 35'. */
  const account = async (code: string, of = shift) => {
    const found = accountsOf(await facts(of)).find(({ item }) => item.code === code)
    const terms = Object.entries(found?.account ?? {}).filter(([, quantity]) => quantity !== 0)
    return terms.map(([term, quantity]) => `${term} ${quantity}`).join(', ')
  }
  const held = (code: string) => onHandOf(world, code, world.bags.bag1)

  test('begins with what the bag carried in, and ends with what is left in it', async () => {
    await give(omar, world, await visit(), 'cond 30, cooker 4')
    await bringBack(omar, shift)
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, given 30, left 10')
    expect(await account('cooker')).toBe('putIn 10, given 4, left 6')
    expect(await account('juice')).toBe('carriedIn 2, left 2')
    const { text } = await omar.get(shift)
    expect(text).toContain('For each item: carried in + put in = given + left in the bag.')
    expect(text).toContain('<h2>Stops</h2>')
    expect(text).not.toContain('Stops so far')
  })

  test('is shown before the return saves', async () => {
    await give(omar, world, await visit(), 'cond 30')
    const { text } = await omar.get(`${shift}/return`)
    expect(text).toContain('13 carried in + 27 put in − 30 given = 10 expected')
    expect(text).toContain('10 put in = 10 expected')
  })

  test('says what was lost, found, not recorded, and brought back to stock', async () => {
    await bringBack(omar, shift, {
      ...(await counted('cooker', 12, 'unknown')),
      ...(await counted('J27', 1, 'unlogged')),
      ...(await counted('C28', 35, 'lost')),
      left: 'empty',
    })
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, lost 5, putBack 35')
    expect(await account('cooker')).toBe('putIn 10, found 2, putBack 12')
    expect(await account('juice')).toBe('carriedIn 2, unlogged 1, putBack 1')
    const { text } = await omar.get(shift)
    expect(text).toContain(
      'For each item: carried in + put in + found = given + not recorded + lost or damaged + back to stock + left in the bag.',
    )
  })

  test('says what others put into the bag and took out of it while it was out', async () => {
    await ledger(
      world,
      'central -> bag1 C28 20, J27 6 / bag1 -> central C28 20 / bag1 -> lost J27 8',
    )
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, left 40')
    expect(await account('juice')).toBe('carriedIn 2, otherwise 2')
    await bringBack(omar, shift)
    await ledger(world, 'central -> bag1 J27 9')
    expect(await account('juice')).toBe('carriedIn 2, otherwise 2')
  })

  test('of the next shift begins where this one ended', async () => {
    await give(omar, world, await visit(), 'cond 30')
    await bringBack(omar, shift)
    const next = await takeBag(omar, world.bags.bag1)
    expect(await account('cond', next)).toBe('carriedIn 10, putIn 30, left 40')
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, given 30, left 10')
  })

  test('adds up when a hand-out is remembered while the next shift has the bag', async () => {
    await bringBack(omar, shift)
    const next = await takeBag(omar, world.bags.bag1)
    await give(omar, world, await visit(), 'cond 7')
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, given 7, left 33')
    expect(await account('cond', next)).toBe('carriedIn 40, otherwise 7, left 33')
    expect(await held('cond')).toBe(33)
  })

  test('goes on when the shift is opened again, and begins where it began', async () => {
    await bringBack(omar, shift)
    await give(omar, world, await visit(), 'cond 7')
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, given 7, left 33')
    await bringBack(omar, shift)
    expect(await account('cond')).toBe('carriedIn 13, putIn 27, given 7, left 33')
    expect(await held('cond')).toBe(33)
  })

  test('is what it was when the return is taken back', async () => {
    await give(omar, world, await visit(), 'cond 30')
    await bringBack(omar, shift, await counted('cooker', 9, 'lost'))
    const [back] = await entriesOf(world, 'return')
    await omar.post(`/entries/${back}/reversal`, {})
    expect(await account('cooker')).toBe('putIn 10, left 10')
    expect(await held('cooker')).toBe(10)
  })
})
