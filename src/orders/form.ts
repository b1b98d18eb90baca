import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { incomingLineForm, orderedLineForm } from '#src/catalog/line-form.ts'
import type { Day } from '#src/day.ts'
import { id, lines, optionalDay, pastDay, problem, requestId, text } from '#src/fields.ts'

/** The last change of the order that the person saw; 0 before any. */
const seen = () =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)

const orderFields = (items: readonly ItemChoice[]) => ({
  requestId: requestId(),
  /** A supplier's name, known or new. */
  supplier: text(),
  lines: lines(orderedLineForm(items), { prefilled: ['pack', 'priceFor'] }).superRefine(
    refuseItemTwice,
  ),
})

export const orderForm = (items: readonly ItemChoice[]) => z.strictObject(orderFields(items))

export type OrderForm = z.output<ReturnType<typeof orderForm>>

/** A draft is changed whole. */
export const draftForm = (items: readonly ItemChoice[]) =>
  z.strictObject({ ...orderFields(items), seen: seen() })

export type DraftForm = z.output<ReturnType<typeof draftForm>>

export const sendingForm = (today: Day) =>
  z.strictObject({
    requestId: requestId(),
    seen: seen(),
    sentOn: pastDay(today),
    /** Blank is the day of sending and the supplier's lead time. */
    expectedOn: optionalDay(),
  })

export type SendingForm = z.output<ReturnType<typeof sendingForm>>

/** Cancelling or closing. */
export const endingForm = z.strictObject({ requestId: requestId(), seen: seen() })

export const receiptForm = (today: Day, items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    receivedOn: pastDay(today),
    placeId: id(),
    // What was ordered stands there already; a line without a quantity has not arrived.
    lines: lines(incomingLineForm(items), { prefilled: ['item', 'pack'] }),
  })

export type ReceiptForm = z.output<ReturnType<typeof receiptForm>>

type Rows = readonly { readonly row: { readonly item: ItemChoice }; readonly index: number }[]

function refuseItemTwice(rows: Rows, context: z.RefinementCtx) {
  const items = new Set<number>()
  for (const { row, index } of rows) {
    if (items.has(row.item.id)) {
      context.addIssue({ code: 'custom', path: [index, 'item'], message: problem('itemTwice') })
    }
    items.add(row.item.id)
  }
}
