// Fair shares of what is short: who gets how much, and the words to post.
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { StockLevel } from '#src/planning/item-advice.ts'
import type { RationingQuery } from '#src/rationing/form.ts'
import type { Rationing } from '#src/rationing/shares.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { blank, DayField, QuantityField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Posted } from './posted.tsx'
import { Shares } from './shares.tsx'

type Item = ReorderFacts['item']

type RationingProps = {
  items: readonly { readonly item: Item; readonly level: StockLevel | null }[]
  item: Item | null
  shared: Rationing | null
  query: RationingQuery
}

export function RationingPage(props: RationingProps) {
  const { rationing } = useSay()
  const { item, shared } = props
  return (
    <Layout title={rationing.title} section="reorder">
      <Head title={rationing.title} lead={rationing.lead} />
      <Choices {...props} />
      {item && shared ? <Answer item={item} shared={shared} /> : <ShortNow {...props} />}
    </Layout>
  )
}

function Choices({ items, item, shared, query }: RationingProps) {
  const say = useSay()
  const { rationing } = say
  const options = items
    .map(({ item: { id, ...names } }) => ({ value: id, label: say.name(names) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, say.locale))
  return (
    <form method="get" action="/rationing" class="panel unprinted">
      <div class="fields">
        <SelectField
          {...{ name: 'item', label: rationing.item, filled: blank, options }}
          {...{ value: item?.id ?? null, none: rationing.choose }}
        />
        {shared && (
          <>
            <QuantityField
              {...{ name: 'available', label: rationing.available, filled: blank }}
              value={query.available ?? shared.inStock}
              hint={rationing.inStock({ units: shared.inStock })}
            />
            <DayField
              {...{ name: 'until', label: rationing.until, filled: blank, value: shared.until }}
              hint={`${rationing.untilHint} (${say.weekday(shared.until)})`}
            />
          </>
        )}
      </div>
      <button type="submit" class="primary">
        {rationing.share}
      </button>
    </form>
  )
}

function ShortNow({ items }: RationingProps) {
  const say = useSay()
  const { rationing } = say
  const short = items.filter(({ level }) => level === 'now' || level === 'soon')
  if (short.length === 0) {
    return <Empty icon="stock" title={rationing.noneShort} hint={rationing.noneShortHint} />
  }
  return (
    <section aria-labelledby="h-short">
      <h2 id="h-short">{rationing.shortNow}</h2>
      <ul class="row" role="list">
        {short.map(({ item }) => (
          <li>
            <a class="button" href={`/rationing?item=${item.id}`}>
              {say.name(item)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ item, shared }: { item: Item; shared: Rationing }) {
  const say = useSay()
  const { rationing } = say
  const { available, lacking, until, shares } = shared
  if (shares.length === 0) {
    return <Empty icon="stock" title={rationing.noUse} hint={rationing.noUseHint} />
  }
  return (
    <>
      <section aria-labelledby="h-shares">
        <h2 id="h-shares">
          <a href={`/items/${item.id}`}>{say.name(item)}</a>
        </h2>
        <p>
          {available >= lacking
            ? rationing.enough({ item, units: lacking, until })
            : rationing.short({ item, available, lacking, until })}
        </p>
        <Shares shared={shared} />
      </section>
      <Posted item={item} shared={shared} />
    </>
  )
}
