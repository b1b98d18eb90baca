// How much, month by month: bars from zero, each named, and the same as a table.
import { scaleLinear } from 'd3-scale'
import { useSay } from './page.tsx'

export type Bar = {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly quantity: number
}

type MonthBarsProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** Month by month, oldest first, without gaps. */
  bars: readonly Bar[]
  /** Writes a quantity with its unit, for the words and the table. */
  write: (quantity: number) => string
  /** The month that is not over: drawn pale, named "so far". */
  runningMonth?: string
}

const plot = { top: 18, height: 120 }
const height = 158

export function MonthBars({ id, title, bars, write, runningMonth }: MonthBarsProps) {
  const say = useSay()
  const name = (month: string) =>
    month === runningMonth ? `${say.month(month)} (${say.charts.soFar})` : say.month(month)
  const words = bars.map(({ month, quantity }) => ({ name: name(month), value: write(quantity) }))
  return (
    <figure class="picture">
      <svg
        class="chart"
        height={height}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-story`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-story`}>{say.charts.bars({ title, bars: words })}</desc>
        <Bars bars={bars} runningMonth={runningMonth} />
        <line
          class="axis"
          x1="0"
          x2="100%"
          y1={plot.top + plot.height}
          y2={plot.top + plot.height}
        />
      </svg>
      <details>
        <summary>{say.common.chartTable}</summary>
        <table class="data" role="table">
          <caption class="hidden">{title}</caption>
          <tbody>
            {words.map(({ name, value }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="n">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Bars({ bars, runningMonth }: { bars: readonly Bar[]; runningMonth: string | undefined }) {
  const say = useSay()
  const most = Math.max(1, ...bars.map(({ quantity }) => quantity))
  const length = scaleLinear([0, most], [0, plot.height])
  const each = 100 / Math.max(1, bars.length)
  // On a phone there is room for every third figure, and always for the largest.
  const isMinor = (index: number, quantity: number) =>
    quantity !== most && (bars.length - 1 - index) % 3 !== 0
  return (
    <>
      {bars.map(({ month, quantity }, index) => {
        const tall = Math.round(length(Math.max(0, quantity)))
        const middle = `${(each * (index + 0.5)).toFixed(2)}%`
        const kind = isMinor(index, quantity) ? 'mid minor' : 'mid'
        return (
          <>
            <rect
              class={month === runningMonth ? 'bar part' : 'bar'}
              x={`${(each * (index + 0.15)).toFixed(2)}%`}
              width={`${(each * 0.7).toFixed(2)}%`}
              y={plot.top + plot.height - tall}
              height={tall}
            />
            {quantity !== 0 && (
              <text class={kind} x={middle} y={plot.top + plot.height - tall - 5}>
                {say.number(quantity)}
              </text>
            )}
            <text
              class={(bars.length - 1 - index) % 3 === 0 ? 'mid' : 'mid minor'}
              x={middle}
              y={height - 2}
            >
              {say.monthWord(month)}
            </text>
          </>
        )
      })}
    </>
  )
}

/** The bars of a row, without words: the row's cells say the figures. */
export function SmallBars({ quantities, label }: { quantities: readonly number[]; label: string }) {
  const most = Math.max(1, ...quantities)
  const each = 100 / Math.max(1, quantities.length)
  const bars = quantities.map((quantity, index) => {
    const tall = Math.round((95 * Math.max(0, quantity)) / most)
    const x = (each * (index + 0.15)).toFixed(1)
    return tall === 0 ? '' : `M${x} 100v-${tall}h${(each * 0.7).toFixed(1)}v${tall}z`
  })
  return (
    <svg
      class="plot spark bars"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path class="base" d="M0 100H100" />
      <path class="solid" d={bars.join('')} />
    </svg>
  )
}
