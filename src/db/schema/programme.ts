// The programme's own settings, who changed what, what was asked and answered, and what the jobs did.
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from './people.ts'

/** One row. */
export const setting = sqliteTable(
  'setting',
  {
    id: integer().primaryKey(),
    programmeName: text().notNull(),
    /** What outreach pages and the home screen call the app. */
    neutralName: text().notNull(),
    /** Where Hide leads. */
    neutralPage: text().notNull(),
    /** First month of the year that reports use: 4 is April. */
    fiscalYearStart: integer().notNull(),
    /** Months of detail that are kept. */
    retentionMonths: integer().notNull(),
    /** Local hour at which the day before ends. */
    dayEndsAtHour: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('setting_one', sql`${t.id} = 1`),
    check('setting_fiscal_year', sql`${t.fiscalYearStart} between 1 and 12`),
    check('setting_day_end', sql`${t.dayEndsAtHour} between 0 and 11`),
    check('setting_retention', sql`${t.retentionMonths} between 1 and 120`),
  ],
)

/** Every change of an editable row, whole before and after, so that it can be read and undone. */
export const changeLog = sqliteTable(
  'change_log',
  {
    id: integer().primaryKey(),
    tableName: text().notNull(),
    rowId: integer().notNull(),
    personId: integer().references(() => person.id),
    changedAt: integer().notNull(),
    /** What else this request wrote is undone with it; null before that was kept. */
    requestId: text(),
    /** JSON; null when the row is new. */
    before: text(),
    after: text().notNull(),
  },
  (t) => [
    index('change_of_row').on(t.tableName, t.rowId),
    // What is typed in of a paper sheet changes visits, and is taken back with what it says was given.
    index('change_of_visit')
      .on(t.requestId)
      .where(sql`${t.tableName} = 'visit' and ${t.requestId} is not null`),
  ],
)

/** What left as a file or on paper: who took it, when, and which page with what it was asked for. */
export const exportLog = sqliteTable('export_log', {
  id: integer().primaryKey(),
  personId: integer()
    .notNull()
    .references(() => person.id),
  exportedAt: integer().notNull(),
  /** '/reports.csv?length=year&month=2026-04'. */
  path: text().notNull(),
})

export const jobRun = sqliteTable('job_run', {
  name: text().primaryKey(),
  startedAt: integer().notNull(),
  finishedAt: integer(),
  succeeded: integer({ mode: 'boolean' }),
  message: text(),
})

/** What a request was and what it was answered: the same one again gets the same answer. */
export const request = sqliteTable('request', {
  id: text().primaryKey(),
  /** SHA-256 of what was sent: the same id with other content is refused, not swallowed. */
  fingerprint: text().notNull(),
  /** JSON; null only inside the transaction that is answering. */
  answer: text(),
  recordedOn: text().notNull(),
})
