import { z } from 'zod'
import { optionalText, requestId } from '#src/fields.ts'

export const openingForm = z.strictObject({
  requestId: requestId(),
  /** Asked for where the calendar has the evening closed. */
  reason: optionalText(80),
})

export type OpeningForm = z.output<typeof openingForm>

/** A button that says nothing but which. */
export const buttonForm = z.strictObject({ requestId: requestId() })
