import type { ShiftSum } from '#src/ledger/shift.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Row = {
  item: ShiftSum['item']
  putIn: number
  given: number
  unlogged: number
  lost: number
  putBack: number
}

/** What a shift that is back did with each item. */
export function Account({ sums }: { sums: readonly ShiftSum[] }) {
  const say = useSay()
  const { bags, common } = say
  const rows = rowsOf(sums)
  if (rows.length === 0) return null
  const number = (of: (row: Row) => number) => (row: Row) => say.number(of(row))
  return (
    <section>
      <h2>{bags.account}</h2>
      <div class="gap">
        <Table
          caption={bags.account}
          rows={rows}
          dense
          columns={[
            { head: common.item, cell: ({ item }) => say.name(item) },
            { head: bags.putInMore, kind: 'n', cell: number(({ putIn }) => putIn) },
            { head: bags.given, kind: 'n', cell: number(({ given }) => given) },
            { head: bags.unlogged, kind: 'n', cell: number(({ unlogged }) => unlogged) },
            { head: bags.lost, kind: 'n', cell: number(({ lost }) => lost) },
            { head: bags.putBack, kind: 'n', cell: number(({ putBack }) => putBack) },
          ]}
        />
      </div>
    </section>
  )
}

function rowsOf(sums: readonly ShiftSum[]): Row[] {
  const rows = new Map<number, Row>()
  for (const { item, kind, role, isCheckOut, out } of sums) {
    const row = rows.get(item.id) ?? { item, putIn: 0, given: 0, unlogged: 0, lost: 0, putBack: 0 }
    rows.set(item.id, row)
    if (kind === 'venue') row[role === 'unlogged' ? 'unlogged' : 'given'] += out
    if (kind === 'loss') row.lost += out
    if (kind === 'stockroom') row[isCheckOut ? 'putIn' : 'putBack'] += isCheckOut ? -out : out
  }
  return [...rows.values()]
}
