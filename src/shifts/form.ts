import { z } from 'zod'
import {
  choice,
  id,
  optionalId,
  optionalQuantity,
  problem,
  quantity,
  requestId,
  rowsById,
} from '#src/fields.ts'

/** Ticked names, as people.p12: one to three of those who can go. */
const shiftPeople = (ids: readonly number[]) =>
  z
    .record(z.string(), z.string())
    .default({})
    .transform((ticked) => ids.filter((each) => ticked[`p${each}`] === 'on'))
    .refine((people) => people.length >= 1 && people.length <= 3, {
      error: problem('shiftPeople'),
    })

export const checkOutForm = (colleagueIds: readonly number[]) =>
  z.strictObject({
    requestId: requestId(),
    bagId: id(),
    people: shiftPeople(colleagueIds),
    /** The way round that is planned; blank is none. */
    routeId: optionalId(),
    /** What was shown, so that nobody confirms another plan; `amount` is what they made of it. */
    lines: rowsById(
      'i',
      z.strictObject({
        shown: quantity({ min: 0 }),
        amount: optionalQuantity().default(null),
      }),
    ),
    takeOut: z.string(),
  })

export type CheckOutForm = z.output<ReturnType<typeof checkOutForm>>

export const reasons = ['unlogged', 'damaged', 'lost', 'packed', 'unknown'] as const
export type Reason = (typeof reasons)[number]

export const returnForm = z.strictObject({
  requestId: requestId(),
  /** What the page said is expected. */
  shown: z.string(),
  counts: rowsById('l', z.strictObject({ counted: optionalQuantity().default(null) })),
  /** Why an item differs; blank where it does not. */
  reasons: rowsById(
    'i',
    z.strictObject({
      reason: z.preprocess(
        (typed) => (typed === '' ? null : typed),
        choice(reasons).nullable().default(null),
      ),
    }),
  ),
  left: choice(['leave', 'empty']),
})

export type ReturnForm = z.output<typeof returnForm>
