import { z } from 'zod'
import type { Day } from '#src/day.ts'
import { choice, pastDay, requestId } from '#src/fields.ts'
import { recoveredFields, recoveredFrom } from '../form.ts'

/** Where sharps come back to us without a bin or a clean-up: each of those has its own form. */
export const sources = ['drop-in', 'people'] as const

export const recoveryForm = (today: Day) =>
  z
    .strictObject({
      requestId: requestId(),
      source: choice(sources),
      happenedOn: pastDay(today),
      ...recoveredFields(),
    })
    .transform(({ requestId, source, happenedOn, ...typed }, context) => ({
      ...{ requestId, source, happenedOn },
      ...recoveredFrom(typed, context),
    }))

export type RecoveryForm = z.output<ReturnType<typeof recoveryForm>>
