import type { LateEntry } from '#src/shifts/late/queries.ts'
import { Empty } from '../../layout.tsx'
import { usePage } from '../../shared/page.tsx'
import { NextPage } from '../../shared/paging.tsx'
import { Table } from '../../shared/table.tsx'
import { told } from './preview.tsx'

/** What was recorded on a later day than it happened, with both. */
export function LateList({ late, size }: { late: readonly LateEntry[]; size: number }) {
  const { say, today } = usePage()
  const { lateEntry } = say
  return (
    <section aria-labelledby="h-late">
      <h2 id="h-late">{lateEntry.list}</h2>
      {late.length === 0 ? (
        <Empty icon="list" title={lateEntry.listEmpty} hint={lateEntry.listEmptyHint} />
      ) : (
        <Table
          caption={lateEntry.list}
          rows={late}
          dense
          columns={[
            {
              head: lateEntry.happened,
              cell: ({ id, happenedOn, isTakenBack }) => (
                <>
                  <a href={`/entries/${id}`}>{say.weekdayFrom(happenedOn, today)}</a>
                  {isTakenBack && <small>{lateEntry.takenBack}</small>}
                </>
              ),
            },
            {
              head: lateEntry.recorded,
              kind: 'half',
              cell: ({ recordedOn }) => say.shortDayFrom(recordedOn, today),
            },
            {
              head: lateEntry.where,
              kind: 'half',
              cell: ({ venue, bag, visitId }) => (
                <>
                  <a href={`/visits/${visitId}`}>{say.name(venue)}</a>
                  {bag && <small>{say.name(bag)}</small>}
                </>
              ),
            },
            { head: lateEntry.what, kind: 'full', cell: ({ given }) => told(given, say) },
          ]}
        />
      )}
      <NextPage rows={late} size={size} />
    </section>
  )
}
