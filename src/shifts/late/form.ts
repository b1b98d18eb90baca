import { z } from 'zod'
import { type Day, isDay } from '#src/day.ts'
import { id, optionalId, pastDay, problem, requestId } from '#src/fields.ts'

export const mostLines = 30

export const lateForm = (today: Day, colleagueIds: readonly number[]) =>
  z.strictObject({
    requestId: requestId(),
    day: pastDay(today),
    bagId: id(),
    people: ticked(colleagueIds),
    /** The venue of the line before the first one. */
    venueId: optionalId(),
    lines: z
      .string({ error: problem('lines') })
      .refine((typed) => typed.trim() !== '', { error: problem('lines') })
      .refine((typed) => typed.length <= mostLines * 200, { error: problem('tooManyLines', most) })
      .refine((typed) => typed.split('\n').filter((line) => line.trim()).length <= mostLines, {
        error: problem('tooManyLines', most),
      }),
    /** What the preview said, so that nobody saves what they have not seen. */
    shown: z.string().max(20_000).default(''),
  })

export type LateForm = z.output<ReturnType<typeof lateForm>>

const most = { max: mostLines }

/** Ticked names, as people.p12; none where the shift is known by its day. */
const ticked = (ids: readonly number[]) =>
  z
    .record(z.string(), z.string())
    .default({})
    .transform((names) => ids.filter((each) => names[`p${each}`] === 'on'))
    .refine((people) => people.length <= 3, { error: problem('shiftPeople') })

/** What stays filled for the next line. */
export const stickyQuery = z.object({
  day: z.string().refine(isDay).optional().catch(undefined),
  bag: optionalId().catch(undefined),
  /** Ids with dots between them. */
  people: z
    .string()
    .regex(/^[\d.]{1,60}$/)
    .optional()
    .catch(undefined),
  venue: optionalId().catch(undefined),
})

export type Sticky = z.output<typeof stickyQuery>
