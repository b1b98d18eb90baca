import type { BoardVenue } from '#src/venues/queries.ts'
import type { DueVenue } from '#src/venues/visit-due.ts'
import { usePage } from '../shared/page.tsx'

/** How long ago, and the day. */
export function LastVisit({ venue: { lastVisitOn, daysSince } }: { venue: DueVenue }) {
  const { say, today } = usePage()
  const { venues } = say
  if (lastVisitOn === null || daysSince === null) {
    return <span class="muted">{venues.never}</span>
  }
  return (
    <>
      {venues.daysAgo({ days: daysSince })} <small>{say.weekdayFrom(lastVisitOn, today)}</small>
    </>
  )
}

/** Enough to know what to bring; the page of the venue has the rest. */
const mostNamed = 4

/** What a venue took on the last day it took anything. */
export function GivenLast({ venue: { given } }: { venue: BoardVenue }) {
  const { say, today } = usePage()
  const { venues } = say
  const [first] = given
  if (!first) return <span class="muted">{venues.nothingGiven}</span>
  const named = given
    .slice(0, mostNamed)
    .map((each) => venues.given({ item: each, quantity: each.quantity }))
  const rest = given.length - named.length
  return (
    <>
      {[...named, ...(rest > 0 ? [venues.othersGiven({ count: rest })] : [])].join(' · ')}{' '}
      <small>{say.weekdayFrom(first.day, today)}</small>
    </>
  )
}
