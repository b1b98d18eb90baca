import type { reorder as english } from '../en/reorder.ts'

export const reorder: typeof english = {}
