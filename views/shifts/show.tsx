// One shift: where it stands, where to go next, what was given and what is left.
import type { PlannedStop } from '#src/ledger/planned-stops.ts'
import type { ItemAccount } from '#src/shifts/account.ts'
import type { ItemInBag } from '#src/shifts/bag-contents.ts'
import type { shiftById, stopsOf } from '#src/shifts/shift-queries.ts'
import { Layout } from '../layout.tsx'
import { FieldBar } from '../shared/field-bar.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { ShiftAccount } from './account.tsx'
import { NextStop, type Venue, VenueList } from './next-stop.tsx'
import { Planned } from './planned.tsx'
import { SinceWhen } from './since.tsx'

export type Shift = NonNullable<Awaited<ReturnType<typeof shiftById>>>
type Stop = Awaited<ReturnType<typeof stopsOf>>[number]
/** With what is left for each of the stops to go; null where none is planned. */
type MeteredItem = ItemInBag & { readonly perStop: number | null }

type ShowShiftProps = {
  shift: Shift
  stops: readonly Stop[]
  venues: readonly Venue[]
  contents: readonly MeteredItem[]
  planned: readonly PlannedStop[]
  stopsToGo: number
  /** What became of each item, once the bag is back. */
  accounts: readonly ItemAccount[]
  mayWrite: boolean
}

export function ShowShift(props: ShowShiftProps) {
  const { shift, stops, venues, contents, planned, stopsToGo, mayWrite } = props
  const elsewhere = venues.filter(({ id }) => planned.every(({ venue }) => venue.id !== id))
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
      {isOut && <Planned {...{ planned, stopsToGo, mayWrite }} shiftId={shift.id} />}
      {mayWrite && isOut && (
        <NextStop venues={elsewhere} shiftId={shift.id} isFirst={planned.length === 0} />
      )}
      <Stops {...{ stops, mayWrite }} title={isOut ? bags.stopsDone : bags.stopsTab} />
      {isOut ? <Left contents={contents} stopsToGo={stopsToGo} /> : <Afterwards {...props} />}
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

/** The bag is back: what became of it, and what is remembered later. */
function Afterwards({ shift, venues, accounts, mayWrite }: ShowShiftProps) {
  const { bags } = useSay()
  return (
    <>
      <ShiftAccount accounts={accounts} />
      {mayWrite && (
        <details>
          <summary>{bags.lateStop}</summary>
          <p class="muted">{bags.lateStopHint}</p>
          <VenueList venues={venues} shiftId={shift.id} />
        </details>
      )}
    </>
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

type StopsProps = { stops: readonly Stop[]; title: string; mayWrite: boolean }

function Stops({ stops, title, mayWrite }: StopsProps) {
  if (stops.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="tasks gap" role="list">
        {stops.map((stop) => (
          <StopMade {...{ stop, mayWrite }} />
        ))}
      </ul>
    </section>
  )
}

function StopMade({ stop, mayWrite }: { stop: Stop; mayWrite: boolean }) {
  const { say, today } = usePage()
  const { bags } = say
  const { id, venue, given, contacts, happenedOn, isEmpty } = stop
  const name = say.name(venue)
  const about = [
    contacts > 0 && bags.people_({ count: contacts }),
    happenedOn !== today && say.shortDay(happenedOn),
  ].filter(Boolean)
  return (
    <li>
      <span>
        <a href={`/visits/${id}`}>{name}</a>
        <small>
          {given.length === 0
            ? bags.nothingGiven
            : given.map((each) => `${say.name(each)} ${say.number(each.quantity)}`).join(', ')}
        </small>
      </span>
      {about.length > 0 && <small>{about.join(' · ')}</small>}
      {isEmpty && mayWrite && (
        <PostButton
          action={`/visits/${id}/reversal`}
          kind="quiet"
          label={bags.takeBackAt({ venue: name })}
        >
          {bags.takeBackIt}
        </PostButton>
      )}
    </li>
  )
}

type LeftProps = Pick<ShowShiftProps, 'contents' | 'stopsToGo'>

function Left({ contents, stopsToGo }: LeftProps) {
  const say = useSay()
  const { bags, rounds } = say
  const held = contents.filter(({ quantity }) => quantity !== 0)
  return (
    <section>
      <h2>{bags.left}</h2>
      {stopsToGo > 0 && <p class="muted">{rounds.toGo({ count: stopsToGo })}</p>}
      {held.length === 0 ? (
        <p class="muted">{bags.contentsEmpty}</p>
      ) : (
        <ul class="lines gap" role="list">
          {held.map(({ item, quantity, perStop }) => (
            <li class="pair">
              <span>
                {say.name(item)}
                {perStop !== null && <small>{rounds.perStop({ count: perStop })}</small>}
              </span>
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
