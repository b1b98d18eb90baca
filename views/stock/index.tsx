import type { Category } from '#src/db/schema/index.ts'
import type { StockFilter } from '#src/stock/form.ts'
import type { PlaceColumn } from '#src/stock/place-columns.ts'
import type { StockRow } from '#src/stock/stock-list.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { CategoryField } from '../shared/category-field.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { StockTable } from './table.tsx'

type StockProps = {
  rows: readonly StockRow[]
  columns: readonly PlaceColumn[]
  filter: StockFilter
  categories: readonly Category[]
  places: readonly {
    readonly id: number
    readonly nameFr: string | null
    readonly nameEn: string | null
  }[]
  /** The same filter as a query, for the spreadsheet. */
  query: string
}

export function Stock(props: StockProps) {
  const { say, viewer } = usePage()
  const { stock, common } = say
  const isOffice = viewer?.mayOpen('/stock.csv')
  const actions = isOffice && (
    <>
      <a class="button" href={`/stock.csv${props.query}`} hx-boost="false">
        {common.spreadsheet}
      </a>
      <a class="button primary" href="/stocktakes">
        {stock.count}
      </a>
    </>
  )
  return (
    <Layout title={stock.title} section="stock">
      <Head title={stock.title} lead={stock.lead} actions={actions} />
      <Filters {...props} />
      {props.rows.length > 0 ? <StockTable {...props} /> : <Nothing filter={props.filter} />}
      <p class="muted">
        <small>
          {stock.openDays} {stock.asideNote}
        </small>
      </p>
    </Layout>
  )
}

function Filters({ filter, categories, places }: StockProps) {
  const say = useSay()
  const { stock, common } = say
  return (
    <form class="filters fields" action="/stock" method="get" aria-label={stock.filter}>
      <p class="field">
        <label for="q">{stock.search}</label>
        <input id="q" name="q" type="search" value={filter.q} placeholder={stock.searchHint} />
      </p>
      <CategoryField label={stock.category} categories={categories} chosen={filter.category} />
      <p class="field">
        <label for="place">{common.place}</label>
        <select id="place" name="place">
          <option value="">{stock.allPlaces}</option>
          {places.map((each) => (
            <option value={each.id} selected={each.id === filter.place}>
              {say.name(each)}
            </option>
          ))}
        </select>
      </p>
      <p class="row end">
        <label class="check">
          <input type="checkbox" name="expiring" checked={filter.expiring === 'on'} />{' '}
          {stock.expiring}
        </label>{' '}
        <button type="submit">{common.show}</button>
      </p>
    </form>
  )
}

function Nothing({ filter }: { filter: StockFilter }) {
  const { say, viewer } = usePage()
  const { stock } = say
  const isFiltered = filter.q !== '' || filter.category !== null || filter.expiring === 'on'
  if (isFiltered) {
    return (
      <Empty icon="search" title={stock.none} hint={stock.noneHint}>
        <a class="button" href="/stock">
          {stock.everything}
        </a>
      </Empty>
    )
  }
  return (
    <Empty icon="stock" title={stock.empty} hint={stock.emptyHint}>
      {viewer?.mayOpen('/catalogue') && (
        <a class="button" href="/catalogue">
          {stock.catalogue}
        </a>
      )}
    </Empty>
  )
}
