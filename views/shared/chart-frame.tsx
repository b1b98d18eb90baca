// What every picture stands in: the figures beside it, what it is called and says, the plot that stretches.
import type { Child } from 'hono/jsx'
import { plotSize } from './chart-geometry.ts'
import { height, pixels } from './chart-labels.tsx'
import { plot } from './chart-places.ts'

type ChartFrameProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** What it shows, in sentences. */
  story: string
  /** Places in the plot, and what stands beside them. */
  ticks: readonly { readonly y: number; readonly words: string }[]
  children: Child
}

export function ChartFrame({ id, title, story, ticks, children }: ChartFrameProps) {
  return (
    <div class="frame">
      <svg class="chart" height={height} aria-hidden="true">
        {ticks.map(({ y, words }) => (
          <text class="end" x="100%" y={pixels(y) + 4}>
            {words}
          </text>
        ))}
      </svg>
      <svg
        class="chart"
        height={height}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-story`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-story`}>{story}</desc>
        {children}
      </svg>
    </div>
  )
}

/** The only part that stretches: lines, and no text. */
export function PlotFrame({ children }: { children: Child }) {
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
      {children}
    </svg>
  )
}
