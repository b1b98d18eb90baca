import type { Named, Say } from '#src/messages/index.ts'
import type { OrderQuantity } from '#src/planning/order-quantity.ts'

type Limited = {
  readonly order: Pick<OrderQuantity, 'packs' | 'limits' | 'isRoundedUp' | 'aboveLastYear'>
  readonly pack: (Named & { readonly size: number }) | null
  readonly lifeDays: number | null
}

/** Why an order is not exactly what is needed, and what it asks for before it goes, a sentence each. */
export function limitsIn(
  { reorder: { card } }: Say,
  { order: { packs, limits, isRoundedUp, aboveLastYear }, pack, lifeDays }: Limited,
): string[] {
  const sentences = limits.map((limit) =>
    limit.kind === 'expiry'
      ? card.limits.expiry({ ...limit, lifeDays: lifeDays ?? 0 })
      : (card.limits[limit.kind] as (limit: object) => string)(limit),
  )
  return [
    ...(isRoundedUp && pack ? [card.roundedUp({ packs, pack })] : []),
    ...sentences,
    ...(aboveLastYear ? [card.aboveLastYear(aboveLastYear)] : []),
  ]
}
