// Who is asking. A token lives in the cookie; the table holds only its hash.
import { createHash } from 'node:crypto'
import { eq, lte, or, sql } from 'drizzle-orm'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { businessDay, type DayRule, periodOf, wallTime } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import { type Written, written } from '#src/db/remembered.ts'
import { nightSession, person, session, setting, visit } from '#src/db/schema/index.ts'
import { type Language, say } from '#src/messages/index.ts'
import type { AppOptions, C, Env, Programme, Viewer } from './context.ts'
import { nightColumns, nightOn, type OpenNight, opener, openNight } from './night-session.ts'

const hour = 3_600_000
/** A session ends this long after it began, and sooner when it is not used. */
export const longestSession = 12 * hour
export const longestIdle = 4 * hour
const touchEvery = 5 * 60_000

/** SHA-256, for tokens of 32 random bytes: they need no salt and no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Reads the session, the programme's settings and the day; signs nobody in. */
export function readSession(app: AppOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const now = app.clock()
    const token = getCookie(c, cookieName(app))
    const found = await app.database.read((db) => viewerAndProgramme(db, token, now))
    const dayRule: DayRule = { timeZone: app.timeZone, endsAtHour: found.programme.dayEndsAtHour }
    c.set('app', app)
    c.set('now', now)
    c.set('programme', found.programme)
    c.set('dayRule', dayRule)
    const today = businessDay(now, dayRule)
    c.set('today', today)
    const clock = wallTime(now, app.timeZone)
    c.set('held', found.held)
    c.set('asOf', { database: app.database, today, clock, written: found.written })
    c.set('period', periodOf(now, dayRule))
    c.set('viewer', found.viewer)
    c.set('night', nightOn(found.night, today))
    c.set('say', say(found.viewer?.language ?? languageOfBrowser(c)))
    if (found.viewer && now - found.seenAt > touchEvery) await touch(app, found.viewer, now)
    await next()
  }
}

/**
 * Starts a session for a person who has just proved who they are, and sets its cookie. The token is
 * always a new one: a session that this browser had before ends.
 */
export async function startSession(c: C, tx: Tx, personId: number): Promise<void> {
  const { app, now, viewer, night } = c.var
  const token = app.newToken()
  if (night) await tx.delete(nightSession).where(eq(nightSession.tokenHash, night.tokenHash))
  await tx
    .delete(session)
    .where(or(lte(session.endsAt, now), eq(session.tokenHash, viewer?.tokenHash ?? '')))
  await tx.insert(session).values({
    tokenHash: tokenHash(token),
    personId,
    startedAt: now,
    seenAt: now,
    endsAt: now + longestSession,
    device: deviceOf(c.req.header('user-agent') ?? ''),
  })
  giveToken(c, { token, forMs: longestSession })
}

/** The cookie of a session that has begun. */
export function giveToken(c: C, { token, forMs }: { token: string; forMs: number }) {
  const { app } = c.var
  setCookie(c, cookieName(app), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: app.secure,
    maxAge: forMs / 1000,
  })
}

/**
 * Makes the browser forget the session and the pages it kept, those it would go back to included. Not
 * its storage: what was recorded without signal waits there, and is lost only when somebody says so.
 * Nor "cookies", which would sign people out of every other site of the organisation's domain.
 */
export function forgetSession(c: C) {
  setCookie(c, cookieName(c.var.app), '', { path: '/', maxAge: 0, secure: c.var.app.secure })
  forgetPages(c)
}

/** Makes the browser forget the pages it kept. */
export function forgetPages(c: C) {
  c.header('Clear-Site-Data', '"cache"')
}

export function rememberLanguage(c: C, language: Language) {
  setCookie(c, 'language', language, {
    path: '/',
    sameSite: 'Lax',
    secure: c.var.app.secure,
    maxAge: 365 * 86_400,
  })
}

// __Host- needs Secure; a laptop that serves itself over plain HTTP has neither.
function cookieName(app: AppOptions): string {
  return app.secure ? '__Host-session' : 'session'
}

type Found = {
  viewer: Viewer | null
  night: OpenNight | null
  programme: Programme
  seenAt: number
  written: Written
  held: number
}

const programmeColumns = {
  programmeName: setting.programmeName,
  neutralName: setting.neutralName,
  neutralPage: setting.neutralPage,
  fiscalYearStart: setting.fiscalYearStart,
  dayEndsAtHour: setting.dayEndsAtHour,
}

// One that is never null comes first: by it drizzle knows whether there is a row.
const sessionColumns = {
  startedAt: session.startedAt,
  seenAt: session.seenAt,
  endsAt: session.endsAt,
  undoPath: session.undoPath,
}

const personColumns = {
  personId: person.id,
  name: person.name,
  role: person.role,
  language: person.language,
  disabledOn: person.disabledOn,
}

// What phones sent and a coordinator decides: by the index of what waits, which is short.
const held = sql<number>`(select count(*) from held_entry where decided_on is null)`

// Every request asks this first: who it is, how the programme is set, how much has been written.
const asked = prepared((db) =>
  db
    .select({
      programme: programmeColumns,
      session: sessionColumns,
      person: personColumns,
      ...nightColumns,
      ...{ written, held },
    })
    .from(setting)
    .leftJoin(session, sql`${session.tokenHash} = ${sql.placeholder('hash')}`)
    .leftJoin(person, eq(person.id, session.personId))
    .leftJoin(nightSession, sql`${nightSession.tokenHash} = ${sql.placeholder('hash')}`)
    .leftJoin(visit, eq(visit.id, nightSession.visitId))
    .leftJoin(opener, eq(opener.id, nightSession.openedById))
    .prepare(),
)

async function viewerAndProgramme(db: Db, token: string | undefined, now: number): Promise<Found> {
  const hash = token ? tokenHash(token) : ''
  const [row] = await asked(db).all({ hash })
  if (!row) throw new Error('the database has no settings: it was not prepared')
  const { programme, session: found, person: who, written, held } = row
  const night = openNight(row, now)
  // A clock that was set back by more than an hour could make a session eternal: it ends instead.
  const isLive =
    found &&
    who &&
    who.disabledOn === null &&
    found.endsAt > now &&
    found.startedAt <= now + hour &&
    found.seenAt <= now + hour &&
    found.seenAt + longestIdle > now
  if (!isLive) return { viewer: null, night, programme, seenAt: 0, written, held }
  const { personId, name, role, language } = who
  const viewer = { personId, name, role, language, tokenHash: hash, undoPath: found.undoPath }
  return { viewer, night, programme, seenAt: found.seenAt, written, held }
}

async function touch(app: AppOptions, viewer: Viewer, now: number) {
  await app.database.write((tx) =>
    tx.update(session).set({ seenAt: now }).where(eq(session.tokenHash, viewer.tokenHash)),
  )
}

function languageOfBrowser(c: C): Language {
  const chosen = getCookie(c, 'language')
  if (chosen === 'fr' || chosen === 'en') return chosen
  const first = (c.req.header('accept-language') ?? '').match(/\b(fr|en)\b/i)?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'fr'
}

/** "Firefox · Android": enough for a person to recognise their own device. */
export function deviceOf(agent: string): string {
  const browser =
    ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? 'Browser'
  const system =
    ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'].find((name) =>
      agent.includes(name),
    ) ?? ''
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ')
}
