import { z } from 'zod'
import type { Day } from '#src/day.ts'
import {
  choice,
  id,
  optionalId,
  optionalWholeNumber,
  pastDay,
  requestId,
  version,
} from '#src/fields.ts'
import { measuredFrom, measureFields } from '../form.ts'

const rhythm = () => optionalWholeNumber({ min: 1, max: 365 })

export const placeForm = (today: Day) =>
  z.strictObject({
    requestId: requestId(),
    venueId: id(),
    typeId: id(),
    happenedOn: pastDay(today),
    /** Blank is never due. */
    swapEveryDays: rhythm(),
    /** The stockroom or the bag that the new container comes from; blank: it is none of ours. */
    fromId: optionalId(),
  })

export type PlaceForm = z.output<ReturnType<typeof placeForm>>

export const swapForm = (today: Day) =>
  z
    .strictObject({
      requestId: requestId(),
      happenedOn: pastDay(today),
      /** swapped: an empty one stays; removed: none does. */
      outcome: choice(['swapped', 'removed']),
      ...measureFields(),
      fromId: optionalId(),
    })
    .transform(({ what, amount, ...form }, context) => ({
      ...form,
      measured: measuredFrom({ what, amount }, context),
    }))

export type SwapForm = z.output<ReturnType<typeof swapForm>>

export const rhythmForm = z.strictObject({
  requestId: requestId(),
  version: version(),
  swapEveryDays: rhythm(),
})

export type RhythmForm = z.output<typeof rhythmForm>

/** The venue to begin the form with. */
export const newBinQuery = z.object({ venue: optionalId().catch(undefined) })
