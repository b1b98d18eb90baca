// Service agreements with those who run venues: signed once, looked at again on a day.
import type { Named, Say } from '#src/messages/index.ts'
import { usePage } from '../shared/page.tsx'

export type Agreed = Named & {
  readonly id: number
  readonly agreementSignedOn: string | null
  readonly agreementReviewOn: string | null
}

/** Those whose day has come, for who may note that it was done; nothing where there is none. */
export function AgreementsDue({ venues: rows }: { venues: readonly Agreed[] }) {
  const { say, today, viewer } = usePage()
  const { venues } = say
  const due = rows
    .filter((venue) => isDue(venue, today))
    .sort((a, b) => ((a.agreementReviewOn ?? '') < (b.agreementReviewOn ?? '') ? -1 : 1))
  if (due.length === 0 || !viewer?.mayOpen('/places/1/edit')) return null
  return (
    <section class="panel" aria-labelledby="h-agreements">
      <h2 id="h-agreements">{venues.agreementsDue({ count: due.length })}</h2>
      <ul class="lines" role="list">
        {due.map((venue) => (
          <li class="pair">
            <div>
              <a href={`/places/${venue.id}/edit`}>{say.name(venue)}</a>
              <small>{agreed(venue, say)}</small>
            </div>
            <span class="pill soon">{venues.agreementDue}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same in a line of its own; nothing where none is noted. */
export function AgreementLine({ venue }: { venue: Agreed }) {
  const { say, today } = usePage()
  const { venues } = say
  if (venue.agreementSignedOn === null && venue.agreementReviewOn === null) return null
  return (
    <p>
      {venues.agreement} {agreed(venue, say)}{' '}
      {isDue(venue, today) && <span class="pill soon">{venues.agreementDue}</span>}
    </p>
  )
}

/** When it was signed and when it is looked at again. */
function agreed({ agreementSignedOn, agreementReviewOn }: Agreed, { venues }: Say): string {
  const words = [
    agreementSignedOn && venues.agreementSince({ day: agreementSignedOn }),
    agreementReviewOn && venues.agreementOn({ day: agreementReviewOn }),
  ]
  return words.filter(Boolean).join(' · ')
}

function isDue({ agreementReviewOn }: Agreed, today: string): boolean {
  return agreementReviewOn !== null && agreementReviewOn <= today
}
