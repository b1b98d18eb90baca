import type { BoardFilter } from '#src/alerts/form.ts'
import type { Alert } from '#src/alerts/queries.ts'
import type { BagAway } from '#src/ledger/bags-away.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { BagsAway } from '../shared/bags-away.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Board } from './board.tsx'
import { boardPath, type Choices, Filters, Levels, Only } from './filters.tsx'

type AlertsProps = {
  all: readonly Alert[]
  /** Of the category and the service that are shown, those on the board. */
  awake: readonly Alert[]
  /** Those that were put aside. */
  asleep: readonly Alert[]
  /** What is listed: of the level that is shown. */
  shown: readonly Alert[]
  filter: BoardFilter
  choices: Choices
  away: readonly BagAway[]
  /** Entries from phones that wait for a coordinator. */
  held: number
}

export function Alerts(props: AlertsProps) {
  const { all, awake, asleep, shown, filter, choices, away, held } = props
  const { say, today, programme } = usePage()
  const { reorder } = say
  return (
    <Layout title={reorder.title} section="reorder">
      <Head
        title={reorder.title}
        lead={<Lead alerts={awake} />}
        actions={<Ways {...{ all, filter }} />}
      />
      <p class="printed">{reorder.asOf({ day: today, programme: programme.programmeName })}</p>
      {all.length === 0 ? (
        <Empty icon="reorder" title={reorder.empty} hint={reorder.emptyHint}>
          <a class="button primary" href="/catalogue">
            {reorder.catalogue}
          </a>
        </Empty>
      ) : (
        <>
          <Levels {...{ awake, asleep, levels: choices.levels, filter }} />
          <Filters {...{ filter, choices }} />
          <Only filter={filter} />
          {shown.length === 0 ? <Nothing /> : <Board alerts={shown} />}
          {filter.level === null && <Aside {...{ asleep, filter }} />}
        </>
      )}
      <BagsAway bags={away} />
      <Held count={held} />
    </Layout>
  )
}

/** The same elsewhere: as a spreadsheet, by what expires, by what is under way. */
function Ways({ all, filter }: Pick<AlertsProps, 'all' | 'filter'>) {
  const { reorder, expiry, common } = useSay()
  return (
    <>
      <a class="button quiet minor" href={boardPath('/alerts.csv', filter)} hx-boost="false">
        {common.spreadsheet}
      </a>
      <a class="button" href="/alerts/expiry">
        {expiry.link({ count: lotsAtRisk(all) })}
      </a>
      <a class="button" href="/orders">
        {reorder.underWay}
      </a>
    </>
  )
}

function Held({ count }: { count: number }) {
  const { say, viewer } = usePage()
  if (count === 0 || !viewer?.mayOpen('/held')) return null
  return (
    <p>
      <a class="button" href="/held">
        {say.phones.heldCount({ count })}
      </a>
    </p>
  )
}

function lotsAtRisk(alerts: readonly Alert[]): number {
  return alerts.reduce((sum, { counted }) => sum + (counted?.expiring.length ?? 0), 0)
}

/** By when the most pressing order has to go. */
function Lead({ alerts }: { alerts: readonly Alert[] }) {
  const { say, today } = usePage()
  const { reorder } = say
  const pressing = alerts
    .filter(({ level }) => level === 'now' || level === 'soon')
    .flatMap(({ counted }) => (counted ? [counted] : []))
  const [first] = pressing
    .flatMap(({ orderBy: day, deadline }) => (day ? [{ day, deadline }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <>
      {first ? reorder.deadline({ ...first, isToday: first.day === today }) : reorder.noDeadline}{' '}
      <Missed pressing={pressing} />
      {reorder.daysAreOpen}
    </>
  )
}

/** A deadline of today that has passed, of a supplier from which something is pressing. */
function Missed({ pressing }: { pressing: readonly NonNullable<Alert['counted']>[] }) {
  const { reorder } = useSay()
  const bySupplier = new Map(
    pressing.flatMap(({ supplier, missed }) =>
      supplier && missed ? [[supplier.id, { supplier, ...missed }]] : [],
    ),
  )
  return <>{[...bySupplier.values()].map((each) => `${reorder.missed(each)} `)}</>
}

/** What is not listed above, by name: on paper too. */
function Aside({ asleep, filter }: Pick<AlertsProps, 'asleep' | 'filter'>) {
  const { snooze: words } = useSay().reorder
  if (asleep.length === 0) return null
  const names = asleep.flatMap(({ item, snooze }) =>
    snooze ? [words.named({ item, untilOn: snooze.untilOn })] : [],
  )
  return (
    <p class="muted">
      <a href={boardPath('/alerts', { ...filter, level: 'snoozed' })}>
        {words.aside({ count: asleep.length })}
      </a>
      {` · ${names.join(' · ')}`}
    </p>
  )
}

function Nothing() {
  const { reorder, stock } = useSay()
  return (
    <Empty icon="search" title={reorder.nothingMatches} hint={stock.noneHint}>
      <a class="button" href="/alerts">
        {reorder.everything}
      </a>
    </Empty>
  )
}
