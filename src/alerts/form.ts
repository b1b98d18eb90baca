import { z } from 'zod'
import { categories, streams } from '#src/db/schema/index.ts'
import { stockLevels } from '#src/planning/item-advice.ts'

/** What of the board a person wants to see; what cannot be read is left aside. */
export const boardFilter = z.object({
  level: z
    .enum([...stockLevels, 'snoozed'])
    .nullable()
    .catch(null),
  category: z.enum(categories).nullable().catch(null),
  stream: z.enum(streams).nullable().catch(null),
})

export type BoardFilter = z.output<typeof boardFilter>
