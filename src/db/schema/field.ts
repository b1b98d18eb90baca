// Devices that record without anybody signed in. Phones without signal: who they belong to, the keys that
// what waits on them is sealed to, and what arrived but could not be entered by itself. And the device
// by the door of the drop-in, for one night.
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { visit } from './documents.ts'
import { person } from './people.ts'

/** A paired phone. What it sends is believed to be its person's until it is revoked. */
export const phone = sqliteTable(
  'phone',
  {
    id: integer().primaryKey(),
    /** SHA-256 of the token in its cookie. */
    tokenHash: text().notNull().unique(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** "Firefox · Android": enough to recognise one's own. */
    device: text().notNull(),
    pairedOn: text().notNull(),
    /** The day it last sent something. */
    sentOn: text(),
    revokedOn: text(),
  },
  (t) => [index('phone_of_person').on(t.personId)],
)

/** P-256 keys, a new one each month. Both halves are base64url: raw, and PKCS #8. */
export const sealingKey = sqliteTable('sealing_key', {
  /** Never used twice: what was sealed to a key that is gone must not be tried with another. */
  id: integer().primaryKey({ autoIncrement: true }),
  publicKey: text().notNull(),
  privateKey: text().notNull(),
  madeOn: text().notNull(),
})

export const heldReasons = ['revoked', 'disabled', 'unknown-key', 'refused', 'typed'] as const
export type HeldReason = (typeof heldReasons)[number]

/** What a phone sent and nobody may lose, for a coordinator to enter or to set aside. */
export const heldEntry = sqliteTable(
  'held_entry',
  {
    /** SHA-256 of what was sealed: the same one sent again is the same row. */
    id: text().primaryKey(),
    phoneId: integer()
      .notNull()
      .references(() => phone.id),
    receivedOn: text().notNull(),
    reason: text({ enum: heldReasons }).notNull(),
    /** JSON of the entry; null when no key opens it any more. */
    content: text(),
    decidedOn: text(),
    decision: text({ enum: ['entered', 'set-aside'] }),
  },
  (t) => [
    index('held_entry_waiting').on(t.receivedOn).where(sql`${t.decidedOn} is null`),
    check('held_entry_decision', sql`(${t.decidedOn} is null) = (${t.decision} is null)`),
  ],
)

/**
 * A shared device that may tally one drop-in night, with nobody signed in on it. It works while the night
 * is open and is tonight; to end it sooner, the row goes. Rows of earlier nights go when one is opened.
 */
export const nightSession = sqliteTable(
  'night_session',
  {
    id: integer().primaryKey(),
    /** SHA-256 of the token in its cookie. */
    tokenHash: text().notNull().unique(),
    visitId: integer()
      .notNull()
      .references(() => visit.id),
    /** The coordinator who opened it: were they disabled, it would end. */
    openedById: integer()
      .notNull()
      .references(() => person.id),
    /** Milliseconds since 1970, in UTC. */
    startedAt: integer().notNull(),
    /** "Firefox · Android": enough to tell one device from another. */
    device: text().notNull(),
  },
  (t) => [index('night_session_of_visit').on(t.visitId)],
)
