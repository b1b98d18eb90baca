// One shift: where it stands, where to go next, what was given and what is left.
import type { venuesDue } from '#src/ledger/venues-due.ts'
import type { ItemAccount } from '#src/shifts/account.ts'
import type { ItemInBag } from '#src/shifts/bag-contents.ts'
import type { shiftById, stopsOf } from '#src/shifts/shift-queries.ts'
import { Empty, Layout } from '../layout.tsx'
import { FieldBar } from '../shared/field-bar.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { ShiftAccount } from './account.tsx'
import { SinceWhen } from './since.tsx'

export type Shift = NonNullable<Awaited<ReturnType<typeof shiftById>>>
type Stop = Awaited<ReturnType<typeof stopsOf>>[number]
type Venue = Awaited<ReturnType<typeof venuesDue>>[number]

type ShowShiftProps = {
  shift: Shift
  stops: readonly Stop[]
  venues: readonly Venue[]
  contents: readonly ItemInBag[]
  /** What became of each item, once the bag is back. */
  accounts: readonly ItemAccount[]
  mayWrite: boolean
}

export function ShowShift(props: ShowShiftProps) {
  const { shift, stops, venues, contents, accounts, mayWrite } = props
  const { bags } = useSay()
  const isOut = shift.state === 'out' || shift.state === 'reopened'
  return (
    <Layout
      title={bags.bar}
      section="bags"
      discreet
      narrow
      bar={<ShiftBar shift={shift} here="stops" />}
    >
      <ShiftHead shift={shift} />
      {shift.state === 'reopened' && (
        <p class="error-summary" role="status">
          {bags.reopened}
        </p>
      )}
      {mayWrite && isOut && <NextStop venues={venues} shiftId={shift.id} />}
      <Stops stops={stops} title={isOut ? bags.stopsDone : bags.stopsTab} />
      {isOut ? <Left contents={contents} /> : <ShiftAccount accounts={accounts} />}
      {mayWrite && !isOut && (
        <details>
          <summary>{bags.lateStop}</summary>
          <p class="muted">{bags.lateStopHint}</p>
          <VenueList venues={venues} shiftId={shift.id} />
        </details>
      )}
      {mayWrite && isOut && (
        <div class="sticky">
          <a class="button primary wide" href={`/shifts/${shift.id}/return`}>
            {bags.bringBack}
          </a>
        </div>
      )}
    </Layout>
  )
}

export function ShiftBar({ shift, here }: { shift: Shift; here: 'stops' | 'bag' }) {
  const { id, lastVisitId, bag } = shift
  return (
    <FieldBar
      here={here}
      visitPath={lastVisitId === null ? null : `/visits/${lastVisitId}`}
      shiftPath={`/shifts/${id}`}
      bagPath={`/bags/${bag.id}`}
    />
  )
}

function ShiftHead({ shift }: { shift: Shift }) {
  const say = useSay()
  const { bags } = say
  return (
    <header class="head">
      <div>
        <h1>{say.name(shift.bag)}</h1>
        <p>
          {shift.state === 'returned' && bags.returnedShift({ day: shift.startedOn })}
          {shift.state === 'taken-back' && bags.takenBack}
          {shift.state === 'paper' && bags.fromPaper({ day: shift.startedOn })}
          {(shift.state === 'out' || shift.state === 'reopened') && (
            <>
              {bags.isOut} <SinceWhen out={shift} />
            </>
          )}
          , {bags.withPeople(shift)}
        </p>
      </div>
    </header>
  )
}

function NextStop({ venues, shiftId }: { venues: readonly Venue[]; shiftId: number }) {
  const { say, viewer } = usePage()
  const { bags } = say
  return (
    <section>
      <h2>{bags.nextStop}</h2>
      {venues.length === 0 ? (
        <Empty icon="venues" title={bags.noVenue} hint={bags.noVenueHint}>
          {viewer?.mayOpen('/places/new') && (
            <a class="button" href="/places/new?kind=venue">
              {bags.newVenue}
            </a>
          )}
        </Empty>
      ) : (
        <VenueList venues={venues} shiftId={shiftId} />
      )}
    </section>
  )
}

/** What is most overdue first; one tap starts the visit. */
function VenueList({ venues, shiftId }: { venues: readonly Venue[]; shiftId: number }) {
  const say = useSay()
  const { bags, common } = say
  return (
    <ul class="lines gap" role="list">
      {venues.map((venue) => (
        <li class="pair">
          <span>
            <b>{say.name(venue)}</b>
            <small>
              {common.locationRoles[venue.role]}
              {' · '}
              {venue.lastVisitOn ? bags.lastVisit({ day: venue.lastVisitOn }) : bags.neverVisited}
            </small>
            {venue.lastVisitOn !== null && (venue.overdueDays ?? -1) >= 0 && (
              <span class="pill soon">{bags.due({ days: venue.overdueDays ?? 0 })}</span>
            )}
          </span>
          <PostButton
            action={`/shifts/${shiftId}/visits`}
            fields={{ venueId: String(venue.id) }}
            label={bags.stopHere({ venue: say.name(venue) })}
          >
            {bags.visit}
          </PostButton>
        </li>
      ))}
    </ul>
  )
}

function Stops({ stops, title }: { stops: readonly Stop[]; title: string }) {
  const { say, today } = usePage()
  const { bags } = say
  if (stops.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="tasks gap" role="list">
        {stops.map(({ id, venue, given, contacts, happenedOn }) => (
          <li>
            <span>
              <a href={`/visits/${id}`}>{say.name(venue)}</a>
              <small>
                {given.length === 0
                  ? bags.nothingGiven
                  : given
                      .map((each) => `${say.name(each)} ${say.number(each.quantity)}`)
                      .join(', ')}
              </small>
            </span>
            <small>
              {[
                contacts > 0 && bags.people_({ count: contacts }),
                happenedOn !== today && say.shortDay(happenedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Left({ contents }: { contents: readonly ItemInBag[] }) {
  const say = useSay()
  const { bags } = say
  const held = contents.filter(({ quantity }) => quantity !== 0)
  return (
    <section>
      <h2>{bags.left}</h2>
      {held.length === 0 ? (
        <p class="muted">{bags.contentsEmpty}</p>
      ) : (
        <ul class="lines gap" role="list">
          {held.map(({ item, quantity }) => (
            <li class="pair">
              <span>{say.name(item)}</span>
              {quantity < 0 ? (
                <span class="pill soon">{bags.overCount({ count: -quantity })}</span>
              ) : (
                <b>{say.number(quantity)}</b>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
