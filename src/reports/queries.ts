// What a report is made of, by month. Everything is found by an index that begins with the day, or by a venue
// and then the day: the movements are never looked at.
import { asc, between, eq, isNotNull, sql } from 'drizzle-orm'
import { serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import {
  cleanUp,
  donation,
  family,
  item,
  type LocationRole,
  location,
  lossByDay,
  type RecoverySource,
  recovery,
} from '#src/db/schema/index.ts'
import { itemsOut } from '#src/ledger/items-out.ts'

type Span = { readonly from: Day; readonly to: Day }

export type Asked = {
  /** What is reported and what it is compared with. */
  readonly periods: { readonly current: Span; readonly before: Span }
  /** What the rest of a year says too: every month that is read. */
  readonly read: Span
  readonly today: Day
}

export type ReportFacts = Awaited<ReturnType<typeof reportFacts>>

/** Six statements, whatever the history. */
export async function reportFacts(db: Db, { periods, read, today }: Asked) {
  const { kits, out } = await itemsOut(db, read)
  return {
    ...{ kits, out, today, read },
    items: await itemsOfReports(db),
    events: await eventsIn(db, read, { ...periods, today }),
    donations: await donationsIn(db, read),
    calendar: await serviceCalendar(db),
  }
}

/** Items as reports list them, retired ones too, each with the name of its family. */
async function itemsOfReports(db: Db) {
  return db
    .select({
      ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
      ...{ unitFr: item.unitFr, unitEn: item.unitEn, category: item.category },
      ...{ isSharp: item.isSharp, familyId: item.familyId },
      family: { nameFr: family.nameFr, nameEn: family.nameEn },
    })
    .from(item)
    .leftJoin(family, eq(family.id, item.familyId))
    .orderBy(asc(item.id))
}

export type ReportItem = Awaited<ReturnType<typeof itemsOfReports>>[number]

/** What happened in a month, or on a day where it is a night: how often, and how much. */
export type Event =
  | {
      readonly what: 'visit'
      readonly which: LocationRole
      readonly at: string
      readonly n: number
      readonly amount: number
    }
  | {
      readonly what: 'loss'
      readonly which: LocationRole
      readonly at: string
      readonly n: number
      readonly amount: number
    }
  | {
      readonly what: 'recovery'
      readonly which: RecoverySource
      readonly at: string
      readonly n: number
      readonly amount: number
    }
  | {
      readonly what: 'clean-up'
      readonly which: null
      readonly at: string
      readonly n: number
      readonly amount: number
    }
  | {
      readonly what: 'due'
      readonly which: 'current' | 'before'
      readonly at: null
      readonly n: number
      readonly amount: number
    }

type Due = Asked['periods'] & { readonly today: Day }

async function eventsIn(db: Db, { from, to }: Span, due: Due) {
  return db.all<Event>(sql`
    select 'visit' as what, role as which,
      iif(role = 'drop-in-floor', visit.happened_on, substr(visit.happened_on, 1, 7)) as at,
      count(*) as n, sum(visit.contacts) as amount
    from location cross join visit
      on visit.venue_id = location.id and visit.happened_on between ${from} and ${to}
    where kind = 'venue' and visit.taken_back_on is null
      and (role <> 'drop-in-floor' or visit.shift_id is null)
    group by 2, 3
    union all
    select 'loss', role, substr(day, 1, 7), count(*), sum(quantity)
    from ${lossByDay} join location on location.id = place_id
    where ${between(lossByDay.day, from, to)} group by 2, 3
    union all
    select 'recovery', source, substr(happened_on, 1, 7), count(*),
      sum(iif(reverses_id is null, likely, -likely))
    from ${recovery} where ${between(recovery.happenedOn, from, to)} group by 2, 3
    union all
    select 'clean-up', null, substr(happened_on, 1, 7), count(*), sum(people)
    from ${cleanUp} where ${between(cleanUp.happenedOn, from, to)} and cancelled_on is null group by 3
    union all
    select 'due', which, null, coalesce(sum(times), 0), coalesce(sum(kept), 0)
    from (${duePerVenue(due)}) group by which`)
}

/**
 * How many times each venue was due from its first visit on, and in how many of these stretches of so many
 * days it was visited: going twice in a week does not make up for a week without.
 */
function duePerVenue({ current, before, today }: Due) {
  const stretch = sql`cast((julianday(visit.happened_on) - julianday(since)) / every as integer)`
  return sql`
    select which, times, (select count(distinct ${stretch}) from visit
      where visit.venue_id = venue.id and visit.taken_back_on is null
        and visit.happened_on >= since
        and visit.happened_on < date(since, '+' || (times * every) || ' days')) as kept
    from (
      select which, id, every, since,
        cast((julianday(until) - julianday(since) + 1) / every as integer) as times
      from (
        select which, id, visit_every_days as every,
          max(first, (select visit.happened_on from visit
            where visit.venue_id = location.id and visit.taken_back_on is null order by visit.happened_on limit 1)) as since,
          min(last, coalesce(retired_on, last)) as until
        from location cross join (
          select 'current' as which, ${current.from} as first, min(${current.to}, ${today}) as last
          union all select 'before', ${before.from}, min(${before.to}, ${today}))
        where kind = 'venue' and ${isNotNull(location.visitEveryDays)})
      where since <= until) as venue`
}

/** Gifts that stand, by month and by who gave them; those who do not want to be named are one. */
async function donationsIn(db: Db, { from, to }: Span) {
  const donor = sql<
    number | null
  >`iif(location.anonymous or location.role <> 'donor', null, location.id)`
  const month = sql<string>`substr(${donation.receivedOn}, 1, 7)`
  return db
    .select({
      ...{ donorId: donor, month },
      ...{
        nameFr: sql<string | null>`min(location.name_fr)`,
        nameEn: sql<string | null>`min(location.name_en)`,
      },
      gifts: sql<number>`count(*)`,
      /** What donors said it was worth; null where none of them did. */
      cents: sql<number | null>`sum(${donation.valueCents})`,
    })
    .from(donation)
    .innerJoin(location, eq(location.id, donation.donorId))
    .where(
      sql`${between(donation.receivedOn, from, to)}
        and (select sum(sign) from entry where entry.donation_id = ${donation.id}) > 0`,
    )
    .groupBy(donor, month)
}
