// Recovered for each hundred given out, month by month: a dot where it most likely is, a band for how sure
// that is. The table below says the same in figures.
import { ChartFrame, PlotFrame } from '../../shared/chart-frame.tsx'
import { plotSize } from '../../shared/chart-geometry.ts'
import { height, pixels } from '../../shared/chart-labels.tsx'
import { useSay } from '../../shared/page.tsx'
import type { RatioRow } from './index.tsx'

export function RatioChart({ rows }: { rows: readonly RatioRow[] }) {
  const say = useSay()
  const { ratio } = say.sharps
  const known = rows.filter((row) => row.ratio !== null)
  const top = topOf(Math.max(...known.map((row) => row.ratio?.high ?? 0)))
  const ticks = [0, top / 2, top]
  const y = (part: number) => plotSize - (part / top) * plotSize
  return (
    <figure class="picture">
      <ChartFrame
        {...{ id: 'ratio', title: ratio.drawn, story: ratio.story({ rows: known }) }}
        ticks={ticks.map((tick) => ({ y: y(tick), words: say.percent(tick) }))}
      >
        {ticks.map((tick) => (
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            {...{ x1: '0', x2: '100%', y1: pixels(y(tick)), y2: pixels(y(tick)) }}
          />
        ))}
        <Plot rows={rows} y={y} />
        <Months rows={rows} />
      </ChartFrame>
      <p class="key">{ratio.key}</p>
    </figure>
  )
}

/** The next of a few round heights, so that pictures of two years compare. */
function topOf(highest: number): number {
  return [0.5, 1, 2, 4, 10].find((top) => highest <= top) ?? Math.ceil(highest / 10) * 10
}

const months = 12
const middleOf = (index: number) => ((index + 0.5) / months) * plotSize
const halfBand = 22

function Plot({ rows, y }: { rows: readonly RatioRow[]; y: (part: number) => number }) {
  const drawn = rows.flatMap(({ ratio, isPartial }, index) =>
    ratio ? [{ ...ratio, isPartial, x: middleOf(index) }] : [],
  )
  const round = (value: number) => Math.round(value * 10) / 10
  return (
    <PlotFrame>
      {drawn.map(({ x, low, high }) => (
        <path
          class="band"
          d={`M${round(x - halfBand)} ${round(y(low))}H${round(x + halfBand)}V${round(y(high))}H${round(x - halfBand)}z`}
        />
      ))}
      {drawn.map(({ x, likely, isPartial }) => (
        <path
          class={isPartial ? 'guess' : 'line'}
          d={`M${round(x - halfBand)} ${round(y(likely))}h${2 * halfBand}`}
        />
      ))}
    </PlotFrame>
  )
}

/** Every other one on a phone. */
function Months({ rows }: { rows: readonly RatioRow[] }) {
  const say = useSay()
  return (
    <>
      {rows.map(({ month }, index) => (
        <text
          class={index % 2 === 1 ? 'mid minor' : 'mid'}
          x={`${middleOf(index) / 10}%`}
          y={height - 4}
        >
          {say.monthWord(month)}
        </text>
      ))}
    </>
  )
}
