// What people submit on a tally page: taps, numbers, what was asked for, how many were met.
import { z } from 'zod'
import {
  choice,
  id,
  optionalId,
  optionalQuantity,
  problem,
  quantity,
  requestId,
  wholeNumber,
} from '#src/fields.ts'
import type { Change, HandedOut } from './change-hand-out.ts'
import type { Contacts } from './visit.ts'

/** A tap on a tile, a number typed, or a change of what was tapped before. */
export const handOutForm = z
  .strictObject({
    requestId: requestId(),
    item: optionalId(),
    entry: optionalId(),
    change: choice(['more', 'less']).optional(),
    quantity: optionalQuantity().default(null),
  })
  .transform((typed, context): { requestId: string; given: HandedOut } | Changed => {
    const { requestId, item, entry, quantity } = typed
    if (entry !== undefined && quantity !== null) {
      return { requestId, change: { entryId: entry, quantity } }
    }
    if (item !== undefined && typed.change === 'less') {
      return { requestId, change: { lessOfItemId: item } }
    }
    if (item !== undefined && quantity !== 0) {
      return { requestId, given: { itemId: item, quantity: quantity ?? 1 } }
    }
    const field = item === undefined ? 'item' : 'quantity'
    const message = problem(item === undefined ? 'choose' : 'quantityZero')
    context.addIssue({ code: 'custom', path: [field], message })
    return z.NEVER
  })

type Changed = { requestId: string; change: Change }

export const unmetForm = z.strictObject({
  requestId: requestId(),
  item: id(),
  quantity: z.preprocess((typed) => (typed === '' ? undefined : typed), quantity().default(1)),
})

/** A number over the one that was shown, or one more or less. */
export const contactsForm = z
  .strictObject({
    requestId: requestId(),
    contacts: wholeNumber({ min: 0, max: 999 }),
    version: wholeNumber({ min: 1, max: 999_999 }),
    step: choice(['1', '-1']).optional(),
  })
  .transform(({ requestId, contacts, version, step }): { requestId: string; count: Contacts } => ({
    requestId,
    count: step ? { step: step === '1' ? 1 : -1 } : { contacts, version },
  }))
