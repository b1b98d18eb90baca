import type { Child } from 'hono/jsx'
import type { Item } from '#src/stock/item-card.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { usePage, useSay } from '../shared/page.tsx'

type ItemHeadProps = { item: Item; lead: Child; reorder?: ReorderOfItem | null }

/** Name and actions of an item, with what is most worth knowing below. */
export function ItemHead({ item, lead, reorder = null }: ItemHeadProps) {
  const { say, viewer } = usePage()
  return (
    <header class="head">
      <div>
        <p class="row">
          <a href="/stock">{say.common.nav.stock}</a>
          {reorder && <LevelPill reorder={reorder} />}
          {item.retiredOn !== null && <span class="pill">{say.common.retired}</span>}
        </p>
        <h1>{say.name(item)}</h1>
        <p class="lead">{lead}</p>
      </div>
      {viewer?.mayOpen(`/items/${item.id}/edit`) && (
        <p class="row">
          {reorder && (
            <a class="button primary" href={`/orders/new?item=${item.id}`}>
              {say.reorder.card.add}
            </a>
          )}
          <a class="button" href={`/items/${item.id}/edit`}>
            {say.stock.edit}
          </a>
        </p>
      )}
    </header>
  )
}

/** The item's level on the reorder board, in a word. */
function LevelPill({ reorder: { advice } }: { reorder: ReorderOfItem }) {
  const { reorder } = useSay()
  return <span class={`pill ${advice.level}`}>{reorder.levels[advice.level]}</span>
}
