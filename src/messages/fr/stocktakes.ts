import type { stocktakes as english } from '../en/stocktakes.ts'

export const stocktakes: typeof english = {}
