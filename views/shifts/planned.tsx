// The route of a shift: what is done, where to go next, what was passed by.
import type { PlannedStop } from '#src/ledger/planned-stops.ts'
import { PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

type PlannedProps = {
  planned: readonly PlannedStop[]
  stopsToGo: number
  shiftId: number
  mayWrite: boolean
}

export function Planned({ planned, stopsToGo, shiftId, mayWrite }: PlannedProps) {
  const { rounds } = useSay()
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="h-route">
      <h2 id="h-route">{rounds.planned}</h2>
      <p class="muted">{rounds.toGo({ count: stopsToGo })}</p>
      <ol class="lines gap" role="list">
        {planned.map((stop) => (
          <Stop {...{ stop, shiftId, mayWrite }} />
        ))}
      </ol>
    </section>
  )
}

const pills = { done: 'pill done', next: 'pill coming', skipped: 'pill', later: '' } as const

type StopProps = { stop: PlannedStop; shiftId: number; mayWrite: boolean }

function Stop({ stop, shiftId, mayWrite }: StopProps) {
  const say = useSay()
  const { rounds, bags } = say
  const { venue, visitId, state } = stop
  const name = say.name(venue)
  return (
    <li class="pair">
      <span>
        {visitId === null ? <b>{name}</b> : <a href={`/visits/${visitId}`}>{name}</a>}{' '}
        {state !== 'later' && <span class={pills[state]}>{rounds.states[state]}</span>}{' '}
        {mayWrite && state !== 'done' && <Skip stop={stop} name={name} />}
      </span>
      {mayWrite && (state === 'next' || state === 'later') && (
        <PostButton
          action={`/shifts/${shiftId}/visits`}
          fields={{ venueId: String(venue.id) }}
          label={bags.stopHere({ venue: name })}
        >
          {bags.visit}
        </PostButton>
      )}
    </li>
  )
}

function Skip({ stop, name }: { stop: PlannedStop; name: string }) {
  const { rounds } = useSay()
  const { id, version, skipped } = stop
  return (
    <PostButton
      action={`/planned-stops/${id}`}
      kind="quiet"
      fields={{ version: String(version), ...(skipped ? {} : { skipped: 'on' }) }}
      label={skipped ? rounds.unskipThis({ venue: name }) : rounds.skipThis({ venue: name })}
    >
      {skipped ? rounds.unskip : rounds.skip}
    </PostButton>
  )
}
