// What people say to the reorder board. What it shows is computed when it is read.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { item } from './catalog.ts'
import { person } from './people.ts'

/**
 * A row of the reorder board that somebody has seen and put aside, under the id of its item. What it
 * stood at then is kept, so that what has become worse since is never hidden.
 */
export const snooze = sqliteTable(
  'snooze',
  {
    id: integer()
      .primaryKey()
      .references(() => item.id),
    /** The day it comes back; null while it is awake. */
    untilOn: text(),
    snoozedOn: text().notNull(),
    snoozedBy: integer().references(() => person.id),
    level: text({ enum: ['now', 'soon', 'surplus', 'coming', 'enough', 'few'] }).notNull(),
    /** The likely day; null where it was none within a year. */
    runsOutOn: text(),
    /** Base units; null where nobody counts. */
    usable: integer(),
    version: integer().notNull().default(1),
  },
  (t) => [index('snooze_asleep').on(t.untilOn).where(sql`${t.untilOn} is not null`)],
)
