import type { EntryOfCell, itemsByCategory } from '#src/venues/distribution.ts'
import type { CellFilter } from '#src/venues/form.ts'
import type { venueById } from '#src/venues/queries.ts'
import { Empty, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type DistributionEntriesProps = {
  item: Awaited<ReturnType<typeof itemsByCategory>>[number]
  venue: Awaited<ReturnType<typeof venueById>>
  entries: readonly EntryOfCell[]
  /** What all of them add up to. */
  units: number
  cell: CellFilter
  query: URLSearchParams
}

/** The entries that add up to one figure of the distribution. */
export function DistributionEntries(props: DistributionEntriesProps) {
  const { item, venue, entries, units, cell } = props
  const say = useSay()
  const { distribution, common } = say
  const where = venue ? say.name(venue) : cell.kind && common.locationRoles[cell.kind]
  const period = distribution.fromTo({ from: cell.from, to: cell.to })
  return (
    <Layout title={distribution.entriesOf({ item })} section="distribution">
      <header class="head">
        <div>
          <p class="row">
            <a href={`/distribution?from=${cell.from}&to=${cell.to}`}>{distribution.title}</a>
          </p>
          <h1>{distribution.entriesOf({ item })}</h1>
          <p>
            {[where, cell.stream && common.streams[cell.stream], period]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p class="lead">{distribution.addUpTo({ units, item })}</p>
        </div>
      </header>
      {entries.length === 0 ? (
        <Empty icon="list" title={distribution.noEntries} hint={distribution.emptyHint} />
      ) : (
        <Entries item={item} entries={entries} />
      )}
      <Older {...props} />
    </Layout>
  )
}

function Entries({ item, entries }: Pick<DistributionEntriesProps, 'item' | 'entries'>) {
  const say = useSay()
  const { distribution, common } = say
  return (
    <Table
      caption={distribution.caption}
      rows={entries}
      dense
      columns={[
        {
          head: distribution.what,
          cell: (row) => <a href={`/entries/${row.entryId}`}>{say.entries.heading(row)}</a>,
        },
        {
          head: common.day,
          kind: 'half',
          cell: (row) => (
            <>
              {say.day(row.happenedOn)}
              {row.recordedOn !== row.happenedOn && (
                <small>{say.entries.recordedOn({ day: row.recordedOn })}</small>
              )}
            </>
          ),
        },
        {
          head: distribution.way,
          kind: 'half',
          cell: (row) => `${say.name(row.from)} → ${say.name(row.to)}`,
        },
        { head: common.quantity, kind: 'n', cell: (row) => say.units(row.quantity, item) },
      ]}
    />
  )
}

function Older({ entries, query }: Pick<DistributionEntriesProps, 'entries' | 'query'>) {
  const { common } = useSay()
  const last = entries.at(-1)
  if (entries.length < 50 || !last) return null
  const next = new URLSearchParams(query)
  next.set('before', String(last.id))
  return (
    <p class="row">
      <a class="button" href={`/distribution/entries?${next}`}>
        {common.next}
      </a>
    </p>
  )
}
