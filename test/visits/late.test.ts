import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger, lotNamed, told } from '#test/support/ledger.ts'
import { bringBack, give, stopAt, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('a hand-out recorded after the bag came back', (open) => {
  let world: World
  let omar: Client
  let shift: string

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 20, cooker: 10 })
    await ledger(world, 'donor -> central C28 12, C29 100, cooker 100')
    shift = await takeBag(omar, world.bags.bag1)
    await stopAt(omar, shift, world.venues.sky)
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const comeBack = async (condoms: string, cookers: string) => {
    const fields = {
      [`counts.l${await lotNamed(world, 'C28')}.counted`]: '0',
      [`counts.l${await lotNamed(world, 'cooker')}.counted`]: '7',
      [`reasons.i${world.item('cond').id}.reason`]: condoms,
      [`reasons.i${world.item('cooker').id}.reason`]: cookers,
    }
    expect((await bringBack(omar, shift, fields)).status).toBe(303)
  }
  const late = async (goods: string) => {
    await give(omar, world, await stopAt(omar, shift, world.venues.park), goods)
    return told(world, (await entriesOf(world, 'hand-out')).at(-1) ?? 0)
  }

  test('comes first out of what was given and not recorded', async () => {
    await comeBack('unlogged', 'unlogged')
    expect(await late('cond 5')).toBe('unlogged -> bag1 C28 5 / bag1 -> park C28 5')
    expect(await holds(world, 'bag1')).toBe('C29 8, cooker 7')
    expect((await omar.get('/bags')).text).toContain('Take')
  })

  test('then out of what was lost', async () => {
    await comeBack('lost', 'lost')
    expect(await late('cooker 2')).toBe('lost -> bag1 cooker 2 / bag1 -> park cooker 2')
    expect(await late('cooker 1')).toBe('lost -> bag1 cooker 1 / bag1 -> park cooker 1')
    expect(await holds(world, 'bag1')).toBe('C29 8, cooker 7')
  })

  test('then out of the bag, which is out again to be counted once more', async () => {
    await comeBack('unlogged', 'lost')
    expect(await late('cooker 5')).toBe(
      'lost -> bag1 cooker 3 / bag1 -> park cooker 3 / bag1 -> park cooker 2',
    )
    expect(await holds(world, 'bag1')).toBe('C29 8, cooker 5')
    expect((await omar.get(shift)).text).toContain('count it again')
    expect((await bringBack(omar, shift)).status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('C29 8, cooker 5')
  })

  test('is kept on the day of the shift, and its period', async () => {
    await comeBack('unlogged', 'unlogged')
    world.pass(48)
    omar = await clientOf(world, 'outreach')
    await late('cond 1')
    const { text } = await omar.get(`${shift}`)
    expect(text).toContain('Parc')
    const visit = await stopAt(omar, shift, world.venues.park)
    expect((await omar.get(visit)).text).toContain('Monday')
  })

  test('while somebody else has the bag draws on it and takes nothing out twice', async () => {
    await comeBack('unlogged', 'unlogged')
    const sam = await clientOf(world, 'coordinator')
    const { text } = await sam.get(`/bags/${world.bags.bag1}/check-out`)
    const taken = await sam.post('/shifts', {
      ...fieldsOf(text, '/shifts'),
      [`people.p${world.people.coordinator}`]: 'on',
    })
    expect(taken.location).toBe('/shifts/2')
    await late('cooker 20')
    expect(await holds(world, 'bag1')).toBe('C29 20, cooker -7')
    expect(await entriesOf(world, 'check-out')).toHaveLength(2)
  })

  test('undone gives everything back, and the bag is in again', async () => {
    await comeBack('unlogged', 'lost')
    const before = [await holds(world, 'bag1'), await bookedTo('lost'), await bookedTo('unlogged')]
    await late('cooker 5')
    const visit = await stopAt(omar, shift, world.venues.park)
    const entry = String((await entriesOf(world, 'hand-out')).at(-1))
    expect((await omar.post(`${visit}/hand-outs`, { entry, quantity: '0' })).status).toBe(303)
    expect([
      await holds(world, 'bag1'),
      await bookedTo('lost'),
      await bookedTo('unlogged'),
    ]).toEqual(before)
    expect((await omar.get('/bags')).text).toContain('Take')
  })

  const bookedTo = async (place: 'lost' | 'unlogged') => {
    const [row] = await world.database.read((db) =>
      db.all<{
        sum: number
      }>(sql`select coalesce(sum(iif(to_id = ${world.places[place]}, quantity, -quantity)), 0) as sum
        from movement where ${world.places[place]} in (from_id, to_id)`),
    )
    return row?.sum
  }
})
