// What a person may suppose. It is a GET form: what cannot be read is left as it is, and the answer
// says what it reckoned with.
import { z } from 'zod'
import { streams } from '#src/db/schema/index.ts'
import { optionalWholeNumber } from '#src/fields.ts'

const number = (min: number, max: number) => optionalWholeNumber({ min, max }).catch(null)

/** One more opening a week of a service, as "drop-in 2": 1 Monday … 7 Sunday. */
const extraOpening = z
  .string()
  .transform((typed) => {
    const [, named, weekday] = typed.match(/^([a-z-]+) ([1-7])$/) ?? []
    const stream = streams.find((each) => each === named)
    return stream ? { stream, weekday: Number(weekday) } : null
  })
  .nullable()
  .catch(null)

export const whatIfQuery = z.object({
  service: number(50, 99).default(null),
  leadTime: number(0, 365).default(null),
  review: number(1, 365).default(null),
  extra: extraOpening.default(null),
  cut: number(0, 100).default(null),
})

export type WhatIfQuery = z.output<typeof whatIfQuery>
