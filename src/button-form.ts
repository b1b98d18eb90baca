import { z } from 'zod'
import { requestId } from './fields.ts'

/** What a button sends: that it was pressed, once. */
export const buttonForm = z.strictObject({ requestId: requestId() })
