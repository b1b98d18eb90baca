import type { Opening } from '#src/catalog/calendar.ts'
import { usePage } from '../shared/page.tsx'

/** What the calendar says of tonight, where it says anything: closed, or busier than usual. */
export function Planned({ opening: { factor, reason, nextOn } }: { opening: Opening }) {
  const { say, viewer } = usePage()
  const { dropin } = say
  if (factor === 1) return null
  const words =
    factor === 0
      ? [dropin.closed({ reason }), nextOn && dropin.opensOn({ day: nextOn }), dropin.counts]
      : [dropin.busier({ factor, reason })]
  return (
    <p>
      {words.filter(Boolean).join(' ')}{' '}
      {viewer?.mayOpen('/calendar') && <a href="/calendar">{dropin.toCalendar}</a>}
    </p>
  )
}
