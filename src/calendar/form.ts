import { z } from 'zod'
import { daysBetween } from '#src/day.ts'
import { streams } from '#src/db/schema/index.ts'
import {
  anyDay,
  choice,
  optionalDay,
  optionalText,
  problem,
  requestId,
  version,
  wholeNumber,
} from '#src/fields.ts'

/** Boxes named outreach.1 (Monday) … outreach.7: the days that are ticked. */
const weekdays = () =>
  z
    .array(z.literal('on', { error: problem('choose') }).optional())
    .max(8, { error: problem('choose') })
    .default([])
    .transform((boxes) => boxes.flatMap((box, weekday) => (box && weekday > 0 ? [weekday] : [])))

export const patternForm = z.strictObject({
  requestId: requestId(),
  /** The last change of the calendar that the person saw. */
  seen: version(),
  startsOn: anyDay(),
  outreach: weekdays(),
  'drop-in': weekdays(),
  events: weekdays(),
})

export type PatternForm = z.output<typeof patternForm>

/** More days than this in one go are a new pattern, not an exception. */
const mostDays = 62

export const exceptionForm = z
  .strictObject({
    requestId: requestId(),
    stream: choice(streams),
    day: anyDay(),
    until: optionalDay(),
    state: choice(['closed', 'open']),
    factor: wholeNumber({ min: 1, max: 1000 }),
    reason: optionalText(80),
  })
  .superRefine(({ day, until }, context) => {
    const object = (message: string) =>
      context.addIssue({ code: 'custom', path: ['until'], message })
    if (until !== null && until < day) object(problem('untilBefore'))
    if (until !== null && daysBetween(day, until) >= mostDays) {
      object(problem('daysMany', { max: mostDays }))
    }
  })
  .transform(({ until, ...form }) => ({ ...form, until: until ?? form.day }))

/** A line of the list, with the days in a row that it stands for. */
export const removalForm = z.strictObject({
  requestId: requestId(),
  version: version(),
  until: anyDay(),
})

export type ExceptionForm = z.output<typeof exceptionForm>
