import type { Day } from '#src/day.ts'
import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import type { Item } from '#src/stock/item-card.ts'
import { Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { EntryTable } from './entry-table.tsx'

type EntriesOfItemProps = {
  item: Item
  entries: readonly EntryOfItem[]
  /** Null where all of them are listed. */
  donatedSince: Day | null
}

export function EntriesOfItem({ item, entries, donatedSince }: EntriesOfItemProps) {
  const say = useSay()
  const title = say.stock.entriesOf({ item: say.name(item) })
  return (
    <Layout title={title} section="stock">
      <header class="head">
        <div>
          <p class="row">
            <a href={`/items/${item.id}`}>{say.name(item)}</a>
          </p>
          <h1>
            {donatedSince ? say.stock.donatedSince({ day: donatedSince }) : say.stock.allEntries}
          </h1>
          {donatedSince && (
            <p>
              <a href={`/items/${item.id}/entries`}>{say.stock.allEntries}</a>
            </p>
          )}
        </div>
      </header>
      <EntryTable {...{ item, entries }} />
      <NextPage rows={entries} kept={{ donated: donatedSince }} />
    </Layout>
  )
}
