import type { LocationRole } from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'
import { usePage } from '../shared/page.tsx'

type VenueHeadProps = {
  venue: Named & {
    readonly id: number
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
      </div>
      <p class="row">
        {viewer?.mayOpen(edit) && (
          <a class="button" href={edit}>
            {common.edit}
          </a>
        )}
        {shiftId !== null && (
          <a class="button primary" href={`/shifts/${shiftId}`}>
            {venues.startVisit}
          </a>
        )}
      </p>
    </header>
  )
}
