import type { UseTable } from '#src/venues/use-table.ts'
import { SmallBars } from '../shared/bars.tsx'
import { usePage } from '../shared/page.tsx'

type MonthTableProps = { use: UseTable; venueId: number }

/**
 * Items down, months across, each row drawn; a card on a phone has the drawing and the total. Cells are
 * plain elements: there are many.
 */
export function MonthTable({ use, venueId }: MonthTableProps) {
  const { say, today, viewer } = usePage()
  const { venues, common } = say
  const opens = viewer?.mayOpen('/distribution/entries')
  const figure = (quantity: number, itemId: number, period: string) =>
    opens ? (
      <a href={`/distribution/entries?item=${itemId}&venue=${venueId}&${period}`}>
        {say.number(quantity)}
      </a>
    ) : (
      say.number(quantity)
    )
  return (
    <div class="sheet scrolls" tabindex={0} role="region" aria-label={venues.drawn}>
      <table class="data cards dense hide-zero" role="table">
        <caption class="hidden">{venues.byMonth}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {common.item}
            </th>
            <th role="columnheader" scope="col">
              {venues.drawn}
            </th>
            {use.months.map((month) => (
              <th role="columnheader" scope="col" class="n">
                {say.monthWord(month)}
              </th>
            ))}
            <th role="columnheader" scope="col" class="n">
              {common.total}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {use.rows.map(({ item, months, total }) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                <a href={`/items/${item.id}`}>{say.name(item)}</a>
              </th>
              <td role="cell" class="two" data-label={venues.drawn}>
                <SmallBars quantities={months} label={venues.drawnLabel({ item, total })} />
              </td>
              {months.map((quantity, index) => (
                <td
                  role="cell"
                  class={quantity === 0 ? 'n zero minor' : 'n minor'}
                  data-label={say.monthWord(use.months[index] ?? '')}
                >
                  {quantity === 0 ? '0' : figure(quantity, item.id, `month=${use.months[index]}`)}
                </td>
              ))}
              <td role="cell" class="n total" data-label={common.total}>
                <b>{figure(total, item.id, `from=${use.months[0]}-01&to=${today}`)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
