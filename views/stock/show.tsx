import type { Child } from 'hono/jsx'
import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import type { Item, stockOfItem } from '#src/stock/item-card.ts'
import { Layout } from '../layout.tsx'
import { BalanceChart } from '../shared/chart.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { EntryTable } from './entry-table.tsx'
import { Handling } from './handling.tsx'
import { Lots } from './lots.tsx'

export type Card = Awaited<ReturnType<typeof stockOfItem>>

type ShowItemProps = {
  item: Item
  card: Card
  weeks: number
  /** Null for those who may not read them. */
  entries: readonly EntryOfItem[] | null
}

export function ShowItem({ item, card, weeks, entries }: ShowItemProps) {
  const say = useSay()
  return (
    <Layout title={say.name(item)} section="stock">
      <ItemHead item={item} lead={<Cover item={item} card={card} />} />
      <section class="panel" aria-labelledby="h-chart">
        <div class="row spread">
          <h2 id="h-chart">{say.stock.onHandByDay}</h2>
          <Weeks item={item} weeks={weeks} />
        </div>
        <BalanceChart
          id="balance"
          title={say.stock.onHandByDay}
          {...{ item, past: card.past, deliveries: card.deliveries }}
        />
      </section>
      <div class="split">
        <Lots item={item} card={card} />
        <Handling item={item} />
      </div>
      {entries && <Recent item={item} entries={entries} />}
    </Layout>
  )
}

/** Name and actions of an item, with what is most worth knowing below. */
export function ItemHead({ item, lead }: { item: Item; lead: Child }) {
  const { say, viewer } = usePage()
  return (
    <header class="head">
      <div>
        <p class="row">
          <a href="/stock">{say.common.nav.stock}</a>
          {item.retiredOn !== null && <span class="pill">{say.common.retired}</span>}
        </p>
        <h1>{say.name(item)}</h1>
        <p class="lead">{lead}</p>
      </div>
      {viewer?.mayOpen(`/items/${item.id}/edit`) && (
        <p class="row">
          <a class="button" href={`/items/${item.id}/edit`}>
            {say.stock.edit}
          </a>
        </p>
      )}
    </header>
  )
}

function Cover({ item, card }: { item: Item; card: Card }) {
  const { stock } = useSay()
  if (card.usable <= 0) return <b>{stock.noneLeft}</b>
  if (!card.cover) {
    return (
      <>
        <b>{stock.usableNow({ quantity: card.usable, item })}.</b> {stock.noRate}
      </>
    )
  }
  return (
    <>
      <b>{stock.coverLead({ ...card.cover, unit: item })}</b>,{' '}
      {stock.usableNow({ quantity: card.usable, item })} {stock.atRate(card.cover)}.
    </>
  )
}

const choices = [12, 26, 52]

function Weeks({ item, weeks }: { item: Item; weeks: number }) {
  const { stock } = useSay()
  return (
    <p class="row">
      {choices.map((choice) => (
        <a
          href={`/items/${item.id}?weeks=${choice}`}
          aria-current={choice === weeks ? 'true' : undefined}
        >
          {stock.weeks({ weeks: choice })}
        </a>
      ))}
    </p>
  )
}

function Recent({ item, entries }: { item: Item; entries: readonly EntryOfItem[] }) {
  const { stock } = useSay()
  return (
    <section aria-labelledby="h-entries">
      <div class="row spread">
        <h2 id="h-entries">{stock.recent}</h2>
        {entries.length > 0 && <a href={`/items/${item.id}/entries`}>{stock.allEntries}</a>}
      </div>
      <EntryTable {...{ item, entries }} />
    </section>
  )
}
