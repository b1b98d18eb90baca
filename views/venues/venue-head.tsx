import type { LocationRole } from '#src/db/schema/index.ts'
import { PostButton } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { type Agreed, AgreementLine } from './agreement.tsx'

type VenueHeadProps = {
  venue: Agreed & {
    readonly role: LocationRole
    readonly visitEveryDays: number | null
    readonly retiredOn: string | null
  }
  /** The shift on which this person has a bag out. */
  shiftId: number | null
}

export function VenueHead({ venue, shiftId }: VenueHeadProps) {
  const { say, viewer } = usePage()
  const { venues, common } = say
  const edit = `/places/${venue.id}/edit`
  return (
    <header class="head">
      <div>
        <p class="row">
          <a href="/venues">{venues.title}</a>
          {venue.retiredOn !== null && <span class="pill">{common.retired}</span>}
        </p>
        <h1>{say.name(venue)}</h1>
        <p>
          {common.locationRoles[venue.role]}
          {venue.visitEveryDays !== null && ` · ${venues.every({ days: venue.visitEveryDays })}`}
        </p>
        <AgreementLine venue={venue} />
      </div>
      <div class="row">
        {viewer?.mayOpen(edit) && (
          <a class="button" href={edit}>
            {common.edit}
          </a>
        )}
        {shiftId !== null && (
          <PostButton
            action={`/shifts/${shiftId}/visits`}
            kind="primary"
            fields={{ venueId: String(venue.id) }}
          >
            {venues.startVisit}
          </PostButton>
        )}
      </div>
    </header>
  )
}
