import type { catalogue } from '#src/items/queries.ts'
import type { Say } from '#src/messages/index.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Row = Awaited<ReturnType<typeof catalogue>>[number]

type CatalogueProps = { rows: readonly Row[]; words: string; withRetired: boolean }

export function Catalogue({ rows, words, withRetired }: CatalogueProps) {
  const say = useSay()
  const { catalogue } = say
  const add = (
    <a class="button primary" href="/items/new">
      {catalogue.newItem}
    </a>
  )
  const isFiltered = words !== '' || withRetired
  return (
    <Layout title={catalogue.title} section="catalogue">
      <Head title={catalogue.title} lead={catalogue.lead} actions={add} />
      <Search words={words} withRetired={withRetired} />
      {rows.length === 0 ? (
        <Empty
          icon="search"
          title={isFiltered ? catalogue.noneFound : catalogue.empty}
          hint={isFiltered ? catalogue.noneFoundHint : catalogue.emptyHint}
        />
      ) : (
        <CatalogueTable rows={byCategory(say, rows)} />
      )}
    </Layout>
  )
}

function Search({ words, withRetired }: { words: string; withRetired: boolean }) {
  const { catalogue, common } = useSay()
  return (
    <form method="get" action="/catalogue" class="search" role="search">
      <div class="field">
        <label for="q">{catalogue.search}</label>
        <input id="q" name="q" type="search" value={words} autocomplete="off" />
      </div>
      <label class="check">
        <input type="checkbox" name="retired" value="1" checked={withRetired} />{' '}
        {catalogue.withRetired}
      </label>
      <button type="submit">{common.show}</button>
    </form>
  )
}

function CatalogueTable({ rows }: { rows: readonly Row[] }) {
  const say = useSay()
  const { catalogue, common } = say
  return (
    <Table
      caption={catalogue.title}
      rows={rows}
      dense
      groupOf={({ category }) => common.categories[category]}
      columns={[
        { head: common.item, cell: (row) => <ItemName row={row} /> },
        { head: catalogue.unit, cell: (row) => say.unit(row) },
        { head: catalogue.packs, kind: 'two', cell: (row) => packsOf(say, row) },
        { head: catalogue.expiry, kind: 'two', cell: (row) => catalogue.expiryRule(row) },
        {
          head: <span class="hidden">{common.edit}</span>,
          kind: 'low',
          cell: (row) => (
            <a
              href={`/items/${row.id}/edit`}
              aria-label={catalogue.editItem({ name: say.name(row) })}
            >
              {common.edit}
            </a>
          ),
        },
      ]}
    />
  )
}

function ItemName({ row }: { row: Row }) {
  const say = useSay()
  const { catalogue, common } = say
  const place = placeRule(say, row)
  return (
    <>
      <a href={`/items/${row.id}`}>{say.name(row)}</a>{' '}
      {row.retiredOn !== null && <span class="pill">{common.retired}</span>}{' '}
      {row.tracking === 'rough' && <span class="pill">{catalogue.rough}</span>}
      <small>
        {[
          row.code,
          row.family && `${say.name(row.family)}${row.size ? `, ${row.size}` : ''}`,
          place,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}

function placeRule({ catalogue }: Say, row: Row): string | null {
  if (row.allowedInBags && row.allowedAtDropIn) return null
  if (row.allowedAtDropIn) return catalogue.dropInOnly
  return row.allowedInBags ? catalogue.outreachOnly : catalogue.storedOnly
}

function packsOf(say: Say, { packs }: Row) {
  if (packs.length === 0) return <span class="muted">{say.catalogue.noPacks}</span>
  return packs
    .map((pack) => say.catalogue.pack({ name: say.name(pack), size: pack.size }))
    .join(' · ')
}

/** In the order the field knows its categories, by name inside each. */
function byCategory(say: Say, rows: readonly Row[]): Row[] {
  const order = Object.keys(say.common.categories)
  return [...rows].sort(
    (a, b) =>
      order.indexOf(a.category) - order.indexOf(b.category) ||
      say.name(a).localeCompare(say.name(b), say.locale),
  )
}
