import { z } from 'zod'
import type { Day } from '#src/day.ts'
import {
  optionalWholeNumber,
  pastDay,
  problem,
  requestId,
  version,
  wholeNumber,
} from '#src/fields.ts'
import { recoveredFields, recoveredFrom } from '../form.ts'

export const gear = ['gloves', 'tongs', 'containers'] as const

/** A code, and too short for an address: "C-3". */
const sector = () =>
  z
    .string({ error: problem('required') })
    .transform((typed) => typed.normalize('NFC').trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,5}$/, { error: problem('sector') }))

const out = () => wholeNumber({ min: 0, max: 1000 })
const back = () => optionalWholeNumber({ min: 0, max: 1000 })

const left = (today: Day) => ({
  requestId: requestId(),
  happenedOn: pastDay(today),
  sector: sector(),
  people: wholeNumber({ min: 1, max: 500 }),
  ...{ glovesOut: out(), tongsOut: out(), containersOut: out() },
})

export const newCleanUpForm = (today: Day) => z.strictObject(left(today))

/** Blank is not counted yet, which is not zero. */
export const cleanUpForm = (today: Day) =>
  z
    .strictObject({
      ...left(today),
      version: version(),
      ...{ glovesBack: back(), tongsBack: back(), containersBack: back() },
    })
    .superRefine((typed, context) => {
      for (const each of gear) {
        if ((typed[`${each}Back`] ?? 0) <= typed[`${each}Out`]) continue
        context.addIssue({ code: 'custom', path: [`${each}Back`], message: problem('moreBack') })
      }
    })

export type NewCleanUpForm = z.output<ReturnType<typeof newCleanUpForm>>
export type CleanUpForm = z.output<ReturnType<typeof cleanUpForm>>

export const collectedForm = z
  .strictObject({ requestId: requestId(), ...recoveredFields() })
  .transform(({ requestId, ...typed }, context) => ({
    requestId,
    ...recoveredFrom(typed, context),
  }))
