import type { venues as english } from '../en/venues.ts'

export const venues: typeof english = {}
