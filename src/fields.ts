// The pieces forms are made of: zod at the boundary, with problems named by code so that each
// language has its own sentence. What a person typed is text until it passes through here.
import { z } from 'zod'
import { type Day, isDay } from './day.ts'
import type { problems } from './messages/en/problems.ts'
import { readQuantity } from './quantity.ts'

type Sentences = typeof problems
export type ProblemCode = keyof Sentences

/** A field's problem, as the message of a zod issue. */
export function problem(code: ProblemCode, params?: Record<string, number | string>): string {
  return params ? `${code} ${JSON.stringify(params)}` : code
}

/** The sentence of a problem; anything zod says by itself becomes the nearest of ours. */
export function problemSentence(message: string, sentences: Sentences): string {
  const [code = '', ...rest] = message.split(' ')
  if (!(code in sentences)) return sentences.required()
  const write = sentences[code as ProblemCode] as (params?: unknown) => string
  return write(rest.length > 0 ? JSON.parse(rest.join(' ')) : undefined)
}

/** The hidden id that makes a second sending harmless. */
export const requestId = () => z.uuid({ error: problem('requestId') })

/** A row's id, from a hidden field or a choice. */
export const id = () =>
  z
    .string({ error: problem('choose') })
    .regex(/^[1-9]\d{0,14}$/, { error: problem('choose') })
    .transform(Number)

/** An id, or nothing chosen. */
export const optionalId = () =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), id().optional())

/** One line of text, trimmed, NFC; control characters and broken surrogates are refused. */
export const text = (max = 120) =>
  z
    .string({ error: problem('required') })
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, { error: problem('required') })
        .max(max, { error: problem('text', { max }) })
        .refine(isPlain, { error: problem('characters') }),
    )

/** Text that may be left blank: null then. */
export const optionalText = (max = 120) =>
  z.preprocess((typed) => (isBlank(typed) ? null : typed), text(max).nullable())

/** A name in French, in English, or in both. */
export const names = (max = 80) => ({ nameFr: optionalText(max), nameEn: optionalText(max) })

/** At least one of the two names: for `superRefine`. */
export function named(
  typed: { readonly nameFr: string | null; readonly nameEn: string | null },
  context: z.RefinementCtx,
) {
  if (typed.nameFr !== null || typed.nameEn !== null) return
  context.addIssue({ code: 'custom', path: ['nameFr'], message: problem('nameMissing') })
}

/** The version of a row that the person saw, from a hidden field. */
export const version = () =>
  z
    .string({ error: problem('unknownField') })
    .regex(/^\d{1,15}$/, { error: problem('unknownField') })
    .transform(Number)

/** Base units or packs, whole, as typed; `min` 0 where zero is an answer. */
export const quantity = ({ min = 1 }: { min?: 0 | 1 } = {}) =>
  z.string({ error: problem('quantityBlank') }).transform((typed, context) => {
    const reading = readQuantity(typed)
    if (reading.problem) {
      context.addIssue({ code: 'custom', message: problem(reading.problem) })
      return z.NEVER
    }
    if (reading.quantity < min) {
      context.addIssue({ code: 'custom', message: problem('quantityZero') })
      return z.NEVER
    }
    return reading.quantity
  })

/** A quantity that may be left blank: null then, which is not zero. */
export const optionalQuantity = (options: { min?: 0 | 1 } = { min: 0 }) =>
  z.preprocess((typed) => (isBlank(typed) ? null : typed), quantity(options).nullable())

/** A small whole number, such as a number of days. */
export const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z
    .string({ error: problem('numberRange', { min, max }) })
    .transform((typed) => typed.replace(/[\s\u00a0\u202f]/g, ''))
    .pipe(
      z
        .string()
        .regex(/^\d{1,9}$/, { error: problem('numberRange', { min, max }) })
        .transform(Number)
        .pipe(
          z
            .number()
            .min(min, { error: problem('numberRange', { min, max }) })
            .max(max, { error: problem('numberRange', { min, max }) }),
        ),
    )

/** A measure with up to three decimals ("1.4", "2,5"), in thousandths; the bounds are in whole ones. */
export const measure = ({ min, max }: { min: number; max: number }) => {
  const error = problem('measure', { min, max })
  return z
    .string({ error })
    .transform((typed) => typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
    .pipe(
      z
        .string()
        .regex(/^\d{1,6}(\.\d{1,3})?$/, { error })
        .transform((typed) => Math.round(Number(typed) * 1000))
        .pipe(
          z
            .number()
            .min(min * 1000, { error })
            .max(max * 1000, { error }),
        ),
    )
}

export const optionalWholeNumber = (range: { min: number; max: number }) =>
  z.preprocess((typed) => (isBlank(typed) ? null : typed), wholeNumber(range).nullable())

const earliestDay = '2000-01-01'

/** A day on which something happened: not after today, and not in another century. */
export const pastDay = (today: Day) =>
  z
    .string({ error: problem('day') })
    .trim()
    .refine(isDay, { error: problem('day'), abort: true })
    .refine((day) => day <= today, { error: problem('dayFuture'), abort: true })
    .refine((day) => day >= earliestDay, { error: problem('dayOld') })

/** A day on a pack or in a plan, or blank: null then. */
export const optionalDay = () =>
  z.preprocess(
    (typed) => (isBlank(typed) ? null : typed),
    z
      .string()
      .trim()
      .refine(isDay, { error: problem('day'), abort: true })
      .refine((day) => day >= earliestDay, { error: problem('dayOld'), abort: true })
      .refine((day) => day <= '2099-12-31', { error: problem('expiryFar') })
      .nullable(),
  )

/** Any day from 2000 to 2099. */
export const anyDay = () =>
  z
    .string({ error: problem('day') })
    .trim()
    .refine(isDay, { error: problem('day'), abort: true })
    .refine((day) => day >= earliestDay && day <= '2099-12-31', { error: problem('day') })

/** Dollars as typed ("410", "12.50", "12,50"), in cents; blank is null. */
export const optionalMoney = () =>
  z.preprocess(
    (typed) => (isBlank(typed) ? null : typed),
    z
      .string()
      .transform((typed) => typed.replace(/[\s\u00a0\u202f$]/g, '').replace(',', '.'))
      .pipe(z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, { error: problem('money') }))
      .transform((dollars) => Math.round(Number(dollars) * 100))
      .nullable(),
  )

/** A price as typed ("9.36", "0,065"), in ten-thousandths of a dollar; blank is null. */
export const optionalPrice = () =>
  z.preprocess(
    (typed) => (isBlank(typed) ? null : typed),
    z
      .string()
      .transform((typed) => typed.replace(/[\s\u00a0\u202f$]/g, '').replace(',', '.'))
      .pipe(z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, { error: problem('price') }))
      .transform((dollars) => {
        const [whole = '', fraction = ''] = dollars.split('.')
        return Number(whole + fraction.padEnd(4, '0'))
      })
      .nullable(),
  )

/** How many base units a price is for; blank is one. */
export const priceUnits = () =>
  z.preprocess((typed) => (isBlank(typed) ? '1' : typed), wholeNumber({ min: 1, max: 1_000_000 }))

/** One of a fixed list. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: problem('choose') })

/** A checkbox: absent is false. */
export const checkbox = () => z.preprocess((typed) => typed === 'on', z.boolean())

/** Rows of a form, lines.0.item …: rows left blank in every field but `prefilled` are not lines. */
export const lines = <Line extends z.ZodType>(
  line: Line,
  { min = 1, max = 200, prefilled = [] as readonly string[] } = {},
) =>
  z
    .array(
      z.preprocess((row) => (isBlankRow(row, prefilled) ? undefined : row), line.optional()),
      { error: problem('lines') },
    )
    .max(max, { error: problem('tooManyLines', { max }) })
    // The place among the typed rows is kept, so that a refusal can point at the row it means.
    .transform((rows) =>
      rows.flatMap((row, index) =>
        row === undefined ? [] : [{ row: row as z.output<Line>, index }],
      ),
    )
    .refine((rows) => rows.length >= min, { error: problem('lines') })

/** Rows by what they are about (i12 is item 12): a list that changes its order never mixes them up. */
export const rowsById = <Row extends z.ZodType>(letter: string, row: Row) =>
  z
    .record(z.string().regex(new RegExp(`^${letter}[1-9]\\d{0,14}$`)), row)
    .default({})
    .transform((rows) =>
      Object.entries(rows).map(([name, value]) => ({
        id: Number(name.slice(1)),
        row: value as z.output<Row>,
      })),
    )

function isBlankRow(row: unknown, prefilled: readonly string[]): boolean {
  if (row === undefined || row === null) return true
  return (
    typeof row === 'object' &&
    Object.entries(row).every(([name, value]) => prefilled.includes(name) || isBlank(value))
  )
}

function isBlank(typed: unknown): boolean {
  return typed === undefined || (typeof typed === 'string' && typed.trim() === '')
}

function isPlain(typed: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  return !/[\u0000-\u001f\u007f-\u009f]/.test(typed) && typed.isWellFormed()
}
