import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { incomingLineForm } from '#src/catalog/line-form.ts'
import { id, lines, optionalQuantity, optionalWholeNumber, requestId } from '#src/fields.ts'

export const startForm = z.strictObject({ requestId: requestId(), placeId: id() })

/** Counted units by lot, as counts.l12: 0 is an answer, blank is not counted; and what was found. */
export const countsForm = (items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    /** The last movement the book had when the sheet was opened. */
    asOf: optionalWholeNumber({ min: 0, max: 999_999_999 }).default(null),
    counts: z.record(z.string().regex(/^l[1-9]\d{0,14}$/), optionalQuantity()).default({}),
    lines: lines(incomingLineForm(items), { min: 0, prefilled: ['pack'] }).default([]),
  })

export type CountsForm = z.output<ReturnType<typeof countsForm>>
