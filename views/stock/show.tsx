import type { EntryOfItem } from '#src/stock/entries-of-item.ts'
import type { Card, Item } from '#src/stock/item-card.ts'
import type { ForWorker } from '#src/stock/item-for-worker.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { Layout } from '../layout.tsx'
import { BalanceChart } from '../shared/chart.tsx'
import { drawn } from '../shared/drawn.tsx'
import { useSay } from '../shared/page.tsx'
import { Lead } from './advice-lead.tsx'
import { EntryTable } from './entry-table.tsx'
import { Handling } from './handling.tsx'
import { ItemHead } from './item-head.tsx'
import { Lots } from './lots.tsx'
import { ToHaveMore } from './to-have-more.tsx'
import { TrackRecord } from './track-record.tsx'
import { WhereItIs } from './where-it-is.tsx'
import { Why } from './why.tsx'

type ShowItemProps = {
  card: Card
  /** What only who keeps the stock is shown. */
  office: { readonly entries: readonly EntryOfItem[] } | null
  /** What only who carries it is shown. */
  worker: ForWorker | null
}

export function ShowItem({ card, office, worker }: ShowItemProps) {
  const say = useSay()
  return (
    <Layout title={say.name(card.item)} section="stock">
      {office && drawn(card, say, () => <OfficeCard card={card} />)}
      {office && drawn(office.entries, say, () => <Recent item={card.item} {...office} />)}
      {worker && <WorkerCard {...{ card, worker }} />}
    </Layout>
  )
}

function OfficeCard({ card }: { card: Card }) {
  const { item, reorder } = card
  return (
    <>
      <ItemHead item={item} lead={<Lead card={card} advice={reorder} />} reorder={reorder} />
      <Balance card={card} advice={reorder} />
      <div class="split">
        {reorder && <Why reorder={reorder} />}
        <div class={reorder ? 'stack' : 'split'}>
          <Lots item={item} card={card} />
          {reorder?.track && <TrackRecord item={item} track={reorder.track} />}
          <Handling item={item} />
        </div>
      </div>
    </>
  )
}

/** Where it is comes first, their own bag on top, then how to have more of it. */
function WorkerCard({ card, worker }: { card: Card; worker: ForWorker }) {
  const { item } = card
  return (
    <>
      <ItemHead item={item} lead={<Lead card={card} advice={null} />} />
      <div class="split">
        <WhereItIs card={card} bag={worker.bag} />
        <ToHaveMore card={card} worker={worker} />
        <Lots item={item} card={card} />
        <Handling item={item} />
      </div>
      <Balance card={card} advice={null} />
    </>
  )
}

type BalanceProps = {
  card: Card
  /** Null for those who do not order. */
  advice: ReorderOfItem | null
}

function Balance({ card, advice }: BalanceProps) {
  const { stock } = useSay()
  const { item, past, usable, deliveries, weeks } = card
  return (
    <section class="panel" aria-labelledby="h-chart">
      <div class="row spread">
        <h2 id="h-chart">{stock.onHandByDay}</h2>
        <Weeks item={item} weeks={weeks} />
      </div>
      <BalanceChart
        id="balance"
        title={stock.onHandByDay}
        {...{ item, past, usable, deliveries }}
        forecast={advice?.forecast ?? null}
        goal={advice?.forecast ? advice.advice.orderUpTo : null}
      />
    </section>
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
        <span class="row">
          <a href={`/items/${item.id}/unmet`}>{stock.unmet.link}</a>
          {entries.length > 0 && <a href={`/items/${item.id}/entries`}>{stock.allEntries}</a>}
        </span>
      </div>
      <EntryTable {...{ item, entries }} />
    </section>
  )
}
