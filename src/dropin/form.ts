import { z } from 'zod'
import { choice, id, optionalText, requestId } from '#src/fields.ts'

export const openingForm = z.strictObject({
  requestId: requestId(),
  /** Asked for where the calendar has the evening closed. */
  reason: optionalText(80),
})

export type OpeningForm = z.output<typeof openingForm>

/** How much is left, 3 full … 0 empty, or that one unit was used. */
export const roughForm = z.strictObject({
  requestId: requestId(),
  item: id(),
  what: choice(['3', '2', '1', '0', 'use']),
})

export type RoughForm = z.output<typeof roughForm>

/** A button that says nothing but which. */
export const buttonForm = z.strictObject({ requestId: requestId() })
