import type { ItemAdvice } from '#src/planning/item-advice.ts'
import type { Advised } from './advised-items.ts'

/** How long what is usable lasts, as every screen says it; base units and open days. */
export type Lasting = {
  readonly usable: number
  readonly hasForecast: boolean
  readonly lasts: ItemAdvice['lasts']
}

/** Null for rough items, and for those that are not in use any more. */
export function lastingOf(advised: Advised | undefined): Lasting | null {
  if (!advised?.advice) return null
  const { facts, advice } = advised
  const { lasts, basis } = advice
  return { usable: facts.usable, hasForecast: basis === 'forecast', lasts }
}
