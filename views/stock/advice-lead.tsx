import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { usePage, useSay } from '../shared/page.tsx'

/** "About 9 open days left (7–12). Order 700 = 7 boxes × 100 by Tuesday 24 November." */
export function AdviceLead({ reorder: { advice, facts } }: { reorder: ReorderOfItem }) {
  const { say, today } = usePage()
  const { reorder } = say
  const { lasts, order, orderBy } = advice
  const pack = facts.supply.packs.find(({ size }) => size === advice.packSize)
  return (
    <>
      {facts.usable === 0 ? (
        <b>{say.stock.noneLeft}</b>
      ) : lasts.median === null ? (
        <b>{reorder.why.overAYear()}</b>
      ) : (
        <>
          <b>{reorder.card.left({ days: lasts.median })}</b>
          {lasts.low !== lasts.high && ` ${reorder.between(lasts)}`}.
        </>
      )}{' '}
      {order.units > 0 && (
        <>
          {reorder.card.order}{' '}
          <b>
            {say.number(order.units)} {pack && reorder.packs({ packs: order.packs, pack })}
          </b>
          {orderBy && ` ${reorder.card.by({ day: orderBy, isToday: orderBy === today })}`}.
        </>
      )}
    </>
  )
}

/** The item's level on the reorder board, in a word. */
export function LevelPill({ reorder: { advice } }: { reorder: ReorderOfItem }) {
  const { reorder } = useSay()
  return <span class={`pill ${advice.level}`}>{reorder.levels[advice.level]}</span>
}
