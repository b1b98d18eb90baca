import { z } from 'zod'
import { stockLevels } from '#src/planning/item-advice.ts'

/** Which level a person wants to see; what cannot be read is left aside. */
export const boardFilter = z.object({ level: z.enum(stockLevels).nullable().catch(null) })

export type BoardFilter = z.output<typeof boardFilter>
