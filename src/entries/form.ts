import { z } from 'zod'
import { requestId } from '#src/fields.ts'

export const reversalForm = z.strictObject({ requestId: requestId() })
