import type { DueBin } from '#src/ledger/bins.ts'
import type { DueVenue } from '#src/venues/visit-due.ts'
import { Layout } from '../layout.tsx'
import { usePage } from '../shared/page.tsx'
import { BinsAtVenue } from '../sharps/at-venue.tsx'
import { Due } from './due.tsx'
import { GivenLast, LastVisit } from './last-visit.tsx'
import { VenueHead } from './venue-head.tsx'

type VenueOutsideProps = { venue: DueVenue; bins: readonly DueBin[]; shiftId: number | null }

/** What is known of a venue outside: when somebody was there last, and what it took. */
export function VenueOutside({ venue, bins, shiftId }: VenueOutsideProps) {
  const { say } = usePage()
  const { venues } = say
  const facts = [
    [venues.lastVisit, <LastVisit venue={venue} />],
    [venues.due, <Due venue={venue} />],
    [venues.lastGiven, <GivenLast venue={venue} />],
  ]
  return (
    <Layout title={say.name(venue)} section="venues" narrow discreet>
      <VenueHead venue={venue} shiftId={shiftId} />
      <section class="panel">
        <dl class="stack">
          {facts.map(([name, fact]) => (
            <div>
              <dt class="muted">{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </section>
      <BinsAtVenue venueId={venue.id} bins={bins} />
    </Layout>
  )
}
