// Pictures of stock, drawn here and not in the browser. Text stands at places in percent and never
// scales; only the plot inside stretches. What a picture says is also said in words and as a table.
import type { Day } from '#src/day.ts'
import type { Say, Unit } from '#src/messages/index.ts'
import { ChartFrame, PlotFrame } from './chart-frame.tsx'
import {
  balanceArea,
  balanceLine,
  course,
  type DayBalance,
  type DayGuess,
  type Delivery,
  emptySince,
  fan,
  plotSize,
  type Scales,
  scalesOf,
} from './chart-geometry.ts'
import { Labels, pixels } from './chart-labels.tsx'
import { placesOf } from './chart-places.ts'
import { BalanceTable } from './chart-table.tsx'
import { useSay } from './page.tsx'

export type Forecast = {
  /** From tomorrow on, a guess a day without gaps. */
  readonly days: readonly DayGuess[]
  /** Likely empty; null when not within the days. */
  readonly emptyOn: Day | null
  /** Nine times out of ten it is empty between these; null when not within the days. */
  readonly emptyFrom: Day | null
  readonly emptyUntil: Day | null
}

type BalanceChartProps = {
  /** Unique on the page. */
  id: string
  /** What is drawn: "Usable stock". */
  title: string
  item: Unit
  /** What was there as each day closed, oldest first, without gaps; the last is today. */
  past: readonly DayBalance[]
  /** What of it may be given today, when that is not all of it. */
  usable?: number
  deliveries?: readonly Delivery[]
  forecast?: Forecast | null
  /** The level to order up to. */
  goal?: number | null
  /** Another likely course, from tomorrow on, and what it is called below the picture. */
  compared?: Compared
}

export type Compared = { readonly label: string; readonly days: readonly DayBalance[] }

export function BalanceChart(props: BalanceChartProps) {
  const { id, past, deliveries = [], forecast = null, goal = null, compared } = props
  const say = useSay()
  const today = past.at(-1)
  if (!today) return null
  const [ahead, others] = [forecast?.days ?? [], compared?.days ?? []]
  const scales = scalesOf({ past, forecast: ahead, compared: others, goal })
  const drawn = {
    ...{ scales, past, deliveries, forecast: ahead },
    today: { ...today, words: say.number(today.quantity) },
    goal: goalIn(goal, say),
  }
  const places = placesOf(drawn)
  // What is empty already has no day to be empty on.
  const emptyOn = forecast?.emptyOn === today.day ? null : (forecast?.emptyOn ?? null)
  const to = ahead.at(-1)?.day ?? today.day
  const title = say.charts.title({ title: props.title, from: scales.from, to })
  return (
    <figure class="picture">
      <ChartFrame
        {...{ id, title, story: story(props, places.named, say) }}
        ticks={scales.ticks.map((tick) => ({ y: scales.y(tick), words: say.number(tick) }))}
      >
        <Rules scales={scales} goal={goal} today={today.day} />
        <Plot {...{ scales, past, today, forecast, emptyOn, compared: others }} />
        <Labels {...{ drawn, places, emptyOn }} />
      </ChartFrame>
      <Key sentences={[...outlook(props, say), ...(compared ? [compared.label] : [])]} />
      <BalanceTable {...{ title, past, deliveries, forecast: ahead, compared: others }} />
    </figure>
  )
}

function goalIn(quantity: number | null, { charts }: Say) {
  return quantity === null ? null : { quantity, words: charts.orderUpTo.level({ quantity }) }
}

function Rules({ scales, goal, today }: { scales: Scales; goal: number | null; today: Day }) {
  const across = { x1: '0', x2: '100%' }
  const at = (quantity: number) => {
    const y = pixels(scales.y(quantity))
    return { y1: y, y2: y }
  }
  return (
    <>
      {scales.ticks.map((tick) => (
        <line class="grid" {...across} {...at(tick)} />
      ))}
      <line class="axis" {...across} {...at(0)} />
      {goal !== null && <line class="goal" {...across} x1={scales.percent(today)} {...at(goal)} />}
    </>
  )
}

type PlotProps = {
  scales: Scales
  past: readonly DayBalance[]
  today: DayBalance
  forecast: Forecast | null
  emptyOn: Day | null
  compared: readonly DayBalance[]
}

function Plot({ scales, past, today, forecast, emptyOn, compared }: PlotProps) {
  const { x, y } = scales
  const line = balanceLine(past, scales)
  const ahead = forecast && fan(today, forecast.days, scales)
  return (
    <PlotFrame>
      <path class="area" d={balanceArea(past, scales)} />
      <path class="today" d={`M${x(today.day)} 0V${plotSize}`} />
      {ahead && (
        <>
          <path class="band" d={ahead.most} />
          <path class="band" d={ahead.half} />
          <path class="guess" d={ahead.median} />
        </>
      )}
      {compared.length > 0 && <path class="compared" d={course([today, ...compared], scales)} />}
      <path class="line" d={line} />
      <path class="dot" d={`M${x(today.day)} ${y(today.quantity)}h0`} />
      {emptyOn && <path class="empty" d={`M${x(emptyOn)} ${y(0)}h0`} />}
    </PlotFrame>
  )
}

function Key({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <p class="key">
      {sentences.map((sentence) => (
        <span>{sentence}</span>
      ))}
    </p>
  )
}

function story(props: BalanceChartProps, named: readonly Delivery[], say: Say): string {
  const { item, past, deliveries = [], goal } = props
  const hidden = deliveries.length - named.length
  const [from, to] = [past[0]?.quantity ?? 0, past.at(-1)?.quantity ?? 0]
  return [
    say.charts.story({ item, from, to, deliveries: named, hidden }),
    ...outlook(props, say),
    ...(goal ? [say.charts.goal({ quantity: goal })] : []),
  ].join(' ')
}

type Known = Pick<BalanceChartProps, 'past' | 'usable' | 'forecast'>

/** Since when it is empty or when it will be, in sentences: they are read under the picture and in its description. */
function outlook({ past, usable, forecast }: Known, { charts }: Say): string[] {
  const since = emptySince(past)
  if (since) {
    return [since === past[0]?.day ? charts.emptyAllAlong() : charts.emptySince({ day: since })]
  }
  if (usable === 0) return [charts.noneUsable()]
  const last = forecast?.days.at(-1)?.day
  if (!forecast || !last) return []
  const { emptyOn, emptyFrom, emptyUntil } = forecast
  const isToday = emptyOn === past.at(-1)?.day
  const likely = emptyOn
    ? charts.likelyEmpty({ day: emptyOn, isToday })
    : charts.notEmptyBy({ day: last })
  if (!emptyFrom) return [likely]
  return [
    likely,
    emptyUntil
      ? charts.emptyBetween({ from: emptyFrom, to: emptyUntil })
      : charts.emptyNotBefore({ from: emptyFrom }),
  ]
}
