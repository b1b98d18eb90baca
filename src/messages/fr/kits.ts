import type { kits as english } from '../en/kits.ts'

export const kits: typeof english = {}
