import { z } from 'zod'
import { folded } from '#src/catalog/items.ts'
import { checkbox, named, names, problem, requestId, version } from '#src/fields.ts'
import { closest } from '#src/shifts/late/closest.ts'
import type { Word } from '#src/shifts/late/words.ts'

const mostStops = 40

/** A route's places as text, one a line, in the order they are visited. */
const stops = (venues: readonly Word[]) =>
  z.string({ error: problem('lines') }).transform((typed, context): number[] => {
    const lines = typed.split(/\r?\n/).filter((line) => line.trim() !== '')
    const refuseIt = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (lines.length === 0) return refuseIt(problem('lines'))
    if (lines.length > mostStops) return refuseIt(problem('tooManyLines', { max: mostStops }))
    const ids: number[] = []
    for (const line of lines) {
      const venue = venueNamed(line, venues)
      if (!venue) return refuseIt(unknown(line, venues))
      if (ids.includes(venue.id)) return refuseIt(problem('twiceOnList'))
      ids.push(venue.id)
    }
    return ids
  })

/** By its whole alias, or by a beginning that no other has. */
function venueNamed(typed: string, venues: readonly Word[]): Word | undefined {
  const wanted = folded(typed)
  const exact = venues.find(({ words }) => words.includes(wanted))
  const begin = venues.filter(({ words }) => words.some((word) => word.startsWith(wanted)))
  return exact ?? (begin.length === 1 ? begin[0] : undefined)
}

function unknown(line: string, venues: readonly Word[]): string {
  const typed = line.trim().slice(0, 60)
  const near = closest(folded(typed), venues).map(({ words }) => words[0])
  return near.length > 0
    ? problem('venueNear', { typed, near: near.join(', ') })
    : problem('venueUnknown', { typed })
}

export const roundForm = (venues: readonly Word[]) =>
  z.strictObject({ requestId: requestId(), ...names(), stops: stops(venues) }).superRefine(named)

export const roundEditForm = (venues: readonly Word[]) =>
  z
    .strictObject({
      ...{ requestId: requestId(), ...names(), stops: stops(venues) },
      /** Of its name; and the last change of its places. */
      ...{ version: version(), seen: version() },
    })
    .superRefine(named)

export type RoundForm = z.output<ReturnType<typeof roundForm>>
export type RoundEditForm = z.output<ReturnType<typeof roundEditForm>>

/** Passing by a planned stop, or meaning to stop there after all. */
export const skipForm = z.strictObject({
  ...{ requestId: requestId(), version: version() },
  skipped: checkbox(),
})
