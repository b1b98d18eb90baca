// A figure month by month, as bars from zero; a month that is not over is an outline.
import type { ReportRow } from '#src/reports/summary.ts'
import { ChartFrame, PlotFrame } from '../shared/chart-frame.tsx'
import { plotSize } from '../shared/chart-geometry.ts'
import { height, pixels } from '../shared/chart-labels.tsx'
import { usePage } from '../shared/page.tsx'
import { lineName } from './names.ts'
import { isOpen } from './spreadsheet.ts'

type DrawnProps = { row: ReportRow; months: readonly string[]; id: string }

export function Drawn({ row, months, id }: DrawnProps) {
  const { say, today } = usePage()
  const drawn = months.map((month, index) => ({ month, count: row.months?.[index] ?? 0 }))
  const counts = drawn.map(({ count }) => count)
  const most = Math.max(1, ...counts)
  // More figures than so many would stand on each other; the table below has them.
  const isLong = months.length > 6
  const title = say.reports.drawn({ name: lineName(row.about, say) })
  const middle = (index: number) => `${((index + 0.5) * 100) / months.length}%`
  const top = (count: number) => plotSize - (Math.max(0, count) / most) * plotSize
  const ticks = [0, most].map((count) => ({ y: top(count), words: say.number(count) }))
  return (
    <figure class="picture">
      <figcaption>{title}</figcaption>
      <ChartFrame {...{ id, title, ticks }} story={say.reports.story({ months: drawn })}>
        <Bars tops={counts.map(top)} isPartial={isOpen(months.at(-1) ?? '', today)} />
        {!isLong &&
          drawn.map(({ count }, index) => (
            <text class="mid strong" x={middle(index)} y={pixels(top(count)) - 4}>
              {say.number(count)}
            </text>
          ))}
        {drawn.map(({ month }, index) => (
          <text
            class={isLong && index % 2 === 1 ? 'mid minor' : 'mid'}
            x={middle(index)}
            y={height - 4}
          >
            {say.monthWord(month)}
          </text>
        ))}
      </ChartFrame>
    </figure>
  )
}

/** `tops` in the plot's own units; where the last month is partial, its bar is an outline. */
function Bars({ tops, isPartial }: { tops: readonly number[]; isPartial: boolean }) {
  const wide = plotSize / Math.max(1, tops.length)
  const bars = tops.map((top, index) => {
    const left = Math.round((index + 0.15) * wide)
    return `M${left} ${plotSize}V${Math.round(top)}h${Math.round(0.7 * wide)}V${plotSize}z`
  })
  const whole = isPartial ? bars.slice(0, -1) : bars
  return (
    <PlotFrame>
      <path class="solid" d={whole.join('')} />
      {isPartial && <path class="left" d={bars.at(-1)} />}
      <path class="base" d={`M0 ${plotSize}H${plotSize}`} />
    </PlotFrame>
  )
}
