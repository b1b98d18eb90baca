import type { Say } from '#src/messages/index.ts'
import type { Rationing, Share } from '#src/rationing/shares.ts'
import { useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'

/** What each bag and site gets, summed to what is shared. */
export function Shares({ shared: { shares, available, days } }: { shared: Rationing }) {
  const say = useSay()
  const { rationing } = say
  const columns: Column<Share>[] = [
    { head: rationing.who, cell: (share) => nameOf(share, say) },
    { head: rationing.need, kind: 'n', cell: ({ need }) => say.number(Math.ceil(need - 1e-9)) },
    { head: rationing.there, kind: 'n', cell: ({ there }) => say.number(there) },
    { head: rationing.gets, kind: 'n', cell: ({ gets }) => <b>{say.number(gets)}</b> },
    { head: rationing.moves, kind: 'half', cell: (share) => movesIn(share, say) },
    {
      ...{ head: rationing.lasts, kind: 'half' },
      cell: ({ lastsDays }) => rationing.lastsDays({ days: lastsDays, of: days }),
    },
  ]
  const given = shares.reduce(
    (sum, { kind, gets, there }) => sum + gets - (kind === 'bag' ? there : 0),
    0,
  )
  return (
    <>
      <Table {...{ caption: rationing.caption, columns, rows: shares }} />
      <p>
        {rationing.left} <b>{say.number(available - given)}</b>
      </p>
    </>
  )
}

/** A bag by its name, a service by what it is, kits by what is built. */
export function nameOf({ kind, name, stream }: Share, say: Say): string {
  if (kind === 'kit' && name) return say.rationing.kits({ kit: name })
  if (name) return say.name(name)
  return stream ? say.common.streams[stream] : ''
}

function movesIn({ kind, moves }: Share, { rationing }: Say): string {
  const units = Math.abs(moves)
  if (units === 0) return rationing.leave
  if (moves < 0) return rationing.takeBack({ units })
  return kind === 'bag' ? rationing.load({ units }) : rationing.bring({ units })
}
