import type { countablePlaces, stocktakes } from '#src/stocktakes/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { type Filled, Form, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'

type Row = Awaited<ReturnType<typeof stocktakes>>[number]

type StocktakesProps = {
  filled: Filled
  stocktakes: readonly Row[]
  places: Awaited<ReturnType<typeof countablePlaces>>
}

export function Stocktakes({ filled, stocktakes: rows, places }: StocktakesProps) {
  const say = useSay()
  const { stocktakes } = say
  return (
    <Layout title={stocktakes.title} section="stocktakes">
      <Head title={stocktakes.title} lead={stocktakes.lead} />
      <Form action="/stocktakes" filled={filled} class="panel">
        <div class="fields">
          <SelectField
            {...{ name: 'placeId', label: stocktakes.place, filled, value: places[0]?.id }}
            options={places.map((place) => ({ value: place.id, label: say.name(place) }))}
          />
          <p class="end">
            <button class="primary" type="submit">
              {stocktakes.start}
            </button>
          </p>
        </div>
      </Form>
      {rows.length === 0 ? (
        <Empty icon="list" title={stocktakes.empty} hint={stocktakes.emptyHint} />
      ) : (
        <CountTable rows={rows} />
      )}
      <NextPage rows={rows} />
    </Layout>
  )
}

function CountTable({ rows }: { rows: readonly Row[] }) {
  const say = useSay()
  const { stocktakes } = say
  return (
    <Table
      caption={stocktakes.title}
      rows={rows}
      columns={[
        {
          head: stocktakes.place,
          cell: (row) => <a href={`/stocktakes/${row.id}`}>{say.name(row.place)}</a>,
        },
        { head: stocktakes.startedOn, kind: 'half', cell: (row) => say.day(row.startedOn) },
        { head: stocktakes.counted, kind: 'n', cell: (row) => say.number(row.counted) },
        { head: stocktakes.differing, kind: 'n', cell: (row) => say.number(row.differing) },
        {
          head: stocktakes.state,
          cell: (row) => (
            <span class={row.standing > 0 ? 'pill done' : row.isSuperseded ? 'pill' : 'pill soon'}>
              {row.standing > 0
                ? stocktakes.posted
                : row.isSuperseded
                  ? stocktakes.leftOff
                  : stocktakes.open}
            </span>
          ),
        },
      ]}
    />
  )
}
