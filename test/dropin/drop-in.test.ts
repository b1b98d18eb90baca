import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { consumptionByDay, stockByDay, visit } from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { entriesOf, holds, ledger, told } from '#test/support/ledger.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('a drop-in night', (open) => {
  let world: World
  let omar: Client

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.places.shelves, { cond: 50, cooker: 20 })
    await ledger(world, 'donor -> shelves C28 4, C29 20, cooker 10, J25 3')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const id = (code: string) => String(world.item(code).id)
  const tap = (fields: Record<string, string>) => omar.post('/drop-in/hand-outs', fields)
  const nights = () => world.database.read((db) => db.select().from(visit))
  const lastGiven = async () => String((await entriesOf(world, 'hand-out')).at(-1))

  test('begins with the first thing recorded, and not by looking', async () => {
    await omar.get('/drop-in')
    expect(await nights()).toEqual([])
    await tap({ item: id('cond'), change: 'more' })
    await tap({ item: id('cooker'), change: 'more' })
    expect(await nights()).toMatchObject([
      { venueId: world.places.floor, shiftId: null, happenedOn: '2026-11-23' },
    ])
  })

  test('says that the calendar has it closed, and when it opens', async () => {
    expect((await omar.get('/drop-in')).text).toContain(
      'Closed tonight by the calendar. Next: Wednesday, November 25. You can record all the same.',
    )
    world.pass(48)
    omar = await clientOf(world, 'outreach')
    expect((await omar.get('/drop-in')).text).not.toContain('calendar')
    const chloe = await clientOf(world, 'coordinator')
    await chloe.post('/calendar/exceptions', {
      ...{ stream: 'drop-in', state: 'open', day: '2026-11-25', until: '' },
      ...{ factor: '160', reason: 'Clinic' },
    })
    expect((await omar.get('/drop-in')).text).toContain(
      'The calendar expects × 1.6 tonight (Clinic).',
    )
  })

  test('gives from the shelves, first to expire first', async () => {
    await tap({ item: id('cond'), quantity: '6' })
    expect(await told(world, ...(await entriesOf(world, 'hand-out')))).toBe(
      'shelves -> floor C28 4 / shelves -> floor C29 2',
    )
    const [row] = await world.database.read((db) => db.select().from(consumptionByDay))
    expect(row).toMatchObject({ stream: 'drop-in' })
  })

  test('refuses what is not on the shelves, and says what is', async () => {
    const answer = await tap({ item: id('cooker'), quantity: '11' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Drop-in shelves has 10 cookers')
    expect(await holds(world, 'shelves')).toContain('cooker 10')
  })

  test('refuses what is past its date, and says that it is there', async () => {
    const answer = await tap({ item: id('juice'), change: 'more' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('3 more are past the date or on hold')
    expect(await holds(world, 'shelves')).toContain('J25 3')
  })

  test('makes it five, takes one back, undoes it', async () => {
    await tap({ item: id('cond'), change: 'more' })
    await tap({ entry: await lastGiven(), quantity: '5' })
    await tap({ item: id('cond'), change: 'less' })
    expect(await holds(world, 'shelves')).toBe('C29 20, J25 3, cooker 10')
    await tap({ entry: await lastGiven(), quantity: '0' })
    expect(await holds(world, 'shelves')).toBe('C28 4, C29 20, J25 3, cooker 10')
  })

  test('past midnight belongs to the evening, and the next evening is another', async () => {
    await tap({ item: id('cond'), change: 'more' })
    world.pass(11.5)
    omar = await clientOf(world, 'outreach')
    await tap({ item: id('cond'), change: 'more' })
    expect(await nights()).toHaveLength(1)
    world.pass(16)
    omar = await clientOf(world, 'outreach')
    await tap({ item: id('cond'), change: 'more' })
    expect((await nights()).map(({ happenedOn }) => happenedOn)).toEqual([
      '2026-11-23',
      '2026-11-24',
    ])
  })

  test('counts heads up and down, from the first', async () => {
    const step = (change: string) =>
      omar.post('/drop-in/visits/0', { contacts: '0', version: '1', step: change })
    await step('1')
    await step('1')
    await step('-1')
    expect((await nights())[0]?.contacts).toBe(1)
    await omar.post('/drop-in/visits/1', { contacts: '25', version: '4' })
    expect((await nights())[0]?.contacts).toBe(25)
  })

  test('records what was asked for in vain, and takes it back', async () => {
    const asked = async () => {
      const rows = await world.database.read((db) =>
        db
          .select()
          .from(stockByDay)
          .where(eq(stockByDay.itemId, world.item('nalox').id)),
      )
      return rows.reduce((sum, { unmet }) => sum + unmet, 0)
    }
    await omar.post('/drop-in/unmet', { item: id('nalox'), quantity: '2' })
    expect(await asked()).toBe(2)
    expect((await omar.post('/unmet/1/reversal', {})).location).toBe('/drop-in')
    expect(await asked()).toBe(0)
  })

  test.each([
    ['nothing', {}, 'Choose one'],
    ['half a unit', { quantity: '0.5', item: '1' }, 'whole numbers'],
    ['letters', { quantity: 'many', item: '1' }, 'digits only'],
    ['an item that does not exist', { item: '9999' }, 'not here any more'],
    ['an entry of another night', { entry: '1', quantity: '3' }, 'taken back already'],
    ['a field that is not on the form', { item: '1', extra: '1' }, 'out of date'],
  ])('given %s is refused with a sentence, and no night begins', async (_, fields, sentence) => {
    const answer = await tap(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await nights()).toEqual([])
  })
})
