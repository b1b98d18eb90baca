import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { incomingLineForm } from '#src/catalog/line-form.ts'
import { id, lines, optionalQuantity, requestId } from '#src/fields.ts'

export const startForm = z.strictObject({ requestId: requestId(), placeId: id() })

/** Counted units by lot, as counts.l12: 0 is an answer, blank is not counted; and what was found. */
export const countsForm = (items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    counts: z.record(z.string().regex(/^l[1-9]\d{0,14}$/), optionalQuantity()).default({}),
    lines: lines(incomingLineForm(items), { min: 0, prefilled: ['pack'] }).default([]),
  })

export type CountsForm = z.output<ReturnType<typeof countsForm>>

export const postingForm = z.strictObject({ requestId: requestId() })
