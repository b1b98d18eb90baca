import type { entryById } from '#src/entries/queries.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, PostButton, type Problems } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Entry = NonNullable<Awaited<ReturnType<typeof entryById>>>

type ShowEntryProps = { entry: Entry; problems: Problems; timeZone: string }

/** One thing that happened, whole: what moved, what it belongs to, and the way to take it back. */
export function ShowEntry({ entry, problems, timeZone }: ShowEntryProps) {
  const say = useSay()
  const { entries, common } = say
  const title = entries.title(entry)
  const failed = Object.keys(problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title}>
      <header class="head">
        <div>
          <p class="row">
            {title} {entry.reversedById !== null && <span class="pill">{entries.takenBack}</span>}
          </p>
          <h1>{entries.heading(entry)}</h1>
          <p>
            <When entry={entry} timeZone={timeZone} />
          </p>
        </div>
      </header>
      <ErrorSummary problems={problems} />
      <Balances entry={entry} />
      <Moved entry={entry} />
      <Links entry={entry} />
      {entry.reversedById === null && <TakeBack entry={entry} />}
    </Layout>
  )
}

/** The day it happened; the day of recording when that was another; for the office, who and when. */
function When({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { say, viewer } = usePage()
  const { entries } = say
  const isLate = entry.recordedOn !== entry.happenedOn
  const trace =
    entry.recordedAt !== null && viewer?.role !== 'outreach'
      ? entries.recordedBy({
          name: entry.recordedBy,
          at: say.instant(entry.recordedAt, timeZone),
        })
      : isLate && entries.recordedOn({ day: entry.recordedOn })
  return (
    <>
      {entries.happened({ day: entry.happenedOn, period: entry.period })}. {trace}
    </>
  )
}

function Balances({ entry }: { entry: Entry }) {
  const { entries } = useSay()
  if (entry.balances.length === 0) return null
  return (
    <section class="panel" aria-labelledby="h-balances">
      <h2 id="h-balances">{entries.balances}</h2>
      <ul role="list">
        {entry.balances.map((balance) => (
          <li>{entries.balance(balance)}</li>
        ))}
      </ul>
    </section>
  )
}

function Moved({ entry }: { entry: Entry }) {
  const say = useSay()
  const { entries, common } = say
  if (entry.movements.length === 0) return <p>{entries.nothingMoved}</p>
  return (
    <Table
      caption={entries.moved}
      rows={entry.movements}
      columns={[
        {
          head: common.item,
          cell: ({ item }) => <a href={`/items/${item.id}`}>{say.name(item)}</a>,
        },
        {
          head: entries.fromTo,
          kind: 'two',
          cell: ({ from, to }) => `${say.name(from)} → ${say.name(to)}`,
        },
        {
          head: common.quantity,
          kind: 'n',
          cell: ({ quantity, item }) => <b>{say.units(quantity, item)}</b>,
        },
        { head: entries.lot, kind: 'full', cell: ({ lot }) => <Lot lot={lot} /> },
      ]}
    />
  )
}

function Lot({ lot }: { lot: Entry['movements'][number]['lot'] }) {
  const { say, viewer } = usePage()
  if (lot.kind !== 'real') return <span class="muted">{say.common.lotKinds[lot.kind]}</span>
  const date = lot.expiresOn && say.day(lot.expiresOn)
  const name = [lot.code, date].filter(Boolean).join(' · ') || say.common.lotKinds.real
  if (!viewer?.mayOpen(`/lots/${lot.id}`)) return <span>{name}</span>
  return <a href={`/lots/${lot.id}`}>{name}</a>
}

/** What it belongs to, takes back, was taken back by, and was recorded with. */
function Links({ entry }: { entry: Entry }) {
  const { say, viewer } = usePage()
  const { entries } = say
  const documents = documentsOf(entry).filter(({ path }) => viewer?.mayOpen(path))
  const { reversesId, reversedById, reversedOn, sign, together } = entry
  return (
    <>
      {documents.length > 0 && (
        <p class="row">
          {entries.belongsTo}
          {documents.map(({ name, id, path }) => (
            <a href={path}>{entries.documents[name]({ id })}</a>
          ))}
        </p>
      )}
      {reversesId !== null && (
        <p>
          <a href={`/entries/${reversesId}`}>
            {entries[sign === -1 ? 'reverses' : 'restores']({ id: reversesId })}
          </a>
        </p>
      )}
      {reversedById !== null && reversedOn !== null && (
        <p>
          <a href={`/entries/${reversedById}`}>
            {entries.reversedBy({ id: reversedById, day: reversedOn })}
          </a>
        </p>
      )}
      {together.length > 0 && (
        <p class="row">
          {entries.together}
          {together.map((other) => (
            <a href={`/entries/${other.id}`}>{entries.heading(other)}</a>
          ))}
          <small>{entries.togetherHint}</small>
        </p>
      )}
    </>
  )
}

function documentsOf({ donationId, orderId, shiftId, visitId, stocktakeId }: Entry) {
  const all = [
    { name: 'donation', folder: 'donations', id: donationId },
    { name: 'order', folder: 'orders', id: orderId },
    { name: 'shift', folder: 'shifts', id: shiftId },
    { name: 'visit', folder: 'visits', id: visitId },
    { name: 'stocktake', folder: 'stocktakes', id: stocktakeId },
  ] as const
  return all.flatMap(({ name, folder, id }) =>
    id === null ? [] : [{ name, id, path: `/${folder}/${id}` }],
  )
}

function TakeBack({ entry }: { entry: Entry }) {
  const { entries } = useSay()
  return (
    <div class="actions">
      <PostButton action={`/entries/${entry.id}/reversal`}>
        {entry.sign === -1 ? entries.putBack : entries.takeBack}
      </PostButton>
      <small>{entries.takeBackHint}</small>
    </div>
  )
}
