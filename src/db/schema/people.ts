// Who uses the app. Nobody else has a row anywhere: there is no table for the people it serves.
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const roles = ['outreach', 'stock', 'coordinator', 'admin'] as const
export type Role = (typeof roles)[number]

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

export const person = sqliteTable(
  'person',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    /** What is typed to sign in: an e-mail address or any name, stored in lower case. */
    signInName: text().notNull().unique(),
    /** argon2id; null until the person has chosen a password through a one-time link. */
    passwordHash: text(),
    role: text({ enum: roles }).notNull(),
    language: text({ enum: languages }).notNull(),
    disabledOn: text(),
    version: integer().notNull().default(1),
  },
  (t) => [check('person_role', sql`${t.role} in ('outreach', 'stock', 'coordinator', 'admin')`)],
)

export const session = sqliteTable('session', {
  /** SHA-256 of the token in the cookie: reading this table signs nobody in. */
  tokenHash: text().primaryKey(),
  personId: integer()
    .notNull()
    .references(() => person.id),
  /** Instants are milliseconds since 1970, in UTC. */
  startedAt: integer().notNull(),
  seenAt: integer().notNull(),
  endsAt: integer().notNull(),
  /** "Firefox on Android": enough for a person to recognise their own device. */
  device: text().notNull(),
  /** What the person did last and can still undo, as the path that undoes it. */
  undoPath: text(),
})

export const oneTimeLink = sqliteTable('one_time_link', {
  tokenHash: text().primaryKey(),
  /** Null for the set-up link of a new installation, which makes the first admin. */
  personId: integer().references(() => person.id),
  purpose: text({ enum: ['set-up', 'invitation', 'demo', 'second-step'] }).notNull(),
  endsAt: integer().notNull(),
  usedAt: integer(),
})

/** What a person's app reckons its codes from, asked for after the password. */
export const secondStep = sqliteTable('second_step', {
  personId: integer()
    .primaryKey()
    .references(() => person.id),
  /** Base32. It cannot be a hash: every code is reckoned from it. */
  secret: text().notNull(),
  /** Null until a first code has shown that the app has the secret: nothing is asked for before. */
  confirmedAt: integer(),
  /** The last half minute, counted from 1970, whose code was used: a code opens once. */
  usedStep: integer().notNull().default(0),
})

/** Codes on paper, for the day the phone is lost: each opens once, and goes. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    /** SHA-256 of 80 random bits. */
    codeHash: text().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => person.id),
  },
  (t) => [index('recovery_code_of_person').on(t.personId)],
)

/** Failed sign-ins, so that guessing slows down; a right password clears the row. */
export const signInAttempt = sqliteTable('sign_in_attempt', {
  /** Hash of the account name or of the address: neither is kept readable. */
  keyHash: text().primaryKey(),
  failures: integer().notNull(),
  waitUntil: integer().notNull(),
})

/** Who is told by e-mail what to order, and what they have been told: a row from the first choice on. */
export const digest = sqliteTable('digest', {
  personId: integer()
    .primaryKey()
    .references(() => person.id),
  /** Null: none is wanted, and no address is kept. It is in no log. */
  address: text(),
  version: integer().notNull().default(1),
  /** The last day on which it was seen to, with a message or with nothing to say. */
  seenToOn: text(),
  /** The hour, YYYY-MM-DD HH, for which an app has taken it on, before anything goes. */
  claimedFor: text(),
  sentOn: text(),
  /** The day on which the mail server refused the address; null once a message went. */
  refusedOn: text(),
  /** JSON: the items that were told and still press, by id, with the most pressing level that was told. */
  told: text().notNull().default('{}'),
})
