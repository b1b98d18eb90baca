// What the book adds up to: kept from it by the triggers in ledger.sql and by nothing else.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { item, lot, recipe } from './catalog.ts'
import { shift } from './documents.ts'
import { location, streams } from './places.ts'

/** Rollup. What each stockroom and bag holds of each lot; a row that reaches zero goes. */
export const onHand = sqliteTable(
  'on_hand',
  {
    locationId: integer()
      .notNull()
      .references(() => location.id),
    lotId: integer()
      .notNull()
      .references(() => lot.id),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.locationId, t.lotId] }),
    index('on_hand_of_item').on(t.itemId, t.locationId),
    index('on_hand_of_lot').on(t.lotId),
  ],
)

/** Rollup. Which items ever came to each place; whatever becomes of them, a row stays. */
export const arrived = sqliteTable(
  'arrived',
  {
    locationId: integer()
      .notNull()
      .references(() => location.id),
    itemId: integer()
      .notNull()
      .references(() => item.id),
  },
  (t) => [primaryKey({ columns: [t.locationId, t.itemId] })],
)

/**
 * Rollup. What reached each venue a day. A report reads only its period: it is about an item, a venue,
 * or one item after another.
 */
export const consumptionByDay = sqliteTable(
  'consumption_by_day',
  {
    day: text().notNull(),
    /** The venue's. */
    stream: text({ enum: streams }).notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.day, t.venueId] }),
    index('consumption_of_venue').on(t.venueId, t.day),
  ],
)

/**
 * Rollup. Kits that reached venues a day, by the recipe of their lot: what was in them. Kits of which
 * nobody knows the lot are in consumption_by_day alone.
 */
export const kitUseByDay = sqliteTable(
  'kit_use_by_day',
  {
    day: text().notNull(),
    recipeId: integer()
      .notNull()
      .references(() => recipe.id),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.recipeId] })],
)

/** Rollup. What was lost a day, by how: expired, damaged, lost; below zero where it was found. */
export const lossByDay = sqliteTable(
  'loss_by_day',
  {
    day: text().notNull(),
    placeId: integer()
      .notNull()
      .references(() => location.id),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.placeId, t.itemId] })],
)

/**
 * Rollup. What a service could give on a day that something moved: the stockroom that feeds it and
 * its bags together. A day without a row held what the day before closed with.
 */
export const stockByDay = sqliteTable(
  'stock_by_day',
  {
    itemId: integer()
      .notNull()
      .references(() => item.id),
    stream: text({ enum: streams }).notNull(),
    day: text().notNull(),
    opening: integer().notNull(),
    closing: integer().notNull(),
    ranOut: integer({ mode: 'boolean' }).notNull().default(false),
    /** Asked for when there was none left; base units. */
    unmet: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.stream, t.day] })],
)

/** Rollup. Which shift has which bag: its key is why a bag is never out twice. */
export const bagOut = sqliteTable('bag_out', {
  bagId: integer()
    .primaryKey()
    .references(() => location.id),
  shiftId: integer()
    .notNull()
    .unique()
    .references(() => shift.id),
})

/** Rollup. What a bag held of each lot when a shift took it, before it was filled. */
export const carriedIn = sqliteTable(
  'carried_in',
  {
    shiftId: integer()
      .notNull()
      .references(() => shift.id),
    lotId: integer()
      .notNull()
      .references(() => lot.id),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shiftId, t.lotId] })],
)
