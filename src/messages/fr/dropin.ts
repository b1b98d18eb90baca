import type { dropin as english } from '../en/dropin.ts'

export const dropin: typeof english = {}
