import type { Say } from '#src/messages/index.ts'
import type { Distribution } from '#src/venues/distribution.ts'
import type { DistributionFilter } from '#src/venues/form.ts'
import { SmallBars } from '../shared/bars.tsx'
import { useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { columnName } from './column-name.ts'

type TableProps = Distribution & { filter: DistributionFilter }
type Row = Distribution['rows'][number]

/** Items down, venues across. */
export function DistributionTable({ rows, columns, months, filter }: TableProps) {
  const say = useSay()
  const { distribution, common, venues } = say
  const item: Column<Row> = {
    head: common.item,
    cell: (row) => <a href={`/items/${row.item.id}`}>{say.name(row.item)}</a>,
  }
  const byMonth: Column<Row> = {
    head: <>{distribution.byMonth}</>,
    kind: 'full',
    cell: (row) => <SmallBars quantities={row.months} label={venues.drawnLabel(row)} />,
  }
  const total: Column<Row> = {
    head: common.total,
    kind: 'n total',
    cell: (row) => (
      <a href={cellPath(row.item.id, undefined, filter)}>
        <b>{say.number(row.total)}</b>
      </a>
    ),
  }
  const places = columns.map((column, index) => placeColumn({ column, index, filter, say }))
  return (
    <Table
      caption={distribution.caption}
      columns={[item, ...(months.length > 1 ? [byMonth] : []), ...places, total]}
      rows={rows}
      groupOf={(row) => common.categories[row.item.category]}
      scrolls={distribution.title}
      dense
    />
  )
}

type PlaceColumn = {
  column: Distribution['columns'][number]
  index: number
  filter: DistributionFilter
  say: Say
}

function placeColumn({ column, index, filter, say }: PlaceColumn): Column<Row> {
  const quantityOf = (row: Row) => row.cells[index] ?? 0
  return {
    head: columnName(column, filter, say),
    kind: 'n',
    isZero: (row) => quantityOf(row) === 0,
    cell: (row) =>
      quantityOf(row) === 0 ? (
        '0'
      ) : (
        <a href={cellPath(row.item.id, column, filter)}>{say.number(quantityOf(row))}</a>
      ),
  }
}

/** The entries behind a figure. */
function cellPath(
  itemId: number,
  column: Distribution['columns'][number] | undefined,
  { by, stream, from, to }: DistributionFilter,
): string {
  const where = column ? (by === 'venue' ? `&venue=${column.key}` : `&kind=${column.key}`) : ''
  const service = stream ? `&stream=${stream}` : ''
  return `/distribution/entries?item=${itemId}${where}${service}&from=${from}&to=${to}`
}
