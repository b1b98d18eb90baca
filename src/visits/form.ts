import { z } from 'zod'
import { id, optionalQuantity, problem, requestId, rowsById } from '#src/fields.ts'

export const startForm = z.strictObject({ requestId: requestId(), venueId: id() })

/** From the visit, or from the list of an item, to which it then leads back. */
export const takeBackForm = z.strictObject({
  requestId: requestId(),
  list: z.literal('item').optional(),
})

/** Several things at once, as they were proposed and changed; nothing of a line is no line. */
export const bundleForm = z
  .strictObject({
    requestId: requestId(),
    lines: rowsById('i', z.strictObject({ quantity: optionalQuantity().default(null) })),
  })
  .transform(({ requestId, lines }) => ({
    requestId,
    lines: lines
      .map(({ id: itemId, row }) => ({ itemId, quantity: row.quantity ?? 0 }))
      .filter(({ quantity }) => quantity > 0),
  }))
  .refine(({ lines }) => lines.length > 0, { path: ['lines'], error: problem('lines') })
