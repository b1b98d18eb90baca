// What is known of every item in use, and what follows from it: one answer for every screen. Reckoning
// an item anew takes a millisecond or two, so after a write only those are that it can have changed.
import { setImmediate as othersAnswered } from 'node:timers/promises'
import { type Calendar, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day, WallTime } from '#src/day.ts'
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
  readonly clock: WallTime
  readonly written: Written
  readonly calendar: Calendar
  readonly items: AdvisedItems
}

const reckoned = new WeakMap<Db, Reckoned>()

async function anew(db: Db, { today, clock, written }: AsOf): Promise<Reckoned> {
  const calendar = await serviceCalendar(db)
  const items = await advisedAnew(db, { today, clock, calendar })
  return { today, clock, written, calendar, items }
}

/** Null where anything may have changed: another day, an edit, a delivery, which tells of its supplier. */
async function broughtUpTo(
  db: Db,
  { today, clock, written }: AsOf,
  before: Reckoned,
): Promise<Reckoned | null> {
  if (before.today !== today || before.written.edit !== written.edit) return null
  const moved = await itemsMoved(db, before.written)
  if (moved === 'any') return null
  const itemIds = [...moved, ...tooLate(before.items, clock)]
  if (itemIds.length === 0) return { ...before, clock, written }
  const { calendar } = before
  const changed = await advisedAnew(db, { today, clock, calendar, itemIds })
  return { today, clock, written, calendar, items: new Map([...before.items, ...changed]) }
}

/** The items whose order deadline has passed since. */
function tooLate(items: AdvisedItems, { day, hour }: WallTime): number[] {
  return [...items.values()].flatMap(({ facts: { item, supply } }) => {
    const { deadline } = supply
    const isPast =
      deadline && (deadline.day < day || (deadline.day === day && deadline.hour <= hour))
    return isPast ? [item.id] : []
  })
}

/**
 * Of every item in use, or of some. Between two items the process turns to others, so that however many
 * there are it never stands still; who reads the book waits for the turn this holds.
 */
export async function advisedAnew(db: Db, asked: Asked): Promise<AdvisedItems> {
  const items = new Map<number, Advised>()
  for (const facts of factsFrom(await reorderRows(db, asked), asked)) {
    await othersAnswered()
    const { id } = facts.item
    if (asked.itemIds?.includes(id) ?? true) items.set(id, advisedOf(facts))
  }
  return items
}

function advisedOf(facts: ReorderFacts): Advised {
  return { facts, advice: facts.item.tracking === 'rough' ? null : itemAdvice(facts) }
}
