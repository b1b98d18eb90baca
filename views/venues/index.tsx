import type { LocationRole } from '#src/db/schema/index.ts'
import type { Say } from '#src/messages/index.ts'
import type { DueVenue } from '#src/venues/visit-due.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { AgreementsDue } from './agreement.tsx'
import { Due } from './due.tsx'
import { GivenLast, LastVisit } from './last-visit.tsx'

type VenuesProps = {
  venues: readonly DueVenue[]
  /** A bin that is to be swapped, by its venue. */
  toSwap: ReadonlyMap<number, number>
  kinds: readonly LocationRole[]
  kind: LocationRole | null
  /** The shift on which this person has a bag out. */
  shiftId: number | null
}

/** Where to go next: the most overdue first. */
export function Venues({ venues, toSwap, kinds, kind, shiftId }: VenuesProps) {
  const { say, viewer } = usePage()
  const add = viewer?.mayOpen('/places/new') && (
    <>
      <a class="button" href="/venues/first-visit">
        {say.venues.firstVisit}
      </a>
      <a class="button" href="/places/new">
        {say.venues.add}
      </a>
    </>
  )
  return (
    <Layout title={say.venues.title} section="venues">
      <Head title={say.venues.title} lead={say.venues.lead} actions={add} />
      <KindFilter kinds={kinds} kind={kind} />
      <AgreementsDue venues={venues} />
      {venues.length === 0 ? (
        <Empty icon="venues" title={say.venues.empty} hint={say.venues.emptyHint} />
      ) : (
        <Board {...{ venues, toSwap, shiftId }} />
      )}
    </Layout>
  )
}

function KindFilter({ kinds, kind }: Pick<VenuesProps, 'kinds' | 'kind'>) {
  const { venues, common } = useSay()
  return (
    <form class="filters fields" action="/venues" method="get" aria-label={venues.filter}>
      <p class="field">
        <label for="kind">{venues.kind}</label>
        <select id="kind" name="kind">
          <option value="">{venues.allKinds}</option>
          {kinds.map((each) => (
            <option value={each} selected={each === kind}>
              {common.locationRoles[each]}
            </option>
          ))}
        </select>
      </p>
      <p class="row end">
        <button type="submit">{common.show}</button>
      </p>
    </form>
  )
}

type BoardProps = Pick<VenuesProps, 'venues' | 'toSwap' | 'shiftId'>

function Board({ venues: rows, toSwap, shiftId }: BoardProps) {
  const say = useSay()
  const { venues, common } = say
  return (
    <Table
      caption={venues.title}
      rows={rows}
      columns={[
        {
          head: venues.venue,
          cell: (venue) => (
            <>
              <a href={`/venues/${venue.id}`}>{say.name(venue)}</a>
              <small>{common.locationRoles[venue.role]}</small>
              <BinToSwap binId={toSwap.get(venue.id)} />
            </>
          ),
        },
        {
          head: venues.lastVisit,
          kind: 'half',
          cell: (venue) => <LastVisit venue={venue} />,
        },
        { head: venues.due, kind: 'half', cell: (venue) => <Due venue={venue} /> },
        {
          head: venues.lastGiven,
          kind: 'full',
          cell: (venue) => <GivenLast venue={venue} />,
        },
        ...(shiftId === null ? [] : [visitColumn(say, shiftId)]),
      ]}
    />
  )
}

/** One tap, for who has a bag out. */
function visitColumn(say: Say, shiftId: number): Column<DueVenue> {
  return {
    head: '',
    kind: 'full low',
    cell: (venue) => (
      <PostButton
        action={`/shifts/${shiftId}/visits`}
        fields={{ venueId: String(venue.id) }}
        label={say.bags.stopHere({ venue: say.name(venue) })}
      >
        {say.bags.visit}
      </PostButton>
    ),
  }
}

function BinToSwap({ binId }: { binId: number | undefined }) {
  const { bins } = useSay().sharps
  if (binId === undefined) return null
  return (
    <a class="pill soon" href={`/bins/${binId}/swap`}>
      {bins.toSwap}
    </a>
  )
}
