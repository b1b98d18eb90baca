// Where a shift may stop.
import type { venuesDue } from '#src/ledger/venues-due.ts'
import { Empty } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'

export type Venue = Awaited<ReturnType<typeof venuesDue>>[number]

type NextStopProps = { venues: readonly Venue[]; shiftId: number; isFirst: boolean }

/** Where one may stop; below a route, what is not on it. */
export function NextStop({ venues, shiftId, isFirst }: NextStopProps) {
  const { say, viewer } = usePage()
  const { bags, rounds } = say
  if (!isFirst) {
    return (
      <details>
        <summary>{rounds.elsewhere}</summary>
        <VenueList venues={venues} shiftId={shiftId} />
      </details>
    )
  }
  return (
    <section>
      <h2>{bags.nextStop}</h2>
      {venues.length === 0 ? (
        <Empty icon="venues" title={bags.noVenue} hint={bags.noVenueHint}>
          {viewer?.mayOpen('/places/new') && (
            <a class="button" href="/places/new?kind=venue">
              {bags.newVenue}
            </a>
          )}
        </Empty>
      ) : (
        <VenueList venues={venues} shiftId={shiftId} />
      )}
    </section>
  )
}

/** What is most overdue first; one tap starts the visit. */
export function VenueList({ venues, shiftId }: { venues: readonly Venue[]; shiftId: number }) {
  const say = useSay()
  const { bags, common } = say
  return (
    <ul class="lines gap" role="list">
      {venues.map((venue) => (
        <li class="pair">
          <span>
            <b>{say.name(venue)}</b>
            <small>
              {common.locationRoles[venue.role]}
              {' · '}
              {venue.lastVisitOn ? bags.lastVisit({ day: venue.lastVisitOn }) : bags.neverVisited}
            </small>
            {venue.lastVisitOn !== null && (venue.overdueDays ?? -1) >= 0 && (
              <span class="pill soon">{bags.due({ days: venue.overdueDays ?? 0 })}</span>
            )}
          </span>
          <PostButton
            action={`/shifts/${shiftId}/visits`}
            fields={{ venueId: String(venue.id) }}
            label={bags.stopHere({ venue: say.name(venue) })}
          >
            {bags.visit}
          </PostButton>
        </li>
      ))}
    </ul>
  )
}
