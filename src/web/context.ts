// What every request carries.
import type { Context, Handler } from 'hono'
import type { Day, DayRule, Period } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import type { AsOf } from '#src/db/remembered.ts'
import type { Role } from '#src/db/schema/index.ts'
import type { Keeping } from '#src/jobs/keeping.ts'
import type { Language, Say } from '#src/messages/index.ts'
import type { Assets } from './assets.ts'

/** What main.ts decides once and every request shares. */
export type AppOptions = {
  readonly database: Database
  /** The instant now, milliseconds since 1970. */
  readonly clock: () => number
  /** A new UUIDv4. */
  readonly newId: () => string
  /** 32 random bytes, base64url. */
  readonly newToken: () => string
  /** A new P-256 pair, base64url: the public point raw, the private key as PKCS #8. */
  readonly newKeyPair: () => Promise<{ readonly publicKey: string; readonly privateKey: string }>
  readonly timeZone: string
  /** Served over HTTPS: cookies are Secure and HSTS is sent. */
  readonly secure: boolean
  /** The app's own origin when a proxy hides it. */
  readonly publicUrl: string | null
  /** A proxy of ours stands before the app: what it says about the client is believed. */
  readonly trustProxy: boolean
  readonly log: (event: { readonly message: string; readonly [detail: string]: unknown }) => void
  readonly startedAt: number
  /** What keeping the database offers while the app runs; null where the server does it. */
  readonly keeping: Keeping | null
  /** A mail server takes what the app sends. */
  readonly sendsMail: boolean
}

export type Viewer = {
  readonly personId: number
  readonly name: string
  readonly role: Role
  readonly language: Language
  readonly tokenHash: string
  readonly undoPath: string | null
}

/** The shared device of a drop-in night that is open: nobody is signed in on it. */
export type Night = {
  readonly visitId: number
  readonly tokenHash: string
}

export type Programme = {
  readonly programmeName: string
  readonly neutralName: string
  readonly neutralPage: string
  readonly fiscalYearStart: number
  readonly dayEndsAtHour: number
}

export type Vars = {
  readonly app: AppOptions
  readonly assets: Promise<Assets>
  readonly say: Say
  readonly viewer: Viewer | null
  /** Null wherever a person is signed in. */
  readonly night: Night | null
  readonly programme: Programme
  readonly dayRule: DayRule
  readonly today: Day
  /** How many entries from phones wait for a coordinator. */
  readonly held: number
  /** For what is remembered while nothing is written. */
  readonly asOf: AsOf
  readonly period: Period
  readonly now: number
  /** Answers as this app would, without writing; null where that is what is being done. */
  readonly rehearse: ((request: Request) => Response | Promise<Response>) | null
  /** Answers an error page; nothing has been written. */
  readonly deny: (why: Denial) => Response | Promise<Response>
}

/** 401: nobody is signed in, and the form that was sent is held. */
export type Denial = 401 | 403 | 404 | 405 | 413 | 'origin' | 'damaged'

export type Env = { Variables: Vars }
export type C = Context<Env>
export type Route = Handler<Env>

/** The person who is signed in; only for routes the access table closes to strangers. */
export function viewerOf(c: C): Viewer {
  const { viewer } = c.var
  if (!viewer) throw new Error('a route without a signed-in person asked for one')
  return viewer
}
