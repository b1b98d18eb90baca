// Long lists are read a page at a time, from a key on: no page gets slower with history.
import type { C } from './context.ts'

export const pageSize = 50

/** The key to read before, from ?before=123; null for the first page. */
export function beforeOf(c: C): number | null {
  const typed = c.req.query('before') ?? ''
  return /^\d{1,15}$/.test(typed) ? Number(typed) : null
}

/** The id in the path, or 0, which no row has. */
export function idOf(c: C): number {
  return readId(c.req.param('id'))
}

/** An id that somebody may have typed, or 0, which no row has. */
export function readId(typed: string | undefined): number {
  return /^[1-9]\d{0,14}$/.test(typed ?? '') ? Number(typed) : 0
}
