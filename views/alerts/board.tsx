// The board itself: a row an item, drawn lean, because it is the first page of the day.
import type { Alert } from '#src/alerts/queries.ts'
import type { Reason } from '#src/alerts/reason.ts'
import type { Day } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import { drawn } from '../shared/drawn.tsx'
import { lastsIn } from '../shared/lasts.tsx'
import { limitsIn } from '../shared/order-limits.ts'
import { usePage } from '../shared/page.tsx'
import { Sparkline } from '../shared/sparkline.tsx'
import { LevelPill } from './level-pill.tsx'

type BoardProps = { alerts: readonly Alert[] }

/** Ticked rows become the lines of a draft. */
export function Board({ alerts }: BoardProps) {
  const { say, today } = usePage()
  const { reorder } = say
  const canOrder = alerts.some(({ counted }) => counted && counted.order.units > 0)
  return (
    <form method="get" action="/orders/new" class="ticks">
      <div class="sheet">
        <table class="data cards" role="table">
          <caption class="hidden">{reorder.caption}</caption>
          <BoardHead />
          <tbody role="rowgroup">
            {alerts.map((alert) => drawn(alert, say, () => row(alert, { say, today })))}
          </tbody>
        </table>
      </div>
      {canOrder && (
        <div class="sticky dock">
          <p>
            <b class="ticked">{reorder.ticked}</b>
          </p>
          <button class="primary" type="submit">
            {reorder.draft}
          </button>
        </div>
      )}
    </form>
  )
}

function BoardHead() {
  const { reorder } = usePage().say
  const heads = [
    [<span class="hidden">{reorder.tick}</span>],
    ...[[reorder.itemAndWhy], [reorder.lasts], [reorder.spark]],
    ...[[reorder.usable, 'n'], [reorder.order], [reorder.level]],
  ] as const
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map(([head, kind]) => (
          <th role="columnheader" scope="col" class={kind}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type Around = { say: Say; today: Day }

function row(alert: Alert, { say, today }: Around) {
  const { item, level, reason, counted, snooze } = alert
  const { reorder } = say
  return (
    <tr role="row">
      <td role="cell" class="tick">
        {counted && counted.order.units > 0 && (
          <input
            {...{ type: 'checkbox', name: 'item', value: item.id, checked: isTicked(alert) }}
            aria-label={reorder.orderItem({ item })}
          />
        )}
      </td>
      <th role="rowheader" scope="row">
        <a href={`/items/${item.id}`}>{say.name(item)}</a>
        <small>{reasonIn(say, reason)}</small>
        {snooze && <small>{snoozeIn(say, snooze)}</small>}
      </th>
      <td role="cell" class="half" data-label={reorder.lasts}>
        {counted ? lastsIn(say, counted) : <span class="muted">{reorder.notCounted}</span>}
        {counted?.runsOut && <small>{reorder.runsOut({ ...counted.runsOut, today })}</small>}
      </td>
      <td role="cell" class="half">
        {counted && <Sparkline {...counted.spark} />}
      </td>
      <td role="cell" class="n" data-label={reorder.usable}>
        {counted ? usableIn(say, counted) : '–'}
      </td>
      <td role="cell" class="two" data-label={reorder.order}>
        {orderIn(alert, { say, today })}
      </td>
      <td role="cell" class="full lead">
        <LevelPill level={level} /> {snoozeLink(alert, say)}
      </td>
    </tr>
  )
}

/** What is to be ordered now is ticked, unless somebody has put it aside. */
function isTicked({ level, snooze }: Alert): boolean {
  return level === 'now' && (snooze === null || snooze.worse !== null)
}

const calm = ['coming', 'enough']

/** What asks for nothing need not be put aside. */
function snoozeLink({ item, level, snooze }: Alert, { reorder }: Say) {
  if (!snooze && calm.includes(level)) return null
  const words = reorder.snooze
  return (
    <small class="unprinted">
      <a
        href={`/alerts/${item.id}/snooze`}
        aria-label={snooze ? words.changeOf({ item }) : words.linkOf({ item })}
      >
        {snooze ? words.change : words.link}
      </a>
    </small>
  )
}

function snoozeIn({ reorder }: Say, snooze: NonNullable<Alert['snooze']>) {
  const { until, because } = reorder.snooze
  return (
    <>
      {until(snooze)} {snooze.worse && <b>{because[snooze.worse]}</b>}
    </>
  )
}

function usableIn(say: Say, { usable, inKits }: NonNullable<Alert['counted']>) {
  return (
    <>
      {say.number(usable)}
      {inKits > 0 && <small>{say.reorder.inKits({ units: inKits })}</small>}
    </>
  )
}

function orderIn({ item, level, counted }: Alert, { say, today }: Around) {
  const { reorder } = say
  if (!counted || level === 'few') return <span class="muted">–</span>
  const { units, packs, pack } = counted.order
  const limits = limitsIn(say, {
    ...counted.order,
    order: { ...counted.order, isRoundedUp: false, aboveLastYear: null },
  })
  if (level === 'now' && !counted.hasForecast && units === 0) {
    return <a href={`/orders/new?item=${item.id}`}>{reorder.sayHowMany}</a>
  }
  if (units === 0 && limits.length === 0) {
    return (
      <span class="muted">{level === 'coming' ? reorder.nothingMore : reorder.nothingYet}</span>
    )
  }
  return (
    <>
      <b>{say.number(units)}</b> {pack && <small>{reorder.packs({ packs, pack })}</small>}
      {limits.map((sentence) => (
        <small>{sentence}</small>
      ))}
      <ByWhen {...{ level, counted, say, today }} />
      {counted.order.aboveLastYear && <small>{reorder.aboveLastYear}</small>}
    </>
  )
}

type ByWhenProps = Pick<Alert, 'level'> & Around & { counted: NonNullable<Alert['counted']> }

/** Only what is pressing has a day. */
function ByWhen({ level, counted: { orderBy: day, deadline }, say, today }: ByWhenProps) {
  if (day === null || !(level === 'now' || level === 'soon')) return null
  const isToday = day === today
  const words = say.reorder.card.by({ day, deadline, isToday })
  return <small>{isToday ? <b>{words}</b> : words}</small>
}

/** The reason as a sentence. */
export function reasonIn(say: Say, reason: Reason): string {
  const write = say.reorder.why[reason.kind] as (reason: Reason) => string
  return write(reason)
}
