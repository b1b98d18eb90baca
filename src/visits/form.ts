import { z } from 'zod'
import { id, requestId } from '#src/fields.ts'

export const startForm = z.strictObject({ requestId: requestId(), venueId: id() })
