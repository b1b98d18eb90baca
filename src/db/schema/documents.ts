// The papers that movements belong to, and the plans people edit. The book holds only what happened;
// none of these tables stores a status that the book implies.
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { item, lot } from './catalog.ts'
import { person } from './people.ts'
import { location, streams } from './places.ts'

export const donation = sqliteTable(
  'donation',
  {
    id: integer().primaryKey(),
    donorId: integer()
      .notNull()
      .references(() => location.id),
    receivedOn: text().notNull(),
    /** What the donor says it is worth, in cents. */
    valueCents: integer(),
  },
  (t) => [index('donation_by_day').on(t.receivedOn)],
)

export const order = sqliteTable(
  'order',
  {
    id: integer().primaryKey(),
    supplierId: integer()
      .notNull()
      .references(() => location.id),
    draftedOn: text().notNull(),
    sentOn: text(),
    expectedOn: text(),
    cancelledOn: text(),
    /** Closed with lines still short: the supplier will not send the rest. */
    closedOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [index('order_of_supplier').on(t.supplierId)],
)

export const orderLine = sqliteTable(
  'order_line',
  {
    id: integer().primaryKey(),
    orderId: integer()
      .notNull()
      .references(() => order.id),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    /** Base units. */
    quantity: integer().notNull(),
    /** Ten-thousandths of a dollar for `priceUnits` base units: see money.ts. */
    price: integer(),
    priceUnits: integer(),
    /** The order-up-to level that was recommended when this was sent, for damping the next one. */
    orderUpTo: integer(),
  },
  (t) => [
    unique('order_line_once').on(t.orderId, t.itemId),
    index('order_line_of_item').on(t.itemId),
    check('order_line_quantity', sql`${t.quantity} > 0`),
  ],
)

export const shift = sqliteTable(
  'shift',
  {
    id: integer().primaryKey(),
    bagId: integer()
      .notNull()
      .references(() => location.id),
    startedOn: text().notNull(),
  },
  (t) => [index('shift_of_bag').on(t.bagId), index('shift_of_bag_by_day').on(t.bagId, t.startedOn)],
)

export const shiftPerson = sqliteTable(
  'shift_person',
  {
    shiftId: integer()
      .notNull()
      .references(() => shift.id),
    personId: integer()
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.shiftId, t.personId] }),
    index('shift_person_by_person').on(t.personId),
  ],
)

/** A stop at a venue. A visit with nothing given still counts; people met are a count, never a name. */
export const visit = sqliteTable(
  'visit',
  {
    id: integer().primaryKey(),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    /** Null for a drop-in night or an event, which no bag serves. */
    shiftId: integer().references(() => shift.id),
    happenedOn: text().notNull(),
    period: text({ enum: ['morning', 'afternoon', 'evening', 'night'] }).notNull(),
    contacts: integer().notNull().default(0),
    /** A drop-in night that was closed: nothing more is recorded of it until it is opened again. */
    closedOn: text(),
    /** It was no visit after all. It holds nothing, and whatever is recorded of it brings it back: see visits.sql. */
    takenBackOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('visit_of_venue').on(t.venueId, t.happenedOn),
    index('visit_of_shift').on(t.shiftId),
    check('visit_contacts', sql`${t.contacts} >= 0`),
  ],
)

export const stocktake = sqliteTable('stocktake', {
  id: integer().primaryKey(),
  locationId: integer()
    .notNull()
    .references(() => location.id),
  startedOn: text().notNull(),
  version: integer().notNull().default(1),
})

export const stocktakeLine = sqliteTable(
  'stocktake_line',
  {
    stocktakeId: integer()
      .notNull()
      .references(() => stocktake.id),
    lotId: integer()
      .notNull()
      .references(() => lot.id),
    /** What the book said at the moment this line was counted; the final count is counted + moved since. */
    expected: integer().notNull(),
    counted: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stocktakeId, t.lotId] }),
    check('stocktake_line_counted', sql`${t.counted} >= 0`),
  ],
)

/** Rough stock is seen, not counted: what came in, what was used, how much is left. Append-only. */
export const observation = sqliteTable(
  'observation',
  {
    id: integer().primaryKey(),
    requestId: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    locationId: integer()
      .notNull()
      .references(() => location.id),
    happenedOn: text().notNull(),
    recordedOn: text().notNull(),
    kind: text({ enum: ['intake', 'use', 'level'] }).notNull(),
    /** intake and use: how much, in the item's rough unit (bags, crates); level: 3 full … 0 empty. */
    amount: integer().notNull(),
    donationId: integer().references(() => donation.id),
    reversesId: integer(),
  },
  (t) => [
    uniqueIndex('observation_reverses').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    index('observation_of_item').on(t.itemId, t.happenedOn),
    // What was typed in of a paper sheet is taken back with it.
    index('observation_of_request').on(t.requestId),
    index('observation_of_donation').on(t.donationId).where(sql`${t.donationId} is not null`),
  ],
)

/** Which evenings and afternoons a service opens, by weekday (1 Monday … 7 Sunday), from a day on. */
export const servicePattern = sqliteTable(
  'service_pattern',
  {
    stream: text({ enum: streams }).notNull(),
    weekday: integer().notNull(),
    startsOn: text().notNull(),
    open: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.weekday, t.startsOn] }),
    check('service_pattern_weekday', sql`${t.weekday} between 1 and 7`),
  ],
)

/** Holidays, closures, extra nights, a clinic evening busier than others. */
export const serviceException = sqliteTable(
  'service_exception',
  {
    id: integer().primaryKey(),
    stream: text({ enum: streams }).notNull(),
    day: text().notNull(),
    open: integer({ mode: 'boolean' }).notNull(),
    /** Demand against an ordinary open day, in percent. */
    factorPercent: integer().notNull().default(100),
    reason: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('service_exception_once').on(t.stream, t.day),
    check('service_exception_factor', sql`${t.factorPercent} between 0 and 1000`),
  ],
)
