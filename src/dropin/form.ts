import { z } from 'zod'
import { type Day, isDay } from '#src/day.ts'
import { choice, id, optionalText, pastDay, requestId } from '#src/fields.ts'

export const openingForm = z.strictObject({
  requestId: requestId(),
  /** Asked for where the calendar has the evening closed. */
  reason: optionalText(80),
})

export type OpeningForm = z.output<typeof openingForm>

/** Whether an evening was open, said afterwards. */
export const eveningForm = (today: Day) =>
  z.strictObject({
    requestId: requestId(),
    day: pastDay(today),
    was: choice(['open', 'closed']),
  })

export type EveningForm = z.output<ReturnType<typeof eveningForm>>

/** The last day of a list of evenings; what cannot be read is today. */
export const eveningsQuery = (today: Day) =>
  z.object({
    until: z
      .string()
      .refine((typed) => isDay(typed) && typed >= earliest && typed <= today)
      .catch(today),
  })

const earliest = '2000-01-01'

/** How much is left, 3 full … 0 empty, or that one unit was used. */
export const roughForm = z.strictObject({
  requestId: requestId(),
  item: id(),
  what: choice(['3', '2', '1', '0', 'use']),
})

export type RoughForm = z.output<typeof roughForm>
