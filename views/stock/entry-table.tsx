import type { Say, Unit } from '#src/messages/index.ts'
import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import { Empty } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
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
          cell: (row) => <What row={row} />,
        },
        {
          head: common.day,
          kind: 'half',
          cell: (row) => <Days row={row} />,
        },
        {
          head: stock.fromTo,
          kind: 'half',
          cell: (row) => `${say.name(row.from)} → ${say.name(row.to)}`,
        },
        { head: common.quantity, kind: 'n', cell: (row) => say.units(row.quantity, item) },
        ...(item.lots === 'none' ? [] : [lotColumn(say)]),
        { head: stock.who, cell: (row) => row.person ?? <span class="muted">–</span> },
      ]}
    />
  )
}

/** The day it happened, and the day it was recorded when that was another. */
function Days({ row: { happenedOn, recordedOn } }: { row: EntryOfItem }) {
  const { say, today } = usePage()
  const isThisYear = happenedOn.slice(0, 4) === today.slice(0, 4)
  return (
    <>
      {isThisYear ? say.shortDay(happenedOn) : say.day(happenedOn)}
      {recordedOn !== happenedOn && <small>{say.stock.recordedOn({ day: recordedOn })}</small>}
    </>
  )
}

function lotColumn(say: Say) {
  return { head: say.stock.lot, cell: (row: EntryOfItem) => lotName(row.lot, say) }
}

function What({ row }: { row: EntryOfItem }) {
  const { entries } = useSay()
  return (
    <>
      <a href={`/entries/${row.entryId}`}>{entries.heading(row)}</a>{' '}
      {row.reversed === 1 && <span class="pill">{entries.takenBack}</span>}
    </>
  )
}
