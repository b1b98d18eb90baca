// What came back, as every list of it says it.
import type { Named, Say } from '#src/messages/index.ts'
import type { Recovered } from '#src/sharps/recovered-units.ts'

type Row = Recovered & {
  readonly method: 'count' | 'container' | 'weight'
  readonly containers: number | null
  readonly fillPercent: number | null
  readonly grams: number | null
}

/** "about 32 (21–49)", or the count. */
export function recoveredIn(say: Say, row: Recovered): string {
  return row.low === row.high ? say.number(row.likely) : say.sharps.about(row)
}

/** "half of a 1.4 L container", "850 g with 1 × 1.4 L container", "counted". */
export function methodIn({ sharps }: Say, row: Row, type: Named | null): string {
  const { methods } = sharps
  const { method, containers, fillPercent, grams } = row
  if (method === 'count' || !type) return methods.count
  return method === 'weight'
    ? methods.weight({ type, containers: containers ?? 1, grams: grams ?? 0 })
    : methods.container({ type, containers: containers ?? 1, fillPercent: fillPercent ?? 0 })
}
