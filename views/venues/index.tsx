import type { LocationRole } from '#src/db/schema/index.ts'
import type { DueVenue } from '#src/venues/visit-due.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { Due } from './due.tsx'
import { GivenLast, LastVisit } from './last-visit.tsx'

type VenuesProps = {
  venues: readonly DueVenue[]
  /** A bin that is to be swapped, by its venue. */
  toSwap: ReadonlyMap<number, number>
  kinds: readonly LocationRole[]
  kind: LocationRole | null
}

/** Where to go next: the most overdue first. */
export function Venues({ venues, toSwap, kinds, kind }: VenuesProps) {
  const { say, viewer } = usePage()
  const add = viewer?.mayOpen('/places/new') && (
    <a class="button" href="/places/new">
      {say.venues.add}
    </a>
  )
  return (
    <Layout title={say.venues.title} section="venues">
      <Head title={say.venues.title} lead={say.venues.lead} actions={add} />
      <KindFilter kinds={kinds} kind={kind} />
      {venues.length === 0 ? (
        <Empty icon="venues" title={say.venues.empty} hint={say.venues.emptyHint} />
      ) : (
        <Board {...{ venues, toSwap }} />
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

function Board({ venues: rows, toSwap }: Pick<VenuesProps, 'venues' | 'toSwap'>) {
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
      ]}
    />
  )
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
