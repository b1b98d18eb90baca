// What is known of every item in use, and what follows from it: one answer for every screen. Reckoning
// an item anew takes a millisecond or two, so after a write only those are that it can have changed. The
// book is read a few items at a time, a turn at the gate each, and reckoned with between the turns: who
// waits for a page waits for a few items, however many there are.
import { setImmediate as othersAnswered } from 'node:timers/promises'
import type { Calendar } from '#src/catalog/calendar.ts'
import type { Day, WallTime } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { type AsOf, isAsNew, type Written } from '#src/db/remembered.ts'
import { factsFrom, type ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { type Asked, type ReorderRows, reorderRows } from '#src/ledger/reorder-rows.ts'
import { type ItemAdvice, itemAdvice } from '#src/planning/item-advice.ts'
import { itemsMoved } from './items-moved.ts'

export type Advised = {
  readonly facts: ReorderFacts
  /** Null for rough items, which are seen and not counted. */
  readonly advice: ItemAdvice | null
}

export type AdvisedItems = ReadonlyMap<number, Advised>

/** By item, kits included; an item that nothing happened to stays the same object. Takes its own turns. */
export async function advisedItems(asOf: AsOf): Promise<AdvisedItems> {
  const { database } = asOf
  const before = reckoned.get(database)
  if (before && isAsNew(before, asOf)) return before.items
  // One after the other: who comes second finds what the first has reckoned.
  const last = underWay.get(database) ?? Promise.resolve()
  const next = last.then(ignored, ignored).then(() => broughtUp(asOf))
  underWay.set(database, next)
  return next
}

function ignored() {}

type Reckoned = {
  readonly today: Day
  readonly clock: WallTime
  readonly written: Written
  readonly calendar: Calendar
  readonly items: AdvisedItems
}

/** How many are read in one turn: some milliseconds, and whoever waits comes next. */
export const itemsOfTurn = 12

const reckoned = new WeakMap<Database, Reckoned>()
const underWay = new WeakMap<Database, Promise<unknown>>()

async function broughtUp(asOf: AsOf): Promise<AdvisedItems> {
  const { database } = asOf
  const before = reckoned.get(database)
  if (before && isAsNew(before, asOf)) return before.items
  const after = (before && (await withChanges(asOf, before))) ?? (await anew(asOf))
  reckoned.set(database, after)
  return after.items
}

async function anew({ database, today, clock, written }: AsOf): Promise<Reckoned> {
  return { today, clock, written, ...(await reckonedAnew(database, { today, clock })) }
}

/** Null where anything may have changed: another day, an edit, a delivery, which tells of its supplier. */
async function withChanges(
  { database, today, clock, written }: AsOf,
  before: Reckoned,
): Promise<Reckoned | null> {
  if (before.today !== today) return null
  const moved = await database.read((db) => itemsMoved(db, before.written))
  if (moved === 'any') return null
  const itemIds = [...new Set([...moved, ...tooLate(before.items, clock)])]
  const { calendar } = before
  const items = new Map(before.items)
  for (let at = 0; at < itemIds.length; at += itemsOfTurn) {
    const some = itemIds.slice(at, at + itemsOfTurn)
    const asked = { today, clock, calendar, itemIds: some }
    await reckon(await database.read((db) => reorderRows(db, asked)), { asked, items })
  }
  return { today, clock, written, calendar, items }
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

/** Of every item in use, whatever is remembered. Takes its own turns. */
export async function advisedAnew(database: Database, asked: Moment): Promise<AdvisedItems> {
  const { items } = await reckonedAnew(database, asked)
  return items
}

type Moment = Pick<Asked, 'today' | 'clock'>

async function reckonedAnew(database: Database, { today, clock }: Moment) {
  const items = new Map<number, Advised>()
  const inTurn = async (asked: Asked) => {
    const rows = await database.read((db) => reorderRows(db, asked))
    await reckon(rows, { asked, items })
    return rows
  }
  const moment = { today, ...(clock && { clock }) }
  const first = await inTurn({ ...moment, some: { after: 0, most: itemsOfTurn } })
  const { calendar } = first
  let after = lastOf(first)
  while (after !== null) {
    const some = { after, most: itemsOfTurn }
    after = lastOf(await inTurn({ ...moment, calendar, some }))
  }
  return { items, calendar }
}

/** The last that was asked for; null where there are no more. */
function lastOf({ items }: ReorderRows): number | null {
  const asked = items.filter(({ isAsked }) => isAsked === 1)
  return asked.length < itemsOfTurn ? null : (asked.at(-1)?.id ?? null)
}

type Reckoning = { readonly asked: Moment; readonly items: Map<number, Advised> }

/** Between two items the process turns to others, so that however many there are it never stands still. */
async function reckon(rows: ReorderRows, { asked, items }: Reckoning) {
  for (const facts of factsFrom(rows, asked)) {
    await othersAnswered()
    const advice = facts.item.tracking === 'rough' ? null : itemAdvice(facts)
    items.set(facts.item.id, { facts, advice })
  }
}
