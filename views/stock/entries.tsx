import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import type { Item } from '#src/stock/item-card.ts'
import { Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { EntryTable } from './entry-table.tsx'

export function EntriesOfItem({ item, entries }: { item: Item; entries: readonly EntryOfItem[] }) {
  const say = useSay()
  const title = say.stock.entriesOf({ item: say.name(item) })
  return (
    <Layout title={title} section="stock">
      <header class="head">
        <div>
          <p class="row">
            <a href={`/items/${item.id}`}>{say.name(item)}</a>
          </p>
          <h1>{say.stock.allEntries}</h1>
        </div>
      </header>
      <EntryTable {...{ item, entries }} />
      <NextPage rows={entries} />
    </Layout>
  )
}
