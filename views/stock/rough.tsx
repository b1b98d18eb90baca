// The card of a rough item: its level over time, and a small form to note what is seen.
import type { Place } from '#src/catalog/places.ts'
import type { Say } from '#src/messages/index.ts'
import type { Item } from '#src/stock/item-card.ts'
import type { Observation } from '#src/stock/observations.ts'
import { Empty, Layout } from '../layout.tsx'
import {
  DayField,
  type Filled,
  Form,
  PostButton,
  QuantityField,
  SelectField,
} from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { Handling } from './handling.tsx'
import { ItemHead } from './item-head.tsx'
import { Level } from './level.tsx'

type RoughItemProps = {
  item: Item
  observations: readonly Observation[]
  places: readonly Place[]
  filled: Filled
}

export function RoughItem({ item, observations, places, filled }: RoughItemProps) {
  const say = useSay()
  const { stock, common } = say
  const failed = Object.keys(filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: say.name(item) }) : say.name(item)
  const latest = observations.find(({ kind, reversed }) => kind === 'level' && reversed === 0)
  return (
    <Layout title={title} section="stock">
      <ItemHead
        item={item}
        lead={
          <>
            <Level level={latest?.amount ?? null} />
            {latest ? ` ${stock.seen({ day: latest.happenedOn })}` : ''}. {stock.rough}
          </>
        }
      />
      <div class="split">
        <Observe {...{ item, places, filled, observations }} />
        <Handling item={item} />
      </div>
      <section aria-labelledby="h-observed">
        <h2 id="h-observed">{stock.observed}</h2>
        <Observed item={item} observations={observations} />
      </section>
    </Layout>
  )
}

function Observe({ item, places, filled, observations }: RoughItemProps) {
  const { say, today, viewer } = usePage()
  const { stock, common } = say
  if (!viewer?.mayOpen(`/items/${item.id}/entries`)) return null
  const usual = observations[0]?.placeId ?? usualPlace(item, places)
  return (
    <section class="panel" aria-labelledby="h-observe">
      <h2 id="h-observe">{stock.observe}</h2>
      <Form action={`/items/${item.id}/observations`} filled={filled}>
        <div class="fields">
          <SelectField
            {...{ name: 'what', label: stock.whatIsIt, filled, value: '3' }}
            options={sightings(say)}
          />
          <QuantityField
            {...{ name: 'amount', filled, hint: stock.amountHint }}
            label={stock.amount({ unit: say.agreed(2, say.unit(item)) })}
            optional
          />
          <DayField
            {...{ name: 'happenedOn', label: common.day, filled, value: today }}
            hint={common.dayHint({ day: today })}
          />
          <SelectField
            {...{ name: 'placeId', label: common.place, filled, value: usual }}
            options={places.map((place) => ({ value: place.id, label: say.name(place) }))}
          />
        </div>
        <p class="gap">
          <button class="primary" type="submit">
            {stock.saveObservation}
          </button>
        </p>
      </Form>
    </section>
  )
}

function sightings({ stock }: Say) {
  return [
    ...[3, 2, 1, 0].map((level) => ({ value: level, label: stock.leftOver({ level }) })),
    { value: 'intake', label: stock.intake },
    { value: 'use', label: stock.use },
  ]
}

/** Food waits in the kitchen and clothes in their bank, until somebody says otherwise. */
function usualPlace({ category }: Item, places: readonly Place[]): number | undefined {
  const role = category === 'clothing' ? 'clothing-bank' : 'kitchen'
  return (places.find((place) => place.role === role) ?? places[0])?.id
}

function Observed({ item, observations }: { item: Item; observations: readonly Observation[] }) {
  const say = useSay()
  const { stock, common } = say
  if (observations.length === 0) {
    return <Empty icon="list" title={stock.nothingSeen} hint={stock.nothingSeenHint} />
  }
  return (
    <Table
      caption={stock.observed}
      rows={observations}
      dense
      columns={[
        { head: stock.whatIsIt, cell: (row) => <Sighting item={item} row={row} /> },
        {
          head: common.day,
          kind: 'half',
          cell: (row) => (
            <>
              {say.day(row.happenedOn)}
              {row.recordedOn !== row.happenedOn && (
                <small>{stock.recordedOn({ day: row.recordedOn })}</small>
              )}
            </>
          ),
        },
        { head: common.place, kind: 'half', cell: (row) => say.name(row.place) },
        { head: '', kind: 'full', cell: (row) => <TakeBack row={row} /> },
      ]}
    />
  )
}

function Sighting({ item, row }: { item: Item; row: Observation }) {
  const say = useSay()
  if (row.kind === 'level') return <Level level={row.amount} />
  return (
    <>
      {say.stock[row.kind]} : {say.units(row.amount, item)}
    </>
  )
}

function TakeBack({ row }: { row: Observation }) {
  const { say, viewer } = usePage()
  if (row.reversed === 1) return <span class="pill">{say.stock.takenBack}</span>
  if (!viewer?.mayOpen('/items/1/entries')) return null
  return (
    <PostButton action={`/observations/${row.id}/reversal`} kind="quiet">
      {say.stock.takeBack}
    </PostButton>
  )
}
