// What is known of every item in use, and what follows from it: one answer for every screen. Reckoning
// an item anew takes a millisecond or two, so after a write only those are that it can have changed.
import { type Calendar, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { type AsOf, isAsNew, type Written } from '#src/db/remembered.ts'
import { factsFrom, type ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { type Asked, reorderRows } from '#src/ledger/reorder-rows.ts'
import { type ItemAdvice, itemAdvice } from '#src/planning/item-advice.ts'
import { itemsMoved } from './items-moved.ts'

export type Advised = {
  readonly facts: ReorderFacts
  /** Null for rough items, which are seen and not counted. */
  readonly advice: ItemAdvice | null
}

export type AdvisedItems = ReadonlyMap<number, Advised>

/** By item, kits included; an item that nothing happened to stays the same object. */
export async function advisedItems(db: Db, asOf: AsOf): Promise<AdvisedItems> {
  const before = reckoned.get(db)
  if (before && isAsNew(before, asOf)) return before.items
  const after = (before && (await broughtUpTo(db, asOf, before))) ?? (await anew(db, asOf))
  reckoned.set(db, after)
  return after.items
}

type Reckoned = {
  readonly today: Day
  readonly written: Written
  readonly calendar: Calendar
  readonly items: AdvisedItems
}

const reckoned = new WeakMap<Db, Reckoned>()

async function anew(db: Db, { today, written }: AsOf): Promise<Reckoned> {
  const calendar = await serviceCalendar(db)
  return { today, written, calendar, items: await advisedAnew(db, { today, calendar }) }
}

/** Null where anything may have changed: another day, an edit, a delivery, which tells of its supplier. */
async function broughtUpTo(
  db: Db,
  { today, written }: AsOf,
  before: Reckoned,
): Promise<Reckoned | null> {
  if (before.today !== today || before.written.edit !== written.edit) return null
  const moved = await itemsMoved(db, before.written)
  if (moved === 'any') return null
  if (moved.length === 0) return { ...before, written }
  const { calendar } = before
  const changed = await advisedAnew(db, { today, calendar, itemIds: moved })
  return { today, written, calendar, items: new Map([...before.items, ...changed]) }
}

/** Of every item in use, or of some. */
export async function advisedAnew(db: Db, asked: Asked): Promise<AdvisedItems> {
  const facts = factsFrom(await reorderRows(db, asked), asked.today)
  const wanted = facts.filter(({ item }) => asked.itemIds?.includes(item.id) ?? true)
  return new Map(wanted.map((each) => [each.item.id, advisedOf(each)]))
}

function advisedOf(facts: ReorderFacts): Advised {
  return { facts, advice: facts.item.tracking === 'rough' ? null : itemAdvice(facts) }
}
