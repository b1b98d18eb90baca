import { z } from 'zod'
import {
  choice,
  id,
  optionalId,
  optionalQuantity,
  problem,
  quantity,
  requestId,
} from '#src/fields.ts'

/** Rows by what they are about (i12 is item 12): a list that changes its order never mixes them up. */
const byId = <Row extends z.ZodType>(letter: string, row: Row) =>
  z
    .record(z.string().regex(new RegExp(`^${letter}[1-9]\\d{0,14}$`)), row)
    .default({})
    .transform((rows) =>
      Object.entries(rows).map(([name, value]) => ({
        id: Number(name.slice(1)),
        row: value as z.output<Row>,
      })),
    )

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
    lines: byId(
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
  counts: byId('l', z.strictObject({ counted: optionalQuantity().default(null) })),
  /** Why an item differs; blank where it does not. */
  reasons: byId(
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
