import type { Stream } from '#src/db/schema/index.ts'
import type { Say } from '#src/messages/index.ts'
import type { VenueColumn } from '#src/venues/distribution.ts'

type Filter = { readonly by: 'kind' | 'venue'; readonly stream: Stream | null }

/** What a column is called: a venue by its alias, a kind by its name. */
export function columnName({ venue }: VenueColumn, { by, stream }: Filter, say: Say): string {
  if (by === 'kind') return say.common.locationRoles[venue.role]
  // What was given and not recorded has a venue for each service, all of one name.
  return venue.role === 'unlogged' && venue.stream && stream === null
    ? `${say.name(venue)} (${say.common.streams[venue.stream]})`
    : say.name(venue)
}
