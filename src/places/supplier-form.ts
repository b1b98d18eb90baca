// How a supplier delivers and until when it takes orders. Which fields are read depends on how often
// it does; what the others hold says nothing.
import { z } from 'zod'
import { anyDay, choice, problem, wholeNumber } from '#src/fields.ts'
import { deadlineIntervals, type OrderDeadlines } from '#src/order-deadlines.ts'

const takenKinds = ['request', ...deadlineIntervals] as const

const typed = () => z.string().optional()

export const supplierFields = {
  leadTimeDays: wholeNumber({ min: 0, max: 365 }),
  taken: choice(takenKinds).default('request'),
  reviewDays: typed(),
  ...{ deadlineWeekday: typed(), deadlineFrom: typed(), deadlineDay: typed() },
  deadlineHour: typed(),
}

/** Days between orders, asked or about so many; null is orders on any day. */
type OrderRhythm = { readonly reviewDays: number; readonly deadlines: OrderDeadlines | null }

const hour = wholeNumber({ min: 1, max: 24 })

/** A field without which no day would ever be the deadline. */
const comesOn = <T>(field: z.ZodType<T, string>) =>
  z
    .string({ error: problem('deadlineNever') })
    .refine((text) => text.trim() !== '', { error: problem('deadlineNever'), abort: true })
    .pipe(field)

const rhythms = {
  request: z
    .object({ reviewDays: wholeNumber({ min: 1, max: 365 }) })
    .transform(({ reviewDays }): OrderRhythm => ({ reviewDays, deadlines: null })),
  week: z
    .object({ deadlineWeekday: comesOn(wholeNumber({ min: 1, max: 7 })), deadlineHour: hour })
    .transform(
      (form): OrderRhythm => ({
        reviewDays: 7,
        deadlines: { every: 'week', weekday: form.deadlineWeekday, hour: form.deadlineHour },
      }),
    ),
  'two-weeks': z.object({ deadlineFrom: comesOn(anyDay()), deadlineHour: hour }).transform(
    (form): OrderRhythm => ({
      reviewDays: 14,
      deadlines: { every: 'two-weeks', from: form.deadlineFrom, hour: form.deadlineHour },
    }),
  ),
  month: z
    .object({ deadlineDay: comesOn(wholeNumber({ min: 1, max: 31 })), deadlineHour: hour })
    .transform(
      (form): OrderRhythm => ({
        reviewDays: 30,
        deadlines: { every: 'month', dayOfMonth: form.deadlineDay, hour: form.deadlineHour },
      }),
    ),
}

export type SupplierTyped = z.output<z.ZodObject<typeof supplierFields>>

/** Refuses, at its field, a deadline that never comes: for `superRefine`. */
export function deadlineComes(form: object, context: z.RefinementCtx) {
  if (!isOfSupplier(form)) return
  const { error } = rhythms[form.taken].safeParse(form)
  for (const { path, message } of error?.issues ?? []) {
    context.addIssue({ code: 'custom', path: [...path], message })
  }
}

/** What was typed of a supplier's rhythm, as one. @throws ZodError where `deadlineComes` was not asked */
export function rhythmOf(form: SupplierTyped): OrderRhythm {
  return rhythms[form.taken].parse(form)
}

function isOfSupplier(form: object): form is SupplierTyped {
  return 'taken' in form
}
