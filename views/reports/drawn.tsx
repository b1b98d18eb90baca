// A figure month by month, as bars from zero; a month that is not over is an outline.

import type { ReportRow } from '#src/reports/summary.ts'
import { plotSize } from '../shared/chart-geometry.ts'
import { height, pixels } from '../shared/chart-labels.tsx'
import { plot } from '../shared/chart-places.ts'
import { usePage } from '../shared/page.tsx'
import { lineName } from './names.ts'

type DrawnProps = { row: ReportRow; months: readonly string[]; id: string }

export function Drawn({ row, months, id }: DrawnProps) {
  const { say, today } = usePage()
  const counts = months.map((_, index) => row.months?.[index] ?? 0)
  const most = Math.max(1, ...counts)
  const name = lineName(row.about, say)
  const drawn = months.map((month, index) => ({ month, count: counts[index] ?? 0 }))
  const middle = (index: number) => `${((index + 0.5) * 100) / months.length}%`
  return (
    <figure class="picture">
      <figcaption>{say.reports.drawn({ name })}</figcaption>
      <svg
        class="chart"
        height={height}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-story`}
      >
        <title id={`${id}-title`}>{say.reports.drawn({ name })}</title>
        <desc id={`${id}-story`}>{say.reports.story({ months: drawn })}</desc>
        <Bars counts={counts} most={most} isOpen={months.at(-1) === today.slice(0, 7)} />
        {drawn.map(({ month, count }, index) => (
          <>
            <text
              class="mid strong minor"
              x={middle(index)}
              y={pixels(plotSize - (count / most) * plotSize) - 4}
            >
              {say.number(count)}
            </text>
            <text class={index % 2 === 1 ? 'mid minor' : 'mid'} x={middle(index)} y={height - 4}>
              {say.monthWord(month)}
            </text>
          </>
        ))}
      </svg>
    </figure>
  )
}

type BarsProps = { counts: readonly number[]; most: number; isOpen: boolean }

function Bars({ counts, most, isOpen }: BarsProps) {
  const wide = plotSize / Math.max(1, counts.length)
  const bar = (count: number, index: number) => {
    const top = Math.round(plotSize - (Math.max(0, count) / most) * plotSize)
    return `M${Math.round((index + 0.15) * wide)} ${plotSize}V${top}h${Math.round(0.7 * wide)}V${plotSize}z`
  }
  const bars = counts.map(bar)
  const last = counts.length - 1
  return (
    <svg
      class="plot"
      aria-hidden="true"
      x="0"
      y={plot.top}
      width="100%"
      height={plot.height}
      viewBox={`0 0 ${plotSize} ${plotSize}`}
      preserveAspectRatio="none"
    >
      <path class="solid" d={bars.slice(0, isOpen ? last : undefined).join('')} />
      {isOpen && <path class="left" d={bars[last] ?? ''} />}
      <path class="base" d={`M0 ${plotSize}H${plotSize}`} />
    </svg>
  )
}
