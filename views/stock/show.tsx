import type { Child } from 'hono/jsx'
import type { Cover as DaysOfCover } from '#src/stock/days-of-cover.ts'
import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import type { Item, stockOfItem } from '#src/stock/item-card.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { Layout } from '../layout.tsx'
import { BalanceChart } from '../shared/chart.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { AdviceLead, LevelPill } from './advice-lead.tsx'
import { EntryTable } from './entry-table.tsx'
import { Handling } from './handling.tsx'
import { Lots } from './lots.tsx'
import { Why } from './why.tsx'

export type Card = Awaited<ReturnType<typeof stockOfItem>>

type ShowItemProps = {
  item: Item
  card: Card
  /** Null where the advice says more, or too little is known. */
  cover: DaysOfCover | null
  weeks: number
  /** Null for kits, and for those who do not order. */
  reorder: ReorderOfItem | null
  /** Null for those who may not read them. */
  entries: readonly EntryOfItem[] | null
}

export function ShowItem({ item, card, cover, weeks, reorder, entries }: ShowItemProps) {
  const say = useSay()
  const hasForecast = reorder?.advice.basis === 'forecast'
  const lead = hasForecast ? <AdviceLead reorder={reorder} /> : <Cover {...{ item, card, cover }} />
  return (
    <Layout title={say.name(item)} section="stock">
      <ItemHead item={item} lead={lead} reorder={reorder} />
      <section class="panel" aria-labelledby="h-chart">
        <div class="row spread">
          <h2 id="h-chart">{say.stock.onHandByDay}</h2>
          <Weeks item={item} weeks={weeks} />
        </div>
        <BalanceChart
          id="balance"
          title={say.stock.onHandByDay}
          {...{ item, past: card.past, deliveries: card.deliveries }}
          forecast={reorder?.forecast ?? null}
          goal={hasForecast ? reorder.advice.orderUpTo : null}
        />
      </section>
      <div class="split">
        {reorder && <Why reorder={reorder} />}
        <div class={reorder ? 'stack' : 'split'}>
          <Lots item={item} card={card} />
          <Handling item={item} />
        </div>
      </div>
      {entries && <Recent item={item} entries={entries} />}
    </Layout>
  )
}

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

function Cover({ item, card, cover }: Pick<ShowItemProps, 'item' | 'card' | 'cover'>) {
  const { stock } = useSay()
  if (card.usable <= 0) return <b>{stock.noneLeft}</b>
  if (!cover) {
    return (
      <>
        <b>{stock.usableNow({ quantity: card.usable, item })}.</b> {stock.noRate}
      </>
    )
  }
  return (
    <>
      <b>{stock.coverLead(cover)}</b>, {stock.usableNow({ quantity: card.usable, item })}{' '}
      {stock.atRate(cover)}.
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
