// The book: what happened, append-only. What is summed up of it is in rollups.ts.
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { item, lot } from './catalog.ts'
import { donation, order, orderLine, shift, stocktake, visit } from './documents.ts'
import { person } from './people.ts'
import { location } from './places.ts'

export const entryKinds = [
  'opening',
  'past-use',
  'donation',
  'receipt',
  'transfer',
  'check-out',
  'hand-out',
  'return',
  'lot-correction',
  'build',
  'count',
  'loss',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const periods = ['morning', 'afternoon', 'evening', 'night'] as const
export type Period = (typeof periods)[number]

export const entry = sqliteTable(
  'entry',
  {
    id: integer().primaryKey(),
    kind: text({ enum: entryKinds }).notNull(),
    requestId: text().notNull(),
    /** One request may write several entries: 0, 1, 2 … */
    part: integer().notNull().default(0),
    happenedOn: text().notNull(),
    period: text({ enum: periods }),
    recordedOn: text().notNull(),
    reversesId: integer(),
    /** 1: it happened; -1: it takes back an entry; 1 again: it takes back a reversal. */
    sign: integer().notNull().default(1),
    donationId: integer().references(() => donation.id),
    orderId: integer().references(() => order.id),
    shiftId: integer().references(() => shift.id),
    visitId: integer().references(() => visit.id),
    stocktakeId: integer().references(() => stocktake.id),
  },
  (t) => [
    unique('entry_request').on(t.requestId, t.part),
    // Partial, here and wherever something is taken back: nearly every row takes nothing back, and must
    // not be looked for by that.
    uniqueIndex('entry_reverses').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    foreignKey({ columns: [t.reversesId], foreignColumns: [t.id] }),
    check('entry_sign', sql`${t.sign} in (1, -1)`),
    check('entry_reversal_sign', sql`${t.reversesId} is not null or ${t.sign} = 1`),
    check(
      'entry_days',
      sql`${t.happenedOn} glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' and ${t.recordedOn} glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'`,
    ),
    index('entry_by_day').on(t.happenedOn),
    // The list of transfers and losses is read from its end: few among millions of hand-outs.
    index('entry_transfer_or_loss').on(t.id).where(sql`${t.kind} in ('transfer', 'loss')`),
    // Paper is typed in days later: what was is few among what was tapped on its day.
    index('entry_recorded_late')
      .on(t.id)
      .where(sql`${t.kind} = 'hand-out' and ${t.recordedOn} > ${t.happenedOn}`),
    index('entry_of_donation').on(t.donationId).where(sql`${t.donationId} is not null`),
    index('entry_of_order').on(t.orderId).where(sql`${t.orderId} is not null`),
    index('entry_of_shift').on(t.shiftId).where(sql`${t.shiftId} is not null`),
    index('entry_of_visit').on(t.visitId).where(sql`${t.visitId} is not null`),
    index('entry_of_stocktake').on(t.stocktakeId).where(sql`${t.stocktakeId} is not null`),
  ],
)

/** Who recorded it and exactly when. Kept beside the book because it is deleted after a while. */
export const entryTrace = sqliteTable('entry_trace', {
  entryId: integer()
    .primaryKey()
    .references(() => entry.id),
  personId: integer().references(() => person.id),
  recordedAt: integer().notNull(),
})

/** Both sides in one row, so an unbalanced entry cannot be written. */
export const movement = sqliteTable(
  'movement',
  {
    id: integer().primaryKey(),
    entryId: integer()
      .notNull()
      .references(() => entry.id),
    itemId: integer().notNull(),
    lotId: integer().notNull(),
    fromId: integer()
      .notNull()
      .references(() => location.id),
    toId: integer()
      .notNull()
      .references(() => location.id),
    /** Base units. */
    quantity: integer().notNull(),
    /** Ten-thousandths of a dollar for `priceUnits` base units, for what came in: see money.ts. */
    price: integer(),
    priceUnits: integer(),
    orderLineId: integer().references(() => orderLine.id),
  },
  (t) => [
    foreignKey({ columns: [t.lotId, t.itemId], foreignColumns: [lot.id, lot.itemId] }),
    check('movement_quantity', sql`${t.quantity} > 0 and ${t.quantity} <= 1000000000`),
    check('movement_moves', sql`${t.fromId} <> ${t.toId}`),
    // Every index of this table is half its size: an item's movements are found by its lots, and what
    // ever came to a place by `arrived`.
    index('movement_of_entry').on(t.entryId),
    // Rows of one lot are in the order of id: SQLite ends every index entry with it.
    index('movement_of_lot').on(t.lotId),
    index('movement_of_order_line').on(t.orderLineId).where(sql`${t.orderLineId} is not null`),
  ],
)

/** "Asked for, none left": a fact like any other, append-only. */
export const unmet = sqliteTable(
  'unmet',
  {
    id: integer().primaryKey(),
    requestId: text().notNull().unique(),
    happenedOn: text().notNull(),
    recordedOn: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    visitId: integer().references(() => visit.id),
    quantity: integer().notNull(),
    /** Takes back an earlier row: it counts against it. */
    reversesId: integer(),
  },
  (t) => [
    foreignKey({ columns: [t.reversesId], foreignColumns: [t.id] }),
    check('unmet_quantity', sql`${t.quantity} > 0`),
    uniqueIndex('unmet_reverses').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    index('unmet_of_item').on(t.itemId, t.happenedOn),
    index('unmet_of_visit').on(t.visitId).where(sql`${t.visitId} is not null`),
  ],
)
