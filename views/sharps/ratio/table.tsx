import { useSay } from '../../shared/page.tsx'
import { Table } from '../../shared/table.tsx'
import { recoveredIn } from '../recovered.tsx'
import type { RatioRow, RatioTotal } from './index.tsx'

/** The figures of the picture, month by month, and of the year. */
export function RatioTable({ rows, total }: { rows: readonly RatioRow[]; total: RatioTotal }) {
  const say = useSay()
  const { ratio, recovered } = say.sharps
  const percent = (row: RatioTotal) =>
    row.ratio === null ? '–' : ratio.percent({ ...row.ratio, isExact: row.low === row.high })
  return (
    <Table
      caption={ratio.title}
      rows={rows}
      dense
      columns={[
        {
          head: ratio.month,
          cell: ({ month, isPartial }) =>
            isPartial ? ratio.soFar({ month: say.month(month) }) : say.month(month),
        },
        { head: ratio.given, kind: 'n', cell: (row) => say.number(row.given) },
        { head: recovered, kind: 'n full', cell: (row) => recoveredIn(say, row) },
        { head: ratio.title, kind: 'n full', cell: percent },
      ]}
      foot={
        <tfoot role="rowgroup">
          <tr role="row">
            <th role="rowheader" scope="row">
              {ratio.total}
            </th>
            <td role="cell" class="n" data-label={ratio.given}>
              {say.number(total.given)}
            </td>
            <td role="cell" class="n full" data-label={recovered}>
              {recoveredIn(say, total)}
            </td>
            <td role="cell" class="n full" data-label={ratio.title}>
              {percent(total)}
            </td>
          </tr>
        </tfoot>
      }
    />
  )
}
