import type { EventPlace } from '#src/events/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { EventDates } from './dates.tsx'

export function Events({ places }: { places: readonly EventPlace[] }) {
  const { say, viewer, today } = usePage()
  const { events } = say
  const dated = places.filter(({ role }) => role === 'event')
  const isOver = ({ startsOn, endsOn }: EventPlace) => (endsOn ?? startsOn ?? today) < today
  const add = viewer?.mayOpen('/places/new') && (
    <a class="button primary" href="/places/new?kind=venue&role=event">
      {events.add}
    </a>
  )
  return (
    <Layout title={events.title} section="venues" narrow discreet>
      <Head title={events.title} lead={events.lead} actions={dated.length > 0 ? add : undefined} />
      {dated.length === 0 ? (
        <Empty icon="calendar" title={events.empty} hint={events.emptyHint}>
          {add}
        </Empty>
      ) : (
        <>
          <List title={events.current} places={dated.filter((each) => !isOver(each))} />
          <List title={events.past} places={dated.filter(isOver)} />
        </>
      )}
      <List title={events.besides} places={places.filter(({ role }) => role !== 'event')} />
      <p class="muted">{events.besidesHint}</p>
    </Layout>
  )
}

function List({ title, places }: { title: string; places: readonly EventPlace[] }) {
  const say = useSay()
  const { events, common } = say
  if (places.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines gap" role="list">
        {places.map((place) => (
          <li class="pair">
            <span>
              <b>{say.name(place)}</b>
              <small>
                {place.role === 'event' ? (
                  <EventDates place={place} />
                ) : (
                  common.locationRoles[place.role]
                )}
                {place.lastOn && ` · ${events.last({ day: place.lastOn })}`}
              </small>
            </span>
            <a
              class="button"
              href={`/events/${place.id}`}
              aria-label={events.recordAt({ place: say.name(place) })}
            >
              {events.record}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
