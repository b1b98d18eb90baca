import { z } from 'zod'
import { addDays, type Day } from '#src/day.ts'
import { choice, optionalDay, optionalQuantity, problem, requestId, version } from '#src/fields.ts'
import { stockLevels } from '#src/planning/item-advice.ts'
import { canWorsen } from './worsened.ts'

/** What a person waits for. */
export const waits = ['worse', 'day'] as const

/** Waiting for worse ends after so many days: by then it is another story. */
export const longestWaitDays = 28

/** The last day that can be chosen. */
export function lastDay(today: Day): Day {
  return addDays(today, 92)
}

/** With the standing that the person saw: what has become worse meanwhile is back at once. */
export const snoozeForm = (today: Day) =>
  z
    .strictObject({
      ...{ requestId: requestId(), version: version() },
      wait: choice(waits),
      untilOn: optionalDay(),
      level: choice(stockLevels),
      runsOutOn: optionalDay(),
      usable: optionalQuantity(),
    })
    .transform(({ wait, untilOn, ...form }, context) => {
      const refuse = (path: string, message: string) => {
        context.addIssue({ code: 'custom', path: [path], message })
        return z.NEVER
      }
      if (wait === 'worse') {
        if (!canWorsen(form)) return refuse('untilOn', problem('snoozeWorst'))
        return { ...form, untilOn: addDays(today, longestWaitDays) }
      }
      if (untilOn === null || untilOn <= today || untilOn > lastDay(today)) {
        return refuse('untilOn', problem('snoozeDay', { last: lastDay(today) }))
      }
      return { ...form, untilOn }
    })

export type SnoozeForm = z.output<ReturnType<typeof snoozeForm>>
