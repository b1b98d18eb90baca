import type { distribution as english } from '../en/distribution.ts'

export const distribution: typeof english = {}
