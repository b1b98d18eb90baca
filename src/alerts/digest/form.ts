import { z } from 'zod'
import { checkbox, optionalText, problem, requestId, version } from '#src/fields.ts'

export const digestForm = z
  .strictObject({
    requestId: requestId(),
    version: version(),
    wanted: checkbox(),
    address: optionalText(254).refine((typed) => typed === null || isAddress(typed), {
      error: problem('emailAddress'),
    }),
  })
  .refine(({ wanted, address }) => !wanted || address !== null, {
    path: ['address'],
    error: problem('emailAddress'),
  })
  // What is not used is not kept.
  .transform(({ wanted, address, ...form }) => ({ ...form, address: wanted ? address : null }))

export type DigestForm = z.output<typeof digestForm>

function isAddress(typed: string): boolean {
  return z.email().safeParse(typed).success
}
