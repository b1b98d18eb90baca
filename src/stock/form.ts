import { z } from 'zod'
import { type Day, isDay } from '#src/day.ts'
import { categories, streams } from '#src/db/schema/index.ts'
import {
  choice,
  id,
  optionalId,
  optionalQuantity,
  pastDay,
  problem,
  requestId,
} from '#src/fields.ts'

/** What of the list a person wants to see; what cannot be read is left aside. */
export const stockFilter = z.object({
  q: z.string().max(120).catch(''),
  category: z.enum(categories).nullable().catch(null),
  place: optionalId().catch(undefined),
  expiring: z.literal('on').optional().catch(undefined),
})

export type StockFilter = z.output<typeof stockFilter>

const longest = 104
export const usualWeeks = 12

/** How many weeks of an item's card are drawn. */
export const cardQuery = z.object({
  weeks: z.coerce.number().int().min(1).max(longest).catch(usualWeeks),
})

/** What can be noted of a rough item: how much is left (3 full … 0 empty), what came in, what was used. */
export const sightings = ['3', '2', '1', '0', 'intake', 'use'] as const

export const observationForm = (today: Day) =>
  z
    .strictObject({
      requestId: requestId(),
      what: choice(sightings),
      /** For what came in or was used; base units. */
      amount: optionalQuantity({ min: 1 }),
      happenedOn: pastDay(today),
      placeId: id(),
    })
    .transform(({ what, amount, ...form }, context) => {
      if (what !== 'intake' && what !== 'use') {
        return { ...form, kind: 'level' as const, amount: Number(what) }
      }
      if (amount === null) {
        context.addIssue({ code: 'custom', path: ['amount'], message: problem('quantityBlank') })
        return z.NEVER
      }
      return { ...form, kind: what, amount }
    })

export type ObservationForm = z.output<ReturnType<typeof observationForm>>

const dayAsked = z.string().refine(isDay).nullable().catch(null)

/** Which facts of unmet demand a person wants to see; what cannot be read is left aside. */
export const unmetFilter = z
  .object({
    stream: z.enum(streams).nullable().catch(null),
    from: dayAsked,
    to: dayAsked,
    before: optionalId().catch(undefined),
  })
  .transform(({ before, ...filter }) => ({ ...filter, before: before ?? null }))

/** Of all entries of an item, only what was donated since a day. */
export const entriesFilter = z.object({ donated: dayAsked })

export type UnmetFilter = z.output<typeof unmetFilter>
