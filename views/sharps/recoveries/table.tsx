import type { RecoveryRow } from '#src/sharps/recoveries/queries.ts'
import { PostButton } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { Table } from '../../shared/table.tsx'
import { methodIn, recoveredIn } from '../recovered.tsx'

/** What came back, how that is known, and the way to take it back. */
export function RecoveryTable({ rows }: { rows: readonly RecoveryRow[] }) {
  const say = useSay()
  const { sharps, common, entries } = say
  return (
    <Table
      caption={sharps.recoveries.title}
      rows={rows}
      dense
      columns={[
        {
          head: sharps.recovered,
          cell: ({ recovery, type, isUndone }) => (
            <>
              {recoveredIn(say, recovery)}{' '}
              {isUndone === 1 && <span class="pill">{entries.takenBack}</span>}
              <small>{methodIn(say, recovery, type)}</small>
            </>
          ),
        },
        {
          head: common.day,
          kind: 'half',
          cell: ({ recovery: { happenedOn, recordedOn } }) => (
            <>
              {say.day(happenedOn)}
              {recordedOn !== happenedOn && (
                <small>{say.donations.recordedOn({ day: recordedOn })}</small>
              )}
            </>
          ),
        },
        {
          head: sharps.recoveries.source,
          kind: 'half',
          cell: (row) => <Source row={row} />,
        },
        {
          head: <span class="hidden">{common.undo}</span>,
          kind: 'full',
          cell: (row) => <UndoRecovery row={row} />,
        },
      ]}
    />
  )
}

function Source({ row: { recovery, binId, sector } }: { row: RecoveryRow }) {
  const { sources } = useSay().sharps.recoveries
  const word = sources[recovery.source]
  if (binId !== null) return <a href={`/bins/${binId}`}>{word}</a>
  if (recovery.cleanUpId !== null) {
    return <a href={`/clean-ups/${recovery.cleanUpId}`}>{`${word} ${sector}`}</a>
  }
  return <>{word}</>
}

/** What came with a bin is taken back on the bin's page. */
function UndoRecovery({ row: { recovery, binId, isUndone } }: { row: RecoveryRow }) {
  const say = useSay()
  if (isUndone === 1 || binId !== null) return null
  const what = `${recoveredIn(say, recovery)}, ${say.day(recovery.happenedOn)}`
  return (
    <PostButton
      action={`/recoveries/${recovery.id}/reversal`}
      kind="quiet"
      label={say.changes.undoOf({ what })}
    >
      {say.common.undo}
    </PostButton>
  )
}
