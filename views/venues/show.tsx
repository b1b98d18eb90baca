import type { VisitOfVenue, venueById } from '#src/venues/queries.ts'
import type { UseTable } from '#src/venues/use-table.ts'
import { Empty, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'
import { MonthTable } from './month-table.tsx'

type Venue = NonNullable<Awaited<ReturnType<typeof venueById>>>

type ShowVenueProps = {
  venue: Venue
  visits: readonly VisitOfVenue[]
  use: UseTable
  /** The shift on which this person has a bag out. */
  shiftId: number | null
}

export function ShowVenue({ venue, visits, use, shiftId }: ShowVenueProps) {
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
        <NextPage rows={visits} />
      </section>
    </Layout>
  )
}

function VenueHead({ venue, shiftId }: { venue: Venue; shiftId: number | null }) {
  const { say, viewer } = usePage()
  const { venues, common } = say
  const edit = `/places/${venue.id}/edit`
  return (
    <header class="head">
      <div>
        <p class="row">
          <a href="/venues">{venues.title}</a>
          {venue.retiredOn !== null && <span class="pill">{common.retired}</span>}
        </p>
        <h1>{say.name(venue)}</h1>
        <p>
          {common.locationRoles[venue.role]}
          {venue.visitEveryDays !== null && ` · ${venues.every({ days: venue.visitEveryDays })}`}
        </p>
      </div>
      <p class="row">
        {viewer?.mayOpen(edit) && (
          <a class="button" href={edit}>
            {common.edit}
          </a>
        )}
        {shiftId !== null && (
          <a class="button primary" href={`/shifts/${shiftId}`}>
            {venues.startVisit}
          </a>
        )}
      </p>
    </header>
  )
}

function Visits({ visits }: { visits: readonly VisitOfVenue[] }) {
  const { say, viewer } = usePage()
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
          cell: (visit) => {
            const day = `${say.weekday(visit.happenedOn)}, ${common.periods[visit.period]}`
            return viewer?.role === 'outreach' ? day : <a href={`/visits/${visit.id}`}>{day}</a>
          },
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
