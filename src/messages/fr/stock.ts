import type { stock as english } from '../en/stock.ts'

export const stock: typeof english = {}
