import type { SheetRow } from '#src/stocktakes/sheet-rows.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { lotWords } from './lot-words.ts'

type Counted = SheetRow & { readonly counted: number; readonly expected: number }

/** Only what differs. */
export function Review({ rows }: { rows: readonly SheetRow[] }) {
  const { stocktakes } = useSay()
  const counted = rows.filter(
    (row): row is Counted => row.counted !== null && row.expected !== null,
  )
  const differing = counted.filter((row) => row.counted !== row.expected)
  return (
    <section>
      <h2>{stocktakes.review}</h2>
      {differing.length === 0 ? <p>{stocktakes.noDifference}</p> : <Differences rows={differing} />}
    </section>
  )
}

function Differences({ rows }: { rows: readonly Counted[] }) {
  const say = useSay()
  const { stocktakes } = say
  return (
    <Table
      caption={stocktakes.review}
      rows={rows}
      columns={[
        {
          head: stocktakes.item,
          cell: (row) => (
            <>
              <a href={`/items/${row.item.id}`}>{say.name(row.item)}</a>
              <small>{lotWords(row, say)}</small>
            </>
          ),
        },
        { head: stocktakes.expected, kind: 'n', cell: ({ expected }) => say.number(expected) },
        { head: stocktakes.countedUnits, kind: 'n', cell: ({ counted }) => say.number(counted) },
        {
          head: stocktakes.difference,
          kind: 'n',
          cell: ({ counted, expected }) => <b>{stocktakes.signed(counted - expected)}</b>,
        },
      ]}
    />
  )
}
