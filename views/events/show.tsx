// What is handed out at an event, or beside shifts: the tiles of a visit, without a bag.
import type { EventPlaceFound } from '#src/events/queries.ts'
import type { Tally as Data } from '#src/ledger/tally.ts'
import { Layout } from '../layout.tsx'
import { ContactCount } from '../shared/contact-count.tsx'
import type { Filled } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { Tally } from '../shared/tally.tsx'
import { LastGiven } from '../shared/tally-lines.tsx'
import { EventDates } from './dates.tsx'

type ShowEventProps = {
  place: EventPlaceFound
  /** The day that is recorded; null before the event. */
  day: string | null
  visit: { readonly contacts: number; readonly version: number } | null
  tally: Data
  filled: Filled
  mayWrite: boolean
}

export function ShowEvent({ place, day, visit, tally, filled, mayWrite }: ShowEventProps) {
  const { say, today } = usePage()
  const { events, bags, common } = say
  const path = `/events/${place.id}`
  const paths = { handOuts: `${path}/hand-outs`, unmet: `${path}/unmet`, unmetRows: '/unmet' }
  const name = say.name(place)
  return (
    <Layout
      title={name}
      section="venues"
      discreet
      last={mayWrite ? <LastGiven {...{ tally, paths, mayWrite }} /> : undefined}
    >
      <header class="head">
        <div>
          <p>
            <a href="/events">{events.title}</a>
          </p>
          <h1>{name}</h1>
          <p>
            {place.role === 'event' ? (
              <EventDates place={place} />
            ) : (
              common.locationRoles[place.role]
            )}
            {' · '}
            {events.from({ stockroom: say.name(place.stockroom) })}
          </p>
        </div>
      </header>
      {day === null && <p class="hints">{events.notYet}</p>}
      {day !== null && day < today && <p class="hints">{events.over({ day })}</p>}
      <ContactCount
        {...{ path, filled, mayWrite, label: bags.people }}
        visit={visit ?? { contacts: 0, version: 1 }}
      />
      <Tally {...{ tally, paths, filled, mayWrite }} empty={events.noStock} />
    </Layout>
  )
}
