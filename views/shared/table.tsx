// A list with columns: a table on a desk, cards on a phone. The roles are spelled out because CSS that
// turns rows into cards takes a table's meaning away.
import type { Child } from 'hono/jsx'

export type Column<Row> = {
  readonly head: Child
  readonly cell: (row: Row) => Child
  /** n: a number, aligned right. half, two, full: how wide the cell is on a card. */
  readonly kind?: string
  /** The cell's label on a card; the head when left out and it is text. */
  readonly label?: string
}

type TableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  dense?: boolean
  /** Heading of the group a row begins, where the list has groups. */
  groupOf?: (row: Row) => string
  foot?: Child
}

/** The first column names the row. */
export function Table<Row>({ caption, columns, rows, dense, groupOf, foot }: TableProps<Row>) {
  return (
    <div class="sheet">
      <table class={dense ? 'data cards dense' : 'data cards'} role="table">
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, kind }) =>
              head === '' ? (
                <td role="cell" />
              ) : (
                <th role="columnheader" scope="col" class={isNumber(kind) ? 'n' : undefined}>
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        {grouped(rows, groupOf).map(({ title, members }) => (
          <tbody role="rowgroup">
            {title !== '' && (
              <tr class="group" role="row">
                <th role="rowheader" colspan={columns.length} scope="rowgroup">
                  {title}
                </th>
              </tr>
            )}
            {members.map((row) => tableRow(columns, row))}
          </tbody>
        ))}
        {foot}
      </table>
    </div>
  )
}

function isNumber(kind?: string): boolean {
  return kind?.split(' ').includes('n') ?? false
}

// A function and not a component: a long list is read often, and a component a cell would be its cost.
function tableRow<Row>(columns: readonly Column<Row>[], row: Row) {
  return (
    <tr role="row">
      {columns.map(({ head, cell, kind, label }, index) =>
        index === 0 ? (
          <th role="rowheader" scope="row">
            {cell(row)}
          </th>
        ) : (
          <td
            role="cell"
            class={kind}
            data-label={label ?? (typeof head === 'string' ? head : undefined)}
          >
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function grouped<Row>(rows: readonly Row[], groupOf?: (row: Row) => string) {
  const groups: { title: string; members: Row[] }[] = []
  for (const row of rows) {
    const title = groupOf?.(row) ?? ''
    const last = groups.at(-1)
    if (last?.title === title) last.members.push(row)
    else groups.push({ title, members: [row] })
  }
  return groups
}
