// Give first: the lots that will not be used up in time, the first to end on top.
import type { GiveFirst } from '#src/alerts/give-first.ts'
import { daysBetween } from '#src/day.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { lotName } from '../stock/lots.tsx'

export function ExpiryList({ lots }: { lots: readonly GiveFirst[] }) {
  const { expiry, common } = useSay()
  const actions = (
    <>
      <a class="button quiet minor" href="/alerts/expiry.csv" hx-boost="false">
        {common.spreadsheet}
      </a>
      <a class="button" href="/alerts">
        {expiry.board}
      </a>
    </>
  )
  const lead = lots.length > 0 && `${expiry.lead({ count: lots.length })} ${expiry.daysAreOpen}`
  return (
    <Layout title={expiry.title} section="reorder">
      <Head title={expiry.title} lead={lead} actions={actions} />
      {lots.length === 0 ? (
        <Empty icon="stock" title={expiry.empty} hint={expiry.emptyHint} />
      ) : (
        <Lots lots={lots} />
      )}
    </Layout>
  )
}

function Lots({ lots }: { lots: readonly GiveFirst[] }) {
  const { say, today } = usePage()
  const { expiry } = say
  const columns: Column<GiveFirst>[] = [
    { head: expiry.itemAndLot, cell: (row) => <LotCell row={row} /> },
    {
      ...{ head: expiry.giveBy, kind: 'half' },
      cell: ({ lastUsableOn }) => (
        <>
          {say.day(lastUsableOn)}
          <small>{expiry.inDays({ days: daysBetween(today, lastUsableOn) })}</small>
        </>
      ),
    },
    {
      ...{ head: expiry.pace, kind: 'half' },
      cell: ({ pace }) => (pace ? expiry.paceOf(pace) : <span class="muted">–</span>),
    },
    { head: expiry.share, kind: 'full', cell: (row) => <Share row={row} /> },
    { head: expiry.onHand, kind: 'n', cell: ({ quantity }) => say.number(quantity) },
    { head: expiry.unused, kind: 'n', cell: ({ unused }) => <b>{say.number(unused)}</b> },
  ]
  return (
    <Table
      {...{ caption: expiry.caption, columns, rows: lots }}
      groupOf={({ lastUsableOn }) => say.month(lastUsableOn)}
    />
  )
}

function LotCell({ row: { item, lot, lotId, places, hasForecast } }: { row: GiveFirst }) {
  const say = useSay()
  const { expiry } = say
  const where = places.map(({ place, quantity }) =>
    expiry.inPlace({ place: say.name(place), quantity }),
  )
  return (
    <>
      <a href={`/items/${item.id}`}>{say.name(item)}</a>
      <small>
        <a href={`/lots/${lotId}`}>{expiry.lot({ name: lotName(lot, say) })}</a>
        {` · ${where.join(', ')}`}
      </small>
      {!hasForecast && <small>{expiry.noForecast}</small>}
    </>
  )
}

/** The lot as a bar: what is given in time, and what is left over. */
function Share({ row: { item, quantity, unused } }: { row: GiveFirst }) {
  const { expiry } = useSay()
  const given = Math.round((100 * (quantity - unused)) / quantity)
  return (
    <svg
      class="plot share"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={expiry.shareOf({ item, quantity, unused })}
    >
      <path class="left" d={`M${given} 0H100V10H${given}z`} />
      <path class="solid" d={`M0 0H${given}V10H0z`} />
    </svg>
  )
}
