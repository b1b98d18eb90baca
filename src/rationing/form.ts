// What is shared, how much of it, and until when. A GET form: what cannot be read is left to the page.
import { z } from 'zod'
import { addDays, type Day, isDay } from '#src/day.ts'
import { optionalWholeNumber } from '#src/fields.ts'
import { largestQuantity } from '#src/quantity.ts'

const farthestDays = 183

export const rationingQuery = (today: Day) =>
  z.object({
    item: optionalWholeNumber({ min: 1, max: 999_999_999 }).catch(null).default(null),
    available: optionalWholeNumber({ min: 0, max: largestQuantity }).catch(null).default(null),
    until: z
      .string()
      .trim()
      .refine(isDay)
      .refine((day) => day > today && day <= addDays(today, farthestDays))
      .nullable()
      .catch(null)
      .default(null),
  })

export type RationingQuery = z.output<ReturnType<typeof rationingQuery>>
