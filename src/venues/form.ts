import { z } from 'zod'
import { addDays, type Day, isDay, monthOf } from '#src/day.ts'
import { locationRoles, streams } from '#src/db/schema/index.ts'
import { optionalId } from '#src/fields.ts'

/** Kinds of venue that are visited; the other two are places on paper. */
export const visitedKinds = locationRoles.venue.filter(
  (role) => role !== 'unlogged' && role !== 'drop-in-floor',
)

export const venueFilter = z.object({
  kind: z.enum(visitedKinds).nullable().catch(null),
})

/** A period: a month, or two days; this month when neither can be read. */
const period = (today: Day) => ({
  month: z
    .string()
    .refine((month) => isDay(`${month}-01`))
    .optional()
    .catch(undefined),
  from: z.string().refine(isDay).optional().catch(undefined),
  to: z.string().refine(isDay).catch(today),
})

const longestDays = 366

/** What of the distribution a person asks for; what cannot be read falls back to its default. */
export const distributionFilter = (today: Day) =>
  z
    .object({
      ...period(today),
      by: z.enum(['kind', 'venue']).catch('kind'),
      stream: z.enum(streams).nullable().catch(null),
    })
    .transform(({ by, stream, ...typed }) => ({ by, stream, ...spanOf(typed, today) }))

export type DistributionFilter = z.output<ReturnType<typeof distributionFilter>>

/** Which cell of the distribution is opened: one item, at one venue or at a kind of venue. */
export const cellFilter = (today: Day) =>
  z
    .object({
      ...period(today),
      item: optionalId().catch(undefined),
      venue: optionalId().catch(undefined),
      kind: z.enum(locationRoles.venue).nullable().catch(null),
      stream: z.enum(streams).nullable().catch(null),
      before: optionalId().catch(undefined),
    })
    .transform(({ item, venue, kind, stream, before, ...typed }) => ({
      ...{ itemId: item ?? 0, venueId: venue ?? null, kind, stream, before: before ?? null },
      ...spanOf(typed, today),
    }))

export type CellFilter = z.output<ReturnType<typeof cellFilter>>

type Typed = { month?: string | undefined; from?: Day | undefined; to: Day }

function spanOf({ month, from, to }: Typed, today: Day) {
  if (from !== undefined && from <= to) {
    const earliest = addDays(to, -longestDays)
    return { month: null, from: from < earliest ? earliest : from, to }
  }
  const chosen = month ?? monthOf(today)
  const nextMonth = addDays(`${chosen}-28`, 4).slice(0, 7)
  return { month: chosen, from: `${chosen}-01`, to: addDays(`${nextMonth}-01`, -1) }
}
