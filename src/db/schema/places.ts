// Where things are and who brings them: one table of places, the outside world included.
import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { deadlineIntervals } from '#src/order-deadlines.ts'
import { item, pack } from './catalog.ts'

export const locationKinds = ['source', 'stockroom', 'bag', 'venue', 'assembly', 'loss'] as const
export type LocationKind = (typeof locationKinds)[number]

export const locationRoles = {
  source: ['donor', 'supplier', 'opening'],
  stockroom: ['central', 'drop-in-shelves', 'kitchen', 'clothing-bank', 'quarantine', 'store'],
  bag: ['bag'],
  venue: [
    'street',
    'bar',
    'hotel',
    'peep-show',
    'strip-club',
    'home',
    'neighbour',
    'online',
    'drop-in-floor',
    'event',
    'unlogged',
  ],
  assembly: ['assembly'],
  loss: ['expired', 'damaged', 'lost', 'found'],
} as const
export type LocationRole = (typeof locationRoles)[LocationKind][number]

export const streams = ['outreach', 'drop-in', 'events'] as const
export type Stream = (typeof streams)[number]

/** Every place, the outside world included: the whole supply chain is movements between these. */
export const location = sqliteTable(
  'location',
  {
    id: integer().primaryKey(),
    kind: text({ enum: locationKinds }).notNull(),
    role: text().$type<LocationRole>().notNull(),
    /** A venue has an alias here, never an address. */
    nameFr: text(),
    nameEn: text(),
    /** Venues: which service's demand this is. Stockrooms and bags: which service they feed. */
    stream: text({ enum: streams }),
    /** Venues: due again after this many days; null is never due. */
    visitEveryDays: integer(),
    /** Venues: the service agreement with whoever runs it, and the day on which it is looked at again. */
    agreementSignedOn: text(),
    agreementReviewOn: text(),
    /** Events: the first and the last day. */
    startsOn: text(),
    endsOn: text(),
    /** Bags: the stockroom that fills it. Drop-in floor, events: the stockroom it is given from. */
    feederId: integer().references((): AnySQLiteColumn => location.id),
    /** A donor whose name is not printed or reported. */
    anonymous: integer({ mode: 'boolean' }).notNull().default(false),
    retiredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('location_named', sql`${t.nameFr} is not null or ${t.nameEn} is not null`),
    check(
      'location_kind',
      sql`${t.kind} in ('source', 'stockroom', 'bag', 'venue', 'assembly', 'loss')`,
    ),
    check('location_venue_stream', sql`${t.kind} <> 'venue' or ${t.stream} is not null`),
    check('location_visit_every', sql`${t.visitEveryDays} is null or ${t.visitEveryDays} > 0`),
    index('location_by_kind').on(t.kind),
  ],
)

/** What a bag should hold when it leaves, or shelves when the doors open; in the order of the tiles. */
export const parLine = sqliteTable(
  'par_line',
  {
    locationId: integer()
      .notNull()
      .references(() => location.id),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    quantity: integer().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.locationId, t.itemId] }),
    check('par_line_quantity', sql`${t.quantity} > 0`),
  ],
)

/** How a supplier delivers: calendar days. */
export const supplierTerms = sqliteTable('supplier_terms', {
  supplierId: integer()
    .primaryKey()
    .references(() => location.id),
  leadTimeDays: integer().notNull(),
  /** Days between one order and the next; where orders have a deadline, about so many. */
  reviewDays: integer().notNull(),
  /** How often orders are taken; null by request, on any day. See order-deadlines.ts. */
  deadlineEvery: text({ enum: deadlineIntervals }),
  /** Every week: 1 Monday … 7 Sunday. Every month: the day of the month. */
  deadlineDay: integer(),
  /** Every two weeks: any one of the days. */
  deadlineFrom: text(),
  /** Orders are taken until this hour, local time: 12 is noon, 24 the end of the day. */
  deadlineHour: integer(),
  version: integer().notNull().default(1),
})

/** Who supplies an item, in which pack and at what price. */
export const itemSupply = sqliteTable(
  'item_supply',
  {
    id: integer().primaryKey(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    supplierId: integer()
      .notNull()
      .references(() => location.id),
    packId: integer().references(() => pack.id),
    /** Ten-thousandths of a dollar for `priceUnits` base units: see money.ts. */
    price: integer(),
    priceUnits: integer(),
    /** Base units an order line may hold. */
    minimumOrder: integer(),
    maximumOrder: integer(),
    version: integer().notNull().default(1),
  },
  (t) => [unique('item_supply_once').on(t.itemId, t.supplierId)],
)
