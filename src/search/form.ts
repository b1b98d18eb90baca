import { z } from 'zod'

export const searchQuery = z.object({ q: z.string().trim().max(120).catch('') })
