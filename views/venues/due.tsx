import type { DueVenue } from '#src/venues/visit-due.ts'
import { useSay } from '../shared/page.tsx'

type DueProps = { venue: Pick<DueVenue, 'dueOn' | 'daysUntilDue'> }

/** When a venue is due again, in a word and a shape. */
export function Due({ venue: { dueOn, daysUntilDue } }: DueProps) {
  const say = useSay()
  const { venues } = say
  if (dueOn === null || daysUntilDue === null) return <span class="muted">{venues.neverDue}</span>
  if (daysUntilDue < 0) {
    return <span class="pill now">{venues.overdue({ days: -daysUntilDue })}</span>
  }
  if (daysUntilDue === 0) return <span class="pill soon">{venues.dueToday}</span>
  return (
    <>
      {venues.dueIn({ days: daysUntilDue })} <small>{say.weekday(dueOn)}</small>
    </>
  )
}
