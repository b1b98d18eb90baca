import type { keeping as english } from '../en/keeping.ts'

export const keeping: typeof english = {}
