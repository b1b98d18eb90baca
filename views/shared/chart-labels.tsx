// The words in a picture of stock, placed in percent of its width so that they never stretch.
import type { Day } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import { type DayBalance, dayTicks, plotSize, type Scales } from './chart-geometry.ts'
import {
  type Drawn,
  desk,
  gap,
  type NamedDelivery,
  type Places,
  phone,
  plot,
  type Spot,
} from './chart-places.ts'
import { useSay } from './page.tsx'

/** The foot names days. */
export const height = 244

/** Pixels from the top, of a place in the plot. */
export function pixels(y: number): number {
  return Math.round((plot.top + (y / plotSize) * plot.height) * 10) / 10
}

type LabelsProps = { drawn: Drawn; places: Places; emptyOn: Day | null }

/** Lines are named where they are: no legend to look up. */
export function Labels({ drawn, places, emptyOn }: LabelsProps) {
  const say = useSay()
  const { scales, past, today, goal } = drawn
  const { percent } = scales
  const ends = emptyOn ? [today.day, emptyOn] : [today.day]
  return (
    <>
      {places.named.map((each) => (
        <DeliveryLabel {...{ scales, past }} delivery={each} />
      ))}
      <text class="strong" {...at(today, places.today, scales)}>
        {today.words}
      </text>
      {goal && (
        <text class="mark end" x="100%" y={pixels(scales.y(goal.quantity)) + places.goal.drop}>
          <tspan class="minor">{say.charts.orderUpTo.word} </tspan>
          {goal.words}
        </text>
      )}
      {dayTicks(scales, ends).map(({ day, isMinor }) => (
        <text class={isMinor ? 'mid minor' : 'mid'} x={percent(day)} y={height}>
          {say.shortDay(day)}
        </text>
      ))}
      <text class="mid strong" x={percent(today.day)} y={height}>
        {say.common.today}
      </text>
      {emptyOn && hasRoom(scales, [today.day, emptyOn], { say, on: desk }) && (
        <text
          class={`mid strong${hasRoom(scales, [today.day, emptyOn], { say, on: phone }) ? '' : ' minor'}`}
          x={percent(emptyOn)}
          y={height}
        >
          {say.shortDay(emptyOn)}
        </text>
      )}
    </>
  )
}

// A letter at the foot, in pixels.
const letter = 7

type Room = { say: Say; on: number }

/** True when "Today" and the day that it is empty fit side by side; the words below name it anyway. */
function hasRoom({ x }: Scales, [today, emptyOn]: readonly [Day, Day], { say, on }: Room): boolean {
  const gap = ((x(emptyOn) - x(today)) / plotSize) * on
  return gap > ((say.common.today.length + say.shortDay(emptyOn).length) / 2) * letter
}

type DeliveryProps = { scales: Scales; past: readonly DayBalance[]; delivery: NamedDelivery }

function DeliveryLabel({ scales, past, delivery }: DeliveryProps) {
  const say = useSay()
  const { day, quantity, spot, isMinor } = delivery
  const closing = past.find((each) => each.day === day)?.quantity ?? 0
  return (
    <text class={isMinor ? 'minor' : undefined} {...at({ day, quantity: closing }, spot, scales)}>
      +{say.number(quantity)}
    </text>
  )
}

function at({ day, quantity }: DayBalance, { anchor, drop }: Spot, { percent, y }: Scales) {
  return {
    ...{ x: percent(day), dx: anchor === 'start' ? gap : -gap },
    ...{ y: pixels(y(quantity)) + drop, 'text-anchor': anchor },
  }
}
