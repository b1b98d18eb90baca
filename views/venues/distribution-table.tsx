import type { Say } from '#src/messages/index.ts'
import type { Distribution } from '#src/venues/distribution.ts'
import type { DistributionFilter } from '#src/venues/form.ts'
import { SmallBars } from '../shared/bars.tsx'
import { useSay } from '../shared/page.tsx'
import { columnName } from './column-name.ts'

type TableProps = Distribution & { filter: DistributionFilter }
type Row = Distribution['rows'][number]

/** Items down, venues across. Cells are plain elements: there are many. */
export function DistributionTable({ rows, columns, months, filter }: TableProps) {
  const say = useSay()
  const { distribution, common } = say
  const names = columns.map((column) => columnName(column, filter, say))
  const isDrawn = months.length > 1
  const width = columns.length + (isDrawn ? 3 : 2)
  return (
    <div class="sheet scrolls" tabindex={0} role="region" aria-label={distribution.title}>
      <table class="data cards dense hide-zero" role="table">
        <caption class="hidden">{distribution.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {common.item}
            </th>
            {isDrawn && (
              <th role="columnheader" scope="col">
                {distribution.byMonth}
              </th>
            )}
            {names.map((name) => (
              <th role="columnheader" scope="col" class="n">
                {name}
              </th>
            ))}
            <th role="columnheader" scope="col" class="n">
              {common.total}
            </th>
          </tr>
        </thead>
        {byCategory(rows).map((group) => (
          <tbody role="rowgroup">
            <tr class="group" role="row">
              <th role="rowheader" colspan={width} scope="rowgroup">
                {common.categories[group[0]?.item.category ?? 'other']}
              </th>
            </tr>
            {group.map((row) => useRow({ row, columns, names, isDrawn, filter, say }))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function byCategory(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.item.category === row.item.category) last.push(row)
    else groups.push([row])
  }
  return groups
}

type RowProps = {
  row: Row
  columns: Distribution['columns']
  names: readonly string[]
  isDrawn: boolean
  filter: DistributionFilter
  say: Say
}

function useRow({ row, columns, names, isDrawn, filter, say }: RowProps) {
  const { item, cells, months, total } = row
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/items/${item.id}`}>{say.name(item)}</a>
      </th>
      {isDrawn && (
        <td role="cell" class="full">
          <SmallBars quantities={months} label={say.venues.drawnLabel({ item, total })} />
        </td>
      )}
      {cells.map((quantity, index) => (
        <td role="cell" class={quantity === 0 ? 'n zero' : 'n'} data-label={names[index]}>
          {quantity === 0 ? (
            '0'
          ) : (
            <a href={cellPath(item.id, columns[index], filter)}>{say.number(quantity)}</a>
          )}
        </td>
      ))}
      <td role="cell" class="n total" data-label={say.common.total}>
        <a href={cellPath(item.id, undefined, filter)}>
          <b>{say.number(total)}</b>
        </a>
      </td>
    </tr>
  )
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
