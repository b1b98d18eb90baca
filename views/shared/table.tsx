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
  /** Where it says nothing: a card leaves it out. */
  readonly isZero?: (row: Row) => boolean
}

type Look<Row> = {
  caption: string
  rows: readonly Row[]
  dense?: boolean
  /** Wider than the screen: it scrolls by itself, under this name. */
  scrolls?: string
  /** Heading of the group a row begins, where the list has groups. */
  groupOf?: (row: Row) => string
  foot?: Child
}

/** The first column names the row. */
export function Table<Row>({ columns, ...look }: Look<Row> & { columns: readonly Column<Row>[] }) {
  return (
    <DrawnTable
      {...look}
      heads={columns}
      hidesZero={columns.some(({ isZero }) => isZero)}
      draw={(row) => tableRow(columns, row)}
    />
  )
}

type DrawnTableProps<Row> = Look<Row> & {
  heads: readonly Pick<Column<Row>, 'head' | 'kind'>[]
  /** Cells of class zero are left out of cards. */
  hidesZero: boolean
  draw: (row: Row) => Child
}

/** The same table, for rows that are drawn in a way of their own. */
export function DrawnTable<Row>({ caption, heads, rows, draw, ...look }: DrawnTableProps<Row>) {
  const { dense, hidesZero, scrolls, groupOf, foot } = look
  const region = { tabindex: 0, role: 'region', 'aria-label': scrolls } as const
  const kinds = ['data cards', dense && 'dense', hidesZero && 'hide-zero']
  return (
    <div class={scrolls ? 'sheet scrolls' : 'sheet'} {...(scrolls ? region : {})}>
      <table class={kinds.filter(Boolean).join(' ')} role="table">
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{heads.map(columnHead)}</tr>
        </thead>
        {grouped(rows, groupOf).map(({ title, members }) => (
          <tbody role="rowgroup">
            {title !== '' && (
              <tr class="group" role="row">
                <th role="rowheader" colspan={heads.length} scope="rowgroup">
                  {title}
                </th>
              </tr>
            )}
            {members.map(draw)}
          </tbody>
        ))}
        {foot}
      </table>
    </div>
  )
}

function columnHead({ head, kind }: { head: Child; kind?: string }) {
  if (head === '') return <td role="cell" />
  return (
    <th role="columnheader" scope="col" class={isNumber(kind) ? 'n' : undefined}>
      {head}
    </th>
  )
}

function isNumber(kind?: string): boolean {
  return kind?.split(' ').includes('n') ?? false
}

// A function and not a component: a long list is read often, and a component a cell would be its cost.
function tableRow<Row>(columns: readonly Column<Row>[], row: Row) {
  return (
    <tr role="row">
      {columns.map(({ head, cell, kind, label, isZero }, index) =>
        index === 0 ? (
          <th role="rowheader" scope="row">
            {cell(row)}
          </th>
        ) : (
          <td
            role="cell"
            class={isZero?.(row) ? `${kind ?? ''} zero` : kind}
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
