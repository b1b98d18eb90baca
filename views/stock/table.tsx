// The list everybody reads: rendered often, so cells are plain elements and not components.
import { type Day, daysBetween } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import { amountOf, unpriced } from '#src/money.ts'
import type { PlaceColumn } from '#src/stock/place-columns.ts'
import type { StockRow } from '#src/stock/stock-list.ts'
import { drawn } from '../shared/drawn.tsx'
import { lastsIn } from '../shared/lasts.tsx'
import { usePage } from '../shared/page.tsx'
import { DrawnTable } from '../shared/table.tsx'
import { Level } from './level.tsx'

type StockTableProps = { rows: readonly StockRow[]; columns: readonly PlaceColumn[] }

export function StockTable({ rows, columns }: StockTableProps) {
  const { say, today } = usePage()
  const { stock, common } = say
  const names = columns.map(({ place }) => (place ? say.name(place) : stock.allBags))
  const places = columns.flatMap(({ ids }) => ids).join(' ')
  const heads = [
    { head: common.item },
    ...names.map((head) => ({ head, kind: 'n' })),
    { head: stock.total, kind: 'n' },
    { head: say.reorder.lasts },
    { head: stock.nextToExpire },
    { head: stock.aside, kind: 'n' },
  ]
  return (
    <DrawnTable
      caption={stock.caption}
      heads={heads}
      rows={rows}
      groupOf={({ item }) => common.categories[item.category]}
      draw={(row) =>
        drawn(row, { language: say.language, as: places }, () =>
          row.item.tracking === 'rough'
            ? roughRow(row, heads.length, say)
            : stockRow({ row, columns, names, today, say }),
        )
      }
      foot={<StockFoot {...{ rows, columns, names }} />}
      scrolls={stock.title}
      dense
      hidesZero
    />
  )
}

type RowProps = {
  row: StockRow
  columns: readonly PlaceColumn[]
  names: readonly string[]
  today: Day
  say: Say
}

function stockRow({ row, columns, names, today, say }: RowProps) {
  const { stock } = say
  return (
    <tr role="row">
      {nameCell(row, say)}
      {columns.map((column, index) => placeCell(row, column, names[index] ?? '', say))}
      <td role="cell" class="n total" data-label={stock.total}>
        <b>{say.number(row.total)}</b>
      </td>
      <td role="cell" class="two" data-label={say.reorder.lasts}>
        {lastsIn(say, row.lasting)}
      </td>
      <td role="cell" class={row.nextToExpire ? 'two' : 'two zero'} data-label={stock.nextToExpire}>
        {expiry(row, today, say)}
      </td>
      <td role="cell" class={row.aside === 0 ? 'n zero' : 'n'} data-label={stock.aside}>
        {say.number(row.aside)}
      </td>
    </tr>
  )
}

function roughRow(row: StockRow, width: number, say: Say) {
  return (
    <tr role="row">
      {nameCell(row, say)}
      <td role="cell" class="full" colspan={width - 1}>
        <Level level={row.level} />
      </td>
    </tr>
  )
}

function nameCell({ item }: StockRow, say: Say) {
  return (
    <th role="rowheader" scope="row">
      <a href={`/items/${item.id}`}>{say.name(item)}</a>
      {item.retiredOn !== null && <span class="pill">{say.common.retired}</span>}
    </th>
  )
}

function placeCell(row: StockRow, column: PlaceColumn, name: string, { number, stock }: Say) {
  const quantity = column.ids.reduce((sum, id) => sum + (row.usable.get(id) ?? 0), 0)
  const never =
    column.kind === 'bag'
      ? !row.item.allowedInBags && stock.dropInOnly
      : column.place?.role === 'drop-in-shelves' && !row.item.allowedAtDropIn && stock.notAtDropIn
  return (
    <td role="cell" class={quantity === 0 ? 'n zero' : 'n'} data-label={name}>
      {quantity === 0 && never ? (
        <>
          <span aria-hidden="true">–</span>
          <span class="hidden">{never}</span>
        </>
      ) : (
        number(quantity)
      )}
    </td>
  )
}

// A lot with less than this left is red, with less than twice this amber.
const pressingDays = 45

function expiry({ nextToExpire: day, expires, total }: StockRow, today: Day, say: Say) {
  const { stock } = say
  if (day === null) return <span class="muted">{expires && total > 0 ? stock.noDate : '–'}</span>
  const days = daysBetween(today, day)
  return (
    <>
      {say.shortMonth(day)}
      {days <= 2 * pressingDays && (
        <>
          {' '}
          <span class={days <= pressingDays ? 'pill now' : 'pill soon'}>
            {stock.daysLeft({ days })}
          </span>
        </>
      )}
    </>
  )
}

type FootProps = StockTableProps & { names: readonly string[] }

function StockFoot({ rows, columns, names }: FootProps) {
  const { say, viewer } = usePage()
  const { stock } = say
  const counted = rows.filter(({ item }) => item.tracking === 'exact')
  const priced = counted.filter(({ price }) => price !== null)
  const held = columns.map(
    ({ ids }) => counted.filter(({ usable }) => ids.some((id) => usable.has(id))).length,
  )
  const worth = (ids: readonly number[] | null) =>
    amountOf(
      priced.map(({ price, usable, total }) => ({
        ...(price ?? unpriced),
        quantity: ids ? ids.reduce((all, id) => all + (usable.get(id) ?? 0), 0) : total,
      })),
    ) ?? 0
  return (
    <tfoot role="rowgroup">
      <FootRow
        title={stock.inStock({ items: counted.length })}
        {...{ names, cells: held.map(say.number) }}
        total={say.number(counted.filter(({ total }) => total > 0).length)}
      />
      {priced.length > 0 && viewer?.mayOpen('/orders') && (
        <FootRow
          title={
            priced.length === counted.length ? stock.value : stock.valueOf({ items: priced.length })
          }
          {...{ names, cells: columns.map(({ ids }) => say.money(worth(ids))) }}
          total={say.money(worth(null))}
        />
      )}
    </tfoot>
  )
}

function FootRow({
  title,
  names,
  cells,
  total,
}: {
  title: string
  names: readonly string[]
  cells: readonly string[]
  total: string
}) {
  const { say } = usePage()
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {title}
      </th>
      {cells.map((cell, index) => (
        <td role="cell" class="n" data-label={names[index]}>
          {cell}
        </td>
      ))}
      <td role="cell" class="n" data-label={say.stock.total}>
        {total}
      </td>
      <td role="cell" colspan={3} />
    </tr>
  )
}
