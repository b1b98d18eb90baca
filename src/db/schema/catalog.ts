// What exists: items and how they are packed, recipes, lots.
// Rows are retired, never deleted, so that history keeps its names.
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

export const categories = [
  'prevention',
  'injection',
  'inhalation',
  'sharps',
  'naloxone',
  'food',
  'hygiene',
  'clothing',
  'print',
  'other',
] as const
export type Category = (typeof categories)[number]

/** One thing in several sizes: "Socks" of which "Socks, M" is an item. */
export const family = sqliteTable('family', {
  id: integer().primaryKey(),
  nameFr: text(),
  nameEn: text(),
  version: integer().notNull().default(1),
})

export const item = sqliteTable(
  'item',
  {
    id: integer().primaryKey(),
    /** Short, for tiles, one-line entry and imports: "cond", "1cc". */
    code: text().notNull().unique(),
    nameFr: text(),
    nameEn: text(),
    /** On a tile, where a full name has no room and tells too much; the code when missing. */
    shortFr: text(),
    shortEn: text(),
    /** The base unit, singular: every quantity of this item counts these. */
    unitFr: text(),
    unitEn: text(),
    category: text({ enum: categories }).notNull(),
    familyId: integer().references(() => family.id),
    size: text(),
    /** A rough item never has movements: it has observations of intake, use and level. */
    tracking: text({ enum: ['exact', 'rough'] })
      .notNull()
      .default('exact'),
    /** none: one built-in lot; date: lots told apart by expiry; number: lot number and expiry. */
    lots: text({ enum: ['none', 'date', 'number'] })
      .notNull()
      .default('none'),
    /** hard: never after the day; best-before: good for graceDays more; none: does not expire. */
    expiry: text({ enum: ['hard', 'best-before', 'none'] })
      .notNull()
      .default('none'),
    graceDays: integer().notNull().default(0),
    /** Life a lot must still have to be handed out, in days; with less it is for demonstration. */
    minimumLifeDays: integer().notNull().default(0),
    allowedInBags: integer({ mode: 'boolean' }).notNull().default(true),
    allowedAtDropIn: integer({ mode: 'boolean' }).notNull().default(true),
    /** A needle: what is given of it is what sharps recovered are compared with. */
    isSharp: integer({ mode: 'boolean' }).notNull().default(false),
    /** Chance of not running out that orders aim for, in percent. */
    serviceLevelPercent: integer().notNull().default(95),
    /** Set by a person, for items with too few data for a forecast; base units. */
    minimumStock: integer(),
    maximumStock: integer(),
    retiredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('item_named', sql`${t.nameFr} is not null or ${t.nameEn} is not null`),
    check('item_unit_named', sql`${t.unitFr} is not null or ${t.unitEn} is not null`),
    check('item_grace', sql`${t.graceDays} >= 0 and ${t.minimumLifeDays} >= 0`),
    check('item_level', sql`${t.serviceLevelPercent} between 50 and 99`),
    check('item_expiring_has_lots', sql`${t.expiry} = 'none' or ${t.lots} <> 'none'`),
    check('item_rough_has_no_lots', sql`${t.tracking} = 'exact' or ${t.lots} = 'none'`),
  ],
)

/** A pack is a way to type a quantity, never a way to store one. */
export const pack = sqliteTable(
  'pack',
  {
    id: integer().primaryKey(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    nameFr: text(),
    nameEn: text(),
    /** Base units in one pack. */
    size: integer().notNull(),
    retiredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('pack_size', sql`${t.size} between 2 and 1000000`),
    check('pack_named', sql`${t.nameFr} is not null or ${t.nameEn} is not null`),
    index('pack_of_item').on(t.itemId),
  ],
)

/** A recipe is never edited: a change is a new version, so history keeps the one it was built by. */
export const recipe = sqliteTable(
  'recipe',
  {
    id: integer().primaryKey(),
    kitId: integer()
      .notNull()
      .references(() => item.id),
    number: integer().notNull(),
    startsOn: text().notNull(),
  },
  (t) => [unique('recipe_number').on(t.kitId, t.number)],
)

export const recipeLine = sqliteTable(
  'recipe_line',
  {
    recipeId: integer()
      .notNull()
      .references(() => recipe.id),
    componentId: integer()
      .notNull()
      .references(() => item.id),
    /** Base units of the component in one kit. */
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recipeId, t.componentId] }),
    check('recipe_line_quantity', sql`${t.quantity} > 0`),
  ],
)

export const lot = sqliteTable(
  'lot',
  {
    id: integer().primaryKey(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    /** untracked: the one lot of an item without lots; unknown: given in the field, lot not known. */
    kind: text({ enum: ['real', 'untracked', 'unknown'] })
      .notNull()
      .default('real'),
    /** The number on the pack; empty when the item's lots are told apart by date alone. */
    code: text().notNull().default(''),
    expiresOn: text(),
    heldOn: text(),
    heldReason: text(),
    /** The recipe this kit lot was built by. */
    recipeId: integer().references(() => recipe.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    // The movements refer to both; by the first, the lots of an item are found.
    unique('lot_of_item').on(t.itemId, t.id),
    // Two indexes, because SQLite holds two NULLs to be different.
    uniqueIndex('lot_with_expiry')
      .on(t.itemId, t.kind, t.code, t.expiresOn)
      .where(sql`${t.expiresOn} is not null`),
    uniqueIndex('lot_without_expiry')
      .on(t.itemId, t.kind, t.code)
      .where(sql`${t.expiresOn} is null`),
  ],
)

/** Which component lots went into a kit lot: a recall follows them. */
export const lotComponent = sqliteTable(
  'lot_component',
  {
    kitLotId: integer()
      .notNull()
      .references(() => lot.id),
    componentLotId: integer()
      .notNull()
      .references(() => lot.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kitLotId, t.componentLotId] }),
    index('lot_component_used').on(t.componentLotId),
  ],
)
