import type { Alert } from '#src/alerts/queries.ts'
import type { StockLevel } from '#src/planning/item-advice.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Board } from './board.tsx'

type AlertsProps = {
  alerts: readonly Alert[]
  levels: readonly StockLevel[]
  /** The level that is shown; null for all. */
  level: StockLevel | null
}

export function Alerts({ alerts, levels, level }: AlertsProps) {
  const { reorder, expiry, common } = useSay()
  const shown = alerts.filter((each) => level === null || each.level === level)
  const actions = (
    <>
      <a class="button quiet minor" href="/alerts.csv" hx-boost="false">
        {common.spreadsheet}
      </a>
      <a class="button" href="/alerts/expiry">
        {expiry.link({ count: lotsAtRisk(alerts) })}
      </a>
      <a class="button" href="/orders">
        {reorder.underWay}
      </a>
    </>
  )
  return (
    <Layout title={reorder.title} section="reorder">
      <Head title={reorder.title} lead={<Lead alerts={alerts} />} actions={actions} />
      {alerts.length === 0 ? (
        <Empty icon="reorder" title={reorder.empty} hint={reorder.emptyHint}>
          <a class="button primary" href="/catalogue">
            {reorder.catalogue}
          </a>
        </Empty>
      ) : (
        <>
          <Levels {...{ alerts, levels, level }} />
          {shown.length === 0 ? <p>{reorder.noneAtLevel}</p> : <Board alerts={shown} />}
        </>
      )}
    </Layout>
  )
}

function lotsAtRisk(alerts: readonly Alert[]): number {
  return alerts.reduce((sum, { counted }) => sum + (counted?.expiring.length ?? 0), 0)
}

/** By when the most pressing order has to go. */
function Lead({ alerts }: Pick<AlertsProps, 'alerts'>) {
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

/** Counts that filter the list; the one that is shown leads back to all. */
function Levels({ alerts, levels, level }: AlertsProps) {
  const say = useSay()
  return (
    <ul class="levels" role="list" aria-label={say.reorder.levelsLabel}>
      {levels.map((each) => {
        const isShown = each === level
        return (
          <li class={each}>
            <a
              href={isShown ? '/alerts' : `/alerts?level=${each}`}
              aria-current={isShown ? 'true' : undefined}
              title={isShown ? say.reorder.everyLevel : undefined}
            >
              <b>{say.number(alerts.filter((alert) => alert.level === each).length)}</b>{' '}
              {say.reorder.levels[each]}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
