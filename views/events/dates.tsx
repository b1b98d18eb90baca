import type { EventPlace } from '#src/events/queries.ts'
import { useSay } from '../shared/page.tsx'

/** The day of an event, or its days. */
export function EventDates({ place }: { place: Pick<EventPlace, 'startsOn' | 'endsOn'> }) {
  const say = useSay()
  const { events } = say
  const { startsOn, endsOn } = place
  if (startsOn === null) return <>{events.anyDay}</>
  const isOneDay = endsOn === null || endsOn === startsOn
  return <>{isOneDay ? say.weekday(startsOn) : events.days({ from: startsOn, until: endsOn })}</>
}
