// The words in a picture of stock, placed in percent of its width so that they never stretch.
import type { Day } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import {
  type DayBalance,
  type Delivery,
  dayTicks,
  plotSize,
  type Scales,
} from './chart-geometry.ts'
import { useSay } from './page.tsx'

// The plot's height and its distance from the top, in pixels; the foot names days.
export const plot = { top: 16, height: 210 }
export const height = 244

/** Pixels from the top, of a place in the plot. */
export function pixels(y: number): number {
  return Math.round((plot.top + (y / plotSize) * plot.height) * 10) / 10
}

type LabelsProps = {
  scales: Scales
  past: readonly DayBalance[]
  today: DayBalance
  /** The deliveries there is room to name. */
  named: readonly Delivery[]
  goal: number | null
  emptyOn: Day | null
}

/** Lines are named where they are: no legend to look up. */
export function Labels({ scales, named, past, today, goal, emptyOn }: LabelsProps) {
  const say = useSay()
  const { percent, y } = scales
  const ends = emptyOn ? [today.day, emptyOn] : [today.day]
  const rise = goal === null ? 0 : pixels(y(today.quantity)) - pixels(y(goal))
  return (
    <>
      {named.map((each) => (
        <DeliveryLabel {...{ scales, past, today }} delivery={each} />
      ))}
      <text
        class="strong"
        x={percent(today.day)}
        dx="8"
        y={pixels(y(today.quantity)) + (rise > 0 && rise < 24 ? 16 : -8)}
      >
        {say.number(today.quantity)}
      </text>
      {goal !== null && (
        <text class="mark end" x="100%" y={pixels(y(goal)) - 6}>
          <tspan class="minor">{say.charts.orderUpTo.word} </tspan>
          {say.charts.orderUpTo.level({ quantity: goal })}
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

// The plot on the narrowest phone and on a small desk, and a letter at the foot, in pixels.
const phone = 250
const desk = 640
const letter = 7

type Room = { say: Say; on: number }

/** True when "Today" and the day that it is empty fit side by side; the words below name it anyway. */
function hasRoom({ x }: Scales, [today, emptyOn]: readonly [Day, Day], { say, on }: Room): boolean {
  const gap = ((x(emptyOn) - x(today)) / plotSize) * on
  return gap > ((say.common.today.length + say.shortDay(emptyOn).length) / 2) * letter
}

function DeliveryLabel({
  scales,
  past,
  today,
  delivery,
}: {
  scales: Scales
  past: readonly DayBalance[]
  today: DayBalance
  delivery: Delivery
}) {
  const say = useSay()
  const { x, y, percent } = scales
  const closing = past.find(({ day }) => day === delivery.day)?.quantity ?? 0
  const nearToday = x(today.day) - x(delivery.day) < 0.18 * plotSize
  return (
    <text
      class={nearToday ? 'end' : undefined}
      x={percent(delivery.day)}
      dx={nearToday ? -4 : 4}
      y={Math.max(12, pixels(y(closing)) - 6)}
    >
      +{say.number(delivery.quantity)}
    </text>
  )
}
