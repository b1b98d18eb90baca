import type { Unit } from '#src/messages/index.ts'
import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import { Empty } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { lotName } from './lots.tsx'

/** What moved an item: day, kind, from where to where, how much, who recorded it. */
export function EntryTable({
  item,
  entries,
}: {
  item: Unit & { readonly lots: 'none' | 'date' | 'number' }
  entries: readonly EntryOfItem[]
}) {
  const say = useSay()
  const { stock, common } = say
  if (entries.length === 0) {
    return <Empty icon="list" title={stock.noEntries} hint={stock.noEntriesHint} />
  }
  return (
    <Table
      caption={stock.recent}
      rows={entries}
      dense
      columns={[
        {
          head: stock.what,
          cell: (row) => (
            <>
              <a href={`/entries/${row.entryId}`}>{say.entries.heading(row)}</a>
              {row.reversed === 1 && (
                <>
                  {' '}
                  <span class="pill">{say.entries.takenBack}</span>
                </>
              )}
            </>
          ),
        },
        {
          head: common.day,
          kind: 'half',
          cell: (row) => (
            <>
              {say.shortDay(row.happenedOn)}
              {row.recordedOn !== row.happenedOn && (
                <small>{stock.recordedOn({ day: row.recordedOn })}</small>
              )}
            </>
          ),
        },
        {
          head: stock.fromTo,
          kind: 'half',
          cell: (row) => `${say.name(row.from)} → ${say.name(row.to)}`,
        },
        { head: common.quantity, kind: 'n', cell: (row) => say.units(row.quantity, item) },
        ...(item.lots === 'none'
          ? []
          : [{ head: stock.lot, cell: (row: EntryOfItem) => lotName(row.lot, say) }]),
        { head: stock.who, cell: (row) => row.person ?? <span class="muted">–</span> },
      ]}
    />
  )
}
