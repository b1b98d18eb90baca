import type { SheetLine } from '#src/stocktakes/queries.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { lotWords } from './lot-words.ts'

type Counted = SheetLine & { readonly counted: number; readonly expected: number }

/** Only what differs. */
export function Review({ lines }: { lines: readonly SheetLine[] }) {
  const { stocktakes } = useSay()
  const counted = lines.filter(
    (line): line is Counted => line.counted !== null && line.expected !== null,
  )
  const differing = counted.filter((line) => line.counted !== line.expected)
  return (
    <section>
      <h2>{stocktakes.review}</h2>
      {differing.length === 0 ? (
        <p>{stocktakes.noDifference}</p>
      ) : (
        <Differences lines={differing} />
      )}
    </section>
  )
}

function Differences({ lines }: { lines: readonly Counted[] }) {
  const say = useSay()
  const { stocktakes } = say
  return (
    <Table
      caption={stocktakes.review}
      rows={lines}
      columns={[
        {
          head: stocktakes.item,
          cell: (line) => (
            <>
              <a href={`/items/${line.item.id}`}>{say.name(line.item)}</a>
              <small>{lotWords(line, say)}</small>
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
