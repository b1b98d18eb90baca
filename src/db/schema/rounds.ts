// Where shifts mean to go, and what a venue is offered first: plans that people edit.
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { item } from './catalog.ts'
import { shift } from './documents.ts'
import { location } from './places.ts'

/** A way round, to be chosen when a bag is taken. */
export const route = sqliteTable(
  'route',
  {
    id: integer().primaryKey(),
    nameFr: text(),
    nameEn: text(),
    retiredOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [check('route_named', sql`${t.nameFr} is not null or ${t.nameEn} is not null`)],
)

export const routeStop = sqliteTable(
  'route_stop',
  {
    routeId: integer()
      .notNull()
      .references(() => route.id),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.routeId, t.venueId] })],
)

/** Where a shift means to stop: copied from its route, which may change later. Done is what was visited. */
export const plannedStop = sqliteTable(
  'planned_stop',
  {
    id: integer().primaryKey(),
    shiftId: integer()
      .notNull()
      .references(() => shift.id),
    venueId: integer()
      .notNull()
      .references(() => location.id),
    position: integer().notNull(),
    skipped: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [unique('planned_stop_once').on(t.shiftId, t.venueId)],
)

/** What a venue is offered at its first visit: one list for the programme. */
export const firstVisitLine = sqliteTable(
  'first_visit_line',
  {
    itemId: integer()
      .primaryKey()
      .references(() => item.id),
    /** Base units. */
    quantity: integer().notNull(),
    position: integer().notNull(),
  },
  (t) => [check('first_visit_line_quantity', sql`${t.quantity} > 0`)],
)
