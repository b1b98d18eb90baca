// What was asked for with none left, fact by fact; each counts in what is ordered until it is taken back.
import type { Stream } from '#src/db/schema/index.ts'
import type { UnmetFilter } from '#src/stock/form.ts'
import type { Item } from '#src/stock/item-card.ts'
import type { UnmetOfItem } from '#src/stock/unmet-of-item.ts'
import { Empty, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { StreamField } from '../shared/stream-field.tsx'
import { Table } from '../shared/table.tsx'

type UnmetPageProps = {
  item: Item
  facts: readonly UnmetOfItem[]
  /** Of the whole list, whatever the page. */
  units: number
  filter: UnmetFilter
  streams: readonly Stream[]
}

export function UnmetPage({ item, facts, units, filter, streams }: UnmetPageProps) {
  const say = useSay()
  const { unmet } = say.stock
  const { stream, from, to } = filter
  const isNarrowed = stream !== null || from !== null || to !== null
  const path = `/items/${item.id}/unmet`
  return (
    <Layout title={unmet.titleOf({ item })} section="stock">
      <header class="head">
        <div>
          <p class="row">
            <a href={`/items/${item.id}`}>{say.name(item)}</a>
          </p>
          <h1>{unmet.title}</h1>
          {facts.length > 0 && <p class="lead">{unmet.lead({ units, item })}</p>}
        </div>
      </header>
      <Filters {...{ path, filter, streams, isNarrowed }} />
      {facts.length === 0 ? (
        <Empty
          icon="list"
          title={unmet.none}
          hint={isNarrowed ? unmet.noneThen : unmet.noneHint({ button: say.bags.asked })}
        />
      ) : (
        <Facts {...{ item, facts }} />
      )}
      <NextPage rows={facts} kept={{ stream, from, to }} />
    </Layout>
  )
}

type FiltersProps = Pick<UnmetPageProps, 'filter' | 'streams'> & {
  path: string
  isNarrowed: boolean
}

function Filters({ path, filter, streams, isNarrowed }: FiltersProps) {
  const { distribution, common, stock } = useSay()
  return (
    <form class="filters fields" action={path} method="get" aria-label={distribution.filter}>
      <p class="row">
        {(['from', 'to'] as const).map((name) => (
          <span class="field">
            <label for={name}>{distribution[name]}</label>
            <input
              {...{ id: name, name, value: filter[name] ?? '', maxlength: 10 }}
              placeholder={common.dayFormat}
            />
          </span>
        ))}
      </p>
      <StreamField label={distribution.stream} streams={streams} chosen={filter.stream} />
      <p class="row end">
        {isNarrowed && <a href={path}>{stock.everything}</a>}
        <button type="submit">{common.show}</button>
      </p>
    </form>
  )
}

function Facts({ item, facts }: Pick<UnmetPageProps, 'item' | 'facts'>) {
  const say = useSay()
  const { common, stock } = say
  return (
    <Table
      caption={stock.unmet.titleOf({ item })}
      rows={facts}
      dense
      columns={[
        { head: common.day, cell: (fact) => <When fact={fact} /> },
        { head: common.place, kind: 'half', cell: (fact) => <Where fact={fact} /> },
        {
          ...{ head: stock.unmet.service, kind: 'half' },
          cell: ({ venue }) => venue.stream && common.streams[venue.stream],
        },
        {
          ...{ head: common.quantity, kind: 'n' },
          cell: ({ quantity, reversesId }) =>
            say.units(reversesId === null ? quantity : -quantity, item),
        },
        { head: '', kind: 'full', cell: (fact) => <TakeBack {...{ item, fact }} /> },
      ]}
    />
  )
}

type FactProps = { fact: UnmetOfItem }

/** The day it was asked for, and the day it was noted when that was another. */
function When({ fact: { happenedOn, recordedOn } }: FactProps) {
  const say = useSay()
  return (
    <>
      {say.day(happenedOn)}
      {recordedOn !== happenedOn && <small>{say.stock.recordedOn({ day: recordedOn })}</small>}
    </>
  )
}

/** Where, with the way to the visit or the night. */
function Where({ fact: { venue, visit } }: FactProps) {
  const say = useSay()
  const name = say.name(venue)
  const isNight = venue.role === 'drop-in-floor'
  if (!visit || (visit.shiftId === null && !isNight)) return <span>{name}</span>
  return <a href={isNight ? `/drop-in/nights/${visit.id}` : `/visits/${visit.id}`}>{name}</a>
}

function TakeBack({ item, fact }: FactProps & { item: Item }) {
  const { say } = usePage()
  const { unmet } = say.stock
  const { id, happenedOn, reversesId, takenBackOn } = fact
  if (reversesId !== null) return <span class="muted">{unmet.takesBack}</span>
  if (takenBackOn !== null) return <span class="pill">{say.entries.takenBack}</span>
  return (
    <PostButton
      action={`/unmet/${id}/reversal`}
      kind="link"
      fields={{ list: 'item' }}
      label={unmet.takeBackOf({ item, day: happenedOn })}
    >
      {say.stock.takeBack}
    </PostButton>
  )
}
