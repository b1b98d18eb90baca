// The bins that stand at venues, and when each is to be swapped. Derived from what was done with them.
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, daysBetween } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { type BinEventKind, bin, binType, location } from '#src/db/schema/index.ts'

export type StandingBin = Awaited<ReturnType<typeof standingBins>>[number]

/** Every bin that stands somewhere: the longest without a swap first. One statement. */
export async function standingBins(db: Db) {
  return binsWhere(db, undefined)
}

/** The bins that stand at one venue. */
export async function standingBinsAt(db: Db, venueId: number) {
  return binsWhere(db, eq(bin.venueId, venueId))
}

/** One bin while it stands; null when there is none, or it was removed. */
export async function standingBin(db: Db, id: number) {
  const [found] = await binsWhere(db, eq(bin.id, id))
  return found ?? null
}

async function binsWhere(db: Db, which: SQL | undefined) {
  const emptySince = lastDay('placed', 'swapped')
  return db
    .select({
      ...{ id: bin.id, swapEveryDays: bin.swapEveryDays, version: bin.version },
      venue: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        ...{ role: location.role, retiredOn: location.retiredOn },
      },
      type: binType,
      /** The day an empty one was put there. */
      emptySince: sql<Day>`${emptySince}`,
      placedOn: sql<Day>`${lastDay('placed')}`,
    })
    .from(bin)
    .innerJoin(location, eq(location.id, bin.venueId))
    .innerJoin(binType, eq(binType.id, bin.typeId))
    .where(and(which, isNotNull(lastDay('placed')), isNull(lastDay('removed'))))
    .orderBy(asc(emptySince), asc(bin.id))
}

/** The last day on which such a thing was done with a bin, and not taken back. */
function lastDay(...kinds: readonly BinEventKind[]) {
  return sql<Day | null>`(select max(done.happened_on) from bin_event as done
    where done.bin_id = ${bin.id} and done.kind in ${kinds} and done.reverses_id is null
      and not exists (select 1 from bin_event as undone where undone.reverses_id = done.id))`
}

/** When a bin is to be swapped; nulls when it has no rhythm. Below zero: that many days overdue. */
export function swapDue(
  { emptySince, swapEveryDays }: Pick<StandingBin, 'emptySince' | 'swapEveryDays'>,
  today: Day,
): { readonly dueOn: Day | null; readonly daysUntilDue: number | null } {
  if (swapEveryDays === null) return { dueOn: null, daysUntilDue: null }
  const dueOn = addDays(emptySince, swapEveryDays)
  return { dueOn, daysUntilDue: daysBetween(today, dueOn) }
}

export type DueBin = StandingBin & ReturnType<typeof swapDue>

/** Bins with the day each is due, the most overdue first; those without a rhythm last. */
export function byDue(bins: readonly StandingBin[], today: Day): DueBin[] {
  const urgency = ({ daysUntilDue }: DueBin) => daysUntilDue ?? Number.MAX_SAFE_INTEGER
  return bins
    .map((each) => ({ ...each, ...swapDue(each, today) }))
    .sort((a, b) => urgency(a) - urgency(b))
}

/** The bin that is most overdue at each venue where one is to be swapped, by the venue's id. */
export function binsToSwap(bins: readonly StandingBin[], today: Day): ReadonlyMap<number, number> {
  const due = byDue(bins, today).filter(
    ({ daysUntilDue }) => daysUntilDue !== null && daysUntilDue <= 0,
  )
  return new Map(due.toReversed().map(({ id, venue }) => [venue.id, id]))
}
