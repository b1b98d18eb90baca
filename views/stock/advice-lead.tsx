import type { Card } from '#src/stock/item-card.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { usePage, useSay } from '../shared/page.tsx'

type LeadProps = {
  card: Card
  /** Null for those who do not order. */
  advice: ReorderOfItem | null
}

/** "About 9 open days left (7–12). Order 700 = 7 boxes × 100 by Tuesday 24 November." */
export function Lead({ card, advice }: LeadProps) {
  return (
    <>
      <Lasts card={card} /> {advice && <Order reorder={advice} />}
    </>
  )
}

/** What the reorder board says, as a sentence. */
function Lasts({ card: { item, usable, lasting } }: { card: Card }) {
  const { stock, reorder } = useSay()
  if (usable <= 0) return <b>{stock.noneLeft}</b>
  if (!lasting?.hasForecast) {
    return (
      <>
        <b>{stock.usableNow({ quantity: usable, item })}.</b> {stock.noForecast}
      </>
    )
  }
  const { median, low, high } = lasting.lasts
  if (median === null) return <b>{reorder.why.overAYear()}</b>
  return (
    <>
      <b>{reorder.card.left({ days: median })}</b>
      {low !== high && ` ${reorder.between({ low, high })}`}.
    </>
  )
}

function Order({ reorder: { advice, facts } }: { reorder: ReorderOfItem }) {
  const { say, today } = usePage()
  const { reorder } = say
  const { order, orderBy, orderByDeadline: deadline } = advice
  if (order.units === 0) return null
  const pack = facts.supply.packs.find(({ size }) => size === advice.packSize)
  return (
    <>
      {reorder.card.order}{' '}
      <b>
        {say.number(order.units)} {pack && reorder.packs({ packs: order.packs, pack })}
      </b>
      {orderBy && ` ${reorder.card.by({ day: orderBy, deadline, isToday: orderBy === today })}`}.
    </>
  )
}
