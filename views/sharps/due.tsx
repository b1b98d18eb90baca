import type { DueBin } from '#src/ledger/bins.ts'
import { useSay } from '../shared/page.tsx'

/** When a bin is to be swapped, in a word and a shape. */
export function SwapDue({ bin: { dueOn, daysUntilDue } }: { bin: DueBin }) {
  const say = useSay()
  const { bins } = say.sharps
  if (dueOn === null || daysUntilDue === null) return <span class="muted">{bins.neverDue}</span>
  if (daysUntilDue < 0) {
    return <span class="pill now">{say.venues.overdue({ days: -daysUntilDue })}</span>
  }
  if (daysUntilDue === 0) return <span class="pill soon">{say.venues.dueToday}</span>
  return (
    <>
      {say.venues.dueIn({ days: daysUntilDue })} <small>{say.weekday(dueOn)}</small>
    </>
  )
}
