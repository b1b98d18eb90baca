import { z } from 'zod'
import { problem, requestId } from '#src/fields.ts'

export const exportForm = z.strictObject({
  requestId: requestId(),
  /** The address of the file, with what it is asked for. */
  path: z.string().max(300, { error: problem('text', { max: 300 }) }),
})

export type ExportForm = z.output<typeof exportForm>
