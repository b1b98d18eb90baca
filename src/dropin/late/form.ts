import { z } from 'zod'
import { addDays, type Day, isDay } from '#src/day.ts'
import {
  choice,
  optionalQuantity,
  optionalWholeNumber,
  pastDay,
  problem,
  requestId,
  rowsById,
} from '#src/fields.ts'

const levels = ['3', '2', '1', '0'] as const

/** A night sheet as it was kept on paper; what is left blank was not written, and 0 people is an answer. */
export const nightSheetForm = (today: Day) =>
  z
    .strictObject({
      requestId: requestId(),
      // Tonight has its own page.
      day: pastDay(addDays(today, -1)),
      people: optionalWholeNumber({ min: 0, max: 999 }).default(null),
      lines: rowsById(
        'i',
        z.strictObject({
          given: optionalQuantity().default(null),
          asked: optionalQuantity().default(null),
        }),
      ),
      rough: rowsById(
        'i',
        z.strictObject({
          level: z.preprocess((typed) => typed || undefined, choice(levels).optional()),
          used: optionalWholeNumber({ min: 0, max: 999 }).default(null),
        }),
      ),
    })
    .transform(({ lines, rough, ...sheet }) => ({
      ...sheet,
      given: quantities(lines, ({ given }) => given),
      asked: quantities(lines, ({ asked }) => asked),
      levels: rough.flatMap(({ id: itemId, row: { level } }) =>
        level === undefined ? [] : [{ itemId, level: Number(level) }],
      ),
      used: quantities(rough, ({ used }) => used),
    }))
    .refine(
      ({ people, given, asked, levels, used }) =>
        people !== null || given.length + asked.length + levels.length + used.length > 0,
      { path: ['people'], error: problem('lines') },
    )

export type TypedSheet = z.output<ReturnType<typeof nightSheetForm>>

type Rows<Row> = readonly { readonly id: number; readonly row: Row }[]

/** Of what something was written; none of it is nothing. */
function quantities<Row>(rows: Rows<Row>, of: (row: Row) => number | null) {
  return rows.flatMap(({ id: itemId, row }) => {
    const quantity = of(row) ?? 0
    return quantity > 0 ? [{ itemId, quantity }] : []
  })
}

/** The evening a sheet is of; what cannot be read is the one before today. */
export const eveningQuery = (today: Day) =>
  z.object({
    day: z
      .string()
      .refine((typed) => isDay(typed) && typed >= '2000-01-01' && typed < today)
      .catch(addDays(today, -1)),
  })
