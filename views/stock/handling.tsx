import type { Item } from '#src/stock/item-card.ts'
import { useSay } from '../shared/page.tsx'

/** The item's rules in words: packs, where it may go, how long it lives. */
export function Handling({ item }: { item: Item }) {
  const say = useSay()
  const { stock } = say
  const packs = item.packs.map((pack) =>
    stock.packOf({ pack: say.name(pack), size: pack.size, item }),
  )
  const components = item.components.map(
    (part) => `${say.name(part)} × ${say.number(part.quantity)}`,
  )
  const facts = [
    [stock.category, say.common.categories[item.category]],
    ...(components.length > 0 ? [[stock.holds, components.join(', ')]] : []),
    [stock.packs, packs.length > 0 ? packs.join(', ') : stock.noPacks],
    [stock.mayGo, stock[placesAllowed(item)]],
    [stock.followed, stock.followedBy[item.lots]],
    [stock.life, life(item, say)],
  ]
  return (
    <section class="panel" aria-labelledby="h-rules">
      <h2 id="h-rules">{stock.rules}</h2>
      <dl class="facts">
        {facts.map(([term, fact]) => (
          <div>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function placesAllowed({ allowedInBags, allowedAtDropIn }: Item) {
  if (allowedInBags && allowedAtDropIn) return 'everywhere'
  if (allowedInBags) return 'bagsOnly'
  return allowedAtDropIn ? 'dropInAlone' : 'nowhere'
}

function life(item: Item, { stock }: ReturnType<typeof useSay>): string {
  if (item.expiry === 'none') return stock.noExpiry
  return [
    item.expiry === 'hard' ? stock.hardExpiry : stock.grace({ days: item.graceDays }),
    ...(item.minimumLifeDays > 0 ? [stock.minimumLife({ days: item.minimumLifeDays })] : []),
  ].join('; ')
}
