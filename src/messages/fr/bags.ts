import type { bags as english } from '../en/bags.ts'

export const bags: typeof english = {}
