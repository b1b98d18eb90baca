// Used sharps: the bins that hold them, what came back and how much that was. Apart from the book on
// purpose: what was recovered is waste, and never stock.
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { item } from './catalog.ts'
import { entry } from './ledger.ts'
import { location } from './places.ts'

/** A kind of container, and how many sharps it holds: by its volume, or by what it weighs. */
export const binType = sqliteTable(
  'bin_type',
  {
    id: integer().primaryKey(),
    nameFr: text(),
    nameEn: text(),
    /** What a new one is in stock; null when it is none of ours. */
    itemId: integer().references(() => item.id),
    capacityMl: integer().notNull(),
    /** Sharps in a litre: a loose fill, a usual one, a tight one. */
    densityLow: integer().notNull(),
    densityLikely: integer().notNull(),
    densityHigh: integer().notNull(),
    /** Empty, with its lid. */
    tareGrams: integer().notNull(),
    /** One sharp, in thousandths of a gram: heavy ones make few of a weight. */
    milligramsLight: integer().notNull(),
    milligramsLikely: integer().notNull(),
    milligramsHeavy: integer().notNull(),
    retiredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('bin_type_named', sql`${t.nameFr} is not null or ${t.nameEn} is not null`),
    check('bin_type_capacity', sql`${t.capacityMl} > 0 and ${t.tareGrams} >= 0`),
    check(
      'bin_type_density',
      sql`0 < ${t.densityLow} and ${t.densityLow} <= ${t.densityLikely} and ${t.densityLikely} <= ${t.densityHigh}`,
    ),
    check(
      'bin_type_weight',
      sql`0 < ${t.milligramsLight} and ${t.milligramsLight} <= ${t.milligramsLikely} and ${t.milligramsLikely} <= ${t.milligramsHeavy}`,
    ),
  ],
)

/** A place for a bin at a venue. Whether one stands there, and since when, is told by its events. */
export const bin = sqliteTable(
  'bin',
  {
    id: integer().primaryKey(),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    typeId: integer()
      .notNull()
      .references(() => binType.id),
    /** Null is never due. */
    swapEveryDays: integer(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('bin_of_venue').on(t.venueId),
    check('bin_swap_every', sql`${t.swapEveryDays} is null or ${t.swapEveryDays} > 0`),
  ],
)

/** A round to collect what lies in the street: a sector by its code, people as a count. */
export const cleanUp = sqliteTable(
  'clean_up',
  {
    id: integer().primaryKey(),
    happenedOn: text().notNull(),
    recordedOn: text().notNull(),
    /** "C-3": what the programme calls it, never an address. */
    sector: text().notNull(),
    people: integer().notNull(),
    /** Gear that left and came back; null until it is counted. Gloves in pairs. */
    glovesOut: integer().notNull(),
    glovesBack: integer(),
    tongsOut: integer().notNull(),
    tongsBack: integer(),
    containersOut: integer().notNull(),
    containersBack: integer(),
    cancelledOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('clean_up_by_day').on(t.happenedOn),
    check('clean_up_sector', sql`length(${t.sector}) between 1 and 6`),
    check('clean_up_people', sql`${t.people} > 0`),
  ],
)

export const recoverySources = ['drop-in', 'people', 'bin', 'clean-up'] as const
export type RecoverySource = (typeof recoverySources)[number]

export const recoveryMethods = ['container', 'count', 'weight'] as const
export type RecoveryMethod = (typeof recoveryMethods)[number]

/** What came back, how it was measured, and how many sharps that was. Append-only. */
export const recovery = sqliteTable(
  'recovery',
  {
    id: integer().primaryKey(),
    requestId: text().notNull().unique(),
    happenedOn: text().notNull(),
    recordedOn: text().notNull(),
    source: text({ enum: recoverySources }).notNull(),
    method: text({ enum: recoveryMethods }).notNull(),
    /** By container and by weight: of what kind, and how many of them. */
    typeId: integer().references(() => binType.id),
    containers: integer(),
    fillPercent: integer(),
    /** As the scale showed, containers included. */
    grams: integer(),
    /** Sharps, reckoned by what was known of the container that day: it is not reckoned again. */
    low: integer().notNull(),
    likely: integer().notNull(),
    high: integer().notNull(),
    cleanUpId: integer().references(() => cleanUp.id),
    /** Takes back an earlier row: it counts against it. */
    reversesId: integer(),
  },
  (t) => [
    foreignKey({ columns: [t.reversesId], foreignColumns: [t.id] }),
    uniqueIndex('recovery_reverses').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    index('recovery_by_day').on(t.happenedOn),
    index('recovery_of_clean_up').on(t.cleanUpId).where(sql`${t.cleanUpId} is not null`),
    check(
      'recovery_range',
      sql`0 <= ${t.low} and ${t.low} <= ${t.likely} and ${t.likely} <= ${t.high}`,
    ),
    check('recovery_clean_up', sql`(${t.source} = 'clean-up') = (${t.cleanUpId} is not null)`),
    check(
      'recovery_method',
      sql`case ${t.method}
        when 'count' then ${t.containers} is null and ${t.fillPercent} is null and ${t.grams} is null
        when 'container' then ${t.typeId} is not null and ${t.containers} > 0 and ${t.fillPercent} between 0 and 100 and ${t.grams} is null
        when 'weight' then ${t.typeId} is not null and ${t.containers} > 0 and ${t.grams} >= 0 and ${t.fillPercent} is null
        else 0 end`,
    ),
  ],
)

export const binEventKinds = ['placed', 'swapped', 'removed'] as const
export type BinEventKind = (typeof binEventKinds)[number]

/** What was done with a bin. Append-only. */
export const binEvent = sqliteTable(
  'bin_event',
  {
    id: integer().primaryKey(),
    requestId: text().notNull().unique(),
    binId: integer()
      .notNull()
      .references(() => bin.id),
    kind: text({ enum: binEventKinds }).notNull(),
    happenedOn: text().notNull(),
    recordedOn: text().notNull(),
    /** The new container that left our stock for it; null when it was none of ours. */
    entryId: integer().references(() => entry.id),
    /** What was in the one taken away. */
    recoveryId: integer().references(() => recovery.id),
    reversesId: integer(),
  },
  (t) => [
    foreignKey({ columns: [t.reversesId], foreignColumns: [t.id] }),
    uniqueIndex('bin_event_reverses').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    index('bin_event_of_bin').on(t.binId),
    index('bin_event_of_entry').on(t.entryId).where(sql`${t.entryId} is not null`),
    index('bin_event_of_recovery').on(t.recoveryId).where(sql`${t.recoveryId} is not null`),
    check('bin_event_recovers', sql`${t.kind} <> 'placed' or ${t.recoveryId} is null`),
  ],
)
