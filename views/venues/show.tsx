import type { DueBin } from '#src/ledger/bins.ts'
import type { VisitOfVenue, venueById } from '#src/venues/queries.ts'
import type { UseTable } from '#src/venues/use-table.ts'
import { Empty, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'
import { BinsAtVenue } from '../sharps/at-venue.tsx'
import { MonthTable } from './month-table.tsx'
import { VenueHead } from './venue-head.tsx'

type Venue = NonNullable<Awaited<ReturnType<typeof venueById>>>

type ShowVenueProps = {
  venue: Venue
  visits: readonly VisitOfVenue[]
  bins: readonly DueBin[]
  use: UseTable
  /** How many visits a page of them has. */
  visitsShown: number
  /** The shift on which this person has a bag out. */
  shiftId: number | null
}

export function ShowVenue({ venue, visits, bins, visitsShown, use, shiftId }: ShowVenueProps) {
  const say = useSay()
  const { venues } = say
  return (
    <Layout title={say.name(venue)} section="venues">
      <VenueHead venue={venue} shiftId={shiftId} />
      <section aria-labelledby="h-months">
        <h2 id="h-months">{venues.byMonth}</h2>
        {use.rows.length === 0 ? (
          <Empty icon="report" title={venues.nothingYet} hint={venues.nothingYetHint} />
        ) : (
          <MonthTable use={use} venueId={venue.id} />
        )}
      </section>
      <section aria-labelledby="h-visits">
        <h2 id="h-visits">{venues.visits}</h2>
        <Visits visits={visits} />
        <NextPage rows={visits} size={visitsShown} />
      </section>
      <BinsAtVenue venueId={venue.id} bins={bins} />
    </Layout>
  )
}

function Visits({ visits }: { visits: readonly VisitOfVenue[] }) {
  const { say, today } = usePage()
  const { venues, common } = say
  if (visits.length === 0) {
    return <Empty icon="venues" title={venues.noVisit} hint={venues.noVisitHint} />
  }
  return (
    <Table
      caption={venues.visits}
      rows={visits}
      dense
      columns={[
        {
          head: common.day,
          cell: ({ id, happenedOn, period }) => (
            <a href={`/visits/${id}`}>
              {`${say.weekdayFrom(happenedOn, today)}, ${common.periods[period]}`}
            </a>
          ),
        },
        {
          head: venues.lastGiven,
          kind: 'full',
          cell: ({ given }) =>
            given.length === 0 ? (
              <span class="muted">{venues.nothingGiven}</span>
            ) : (
              given.map((each) => venues.given({ item: each, quantity: each.quantity })).join(' · ')
            ),
        },
        { head: venues.contacts, kind: 'n', cell: ({ contacts }) => say.number(contacts) },
      ]}
    />
  )
}
