import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shift } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld()
  await stockUp(world, [{ code: 'cond', quantity: 100 }])
  await world.write((tx) =>
    tx.insert(shift).values({ bagId: world.bags.bag1, startedOn: world.today() }),
  )
})
afterEach(() => world.close())

const differences = () => world.database.read(verify)

/** What a flipped bit or a hand in the file would do: the triggers are taken away first. */
const tamper = (statement: string) =>
  world.database.alone(async (drizzle) => {
    await drizzle.run(sql`pragma foreign_keys = off`)
    await drizzle.run(sql`drop trigger movement_is_final`)
    await drizzle.run(sql`drop trigger entry_is_final`)
    await drizzle.run(sql.raw(statement))
  })

describe('verify', () => {
  test('finds nothing in a book that is right', async () => {
    expect(await differences()).toEqual([])
  })

  test.each([
    ['a balance', 'update on_hand set quantity = quantity + 1', 'on hand'],
    ['a movement', 'update movement set quantity = 99', 'on hand'],
    [
      'a balance that nothing made',
      "insert into on_hand select id, 1, 1, 5 from location where role = 'kitchen'",
      'on hand',
    ],
    ['a missing balance', 'delete from on_hand', 'on hand'],
    ['where things ever came', 'delete from arrived', 'arrived'],
    [
      'what never came to a place',
      "insert into arrived select id, 1 from location where role = 'kitchen'",
      'arrived',
    ],
    ['a day’s stock', 'update stock_by_day set closing = 7', 'stock by day'],
    [
      'consumption',
      "insert into consumption_by_day select '2026-11-20', 'outreach', 1, id, 3 from location where role = 'bar'",
      'consumption',
    ],
    [
      'what kits were used',
      "insert into kit_use_by_day select '2026-11-20', id, 3 from recipe where kit_id > 0",
      'kits used',
    ],
    [
      'a loss',
      "insert into loss_by_day select '2026-11-20', id, 1, 3 from location where role = 'lost'",
      'losses',
    ],
    [
      'what a bag carried in',
      "insert into carried_in select shift.id, lot.id, 5 from shift, lot where lot.kind = 'unknown'",
      'carried in',
    ],
    ['a day that does not follow', 'update stock_by_day set opening = 5', 'days join'],
  ])('notices %s that was changed behind its back', async (_, statement, rule) => {
    await tamper(statement)
    expect((await differences()).map((each) => each.rule)).toContain(rule)
  })

  test('says what is stored and what the movements say', async () => {
    await tamper('update on_hand set quantity = 90')
    expect(await differences()).toMatchObject([{ rule: 'on hand', stored: 90, recomputed: 100 }])
  })

  describe('after two shifts, a loss, and what was told a week late', () => {
    beforeEach(async () => {
      await ledger(
        world,
        'donor -> central C29 50 / central -> bag1 C29 30 / bag1 -> sky C29 7',
        '2026-11-16',
      )
      await world.write(async (tx) => {
        const heading = { kind: 'check-out' as const, happenedOn: '2026-11-20', shiftId: 1 }
        await post(tx, heading, [], world.recording())
      })
      await ledger(world, 'bag1 -> sky C29 3 / central -> lost C29 2', '2026-11-20')
      await ledger(world, 'bag1 -> park C29 4', '2026-11-13')
    })

    test('finds nothing', async () => {
      expect(await differences()).toEqual([])
    })

    test.each([
      ['a day', "update entry set happened_on = '2026-11-12' where id = 4", 'consumption'],
      [
        'a place',
        `update movement set to_id = from_id, from_id = to_id where id = 4`,
        'consumption',
      ],
      ['a day’s use', 'update consumption_by_day set quantity = quantity + 1', 'consumption'],
      [
        'the day of use',
        "update consumption_by_day set day = '2026-11-12' where day = '2026-11-13'",
        'consumption',
      ],
      ['the venue of use', 'update consumption_by_day set venue_id = venue_id + 1', 'consumption'],
      ['use that is gone', 'delete from consumption_by_day', 'consumption'],
      [
        'use after every day',
        "update consumption_by_day set day = '2999-01-01' where day = '2026-11-13'",
        'consumption',
      ],
      ['a loss that is gone', 'delete from loss_by_day', 'losses'],
      ['what a shift found in its bag', 'update carried_in set quantity = 22', 'carried in'],
      ['a bag that was not empty', 'delete from carried_in', 'carried in'],
      ['a movement’s lot', 'update movement set lot_id = lot_id + 1 where id = 4', 'foreign keys'],
      ['a movement’s entry', 'update movement set entry_id = 99 where id = 4', 'foreign keys'],
    ])('notices %s', async (_, statement, rule) => {
      await tamper(statement)
      expect((await differences()).map((each) => each.rule)).toContain(rule)
    })

    test('says what a venue was given and what is kept of it', async () => {
      await tamper("update consumption_by_day set quantity = 5 where day = '2026-11-13'")
      expect(await differences()).toMatchObject([{ rule: 'consumption', stored: 5, recomputed: 4 }])
    })
  })
})
