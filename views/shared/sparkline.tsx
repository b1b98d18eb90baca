import { useSay } from './page.tsx'
import { type SparkGuess, sparkOf } from './spark-geometry.ts'

/**
 * The stock of a row over 30 open days back and 20 ahead, on the same axis in every row. `past` holds
 * what was there as each open day closed, today's last; `ahead` what is likely from the next one on.
 */
export function Sparkline({
  past,
  ahead = [],
}: {
  past: readonly number[]
  ahead?: readonly SparkGuess[]
}) {
  const say = useSay()
  const spark = sparkOf(past, ahead)
  const label = say.charts.spark({
    days: past.length - 1,
    left: past.at(-1) ?? 0,
    emptyIn: spark.emptyIn,
    ahead: ahead.length,
  })
  return (
    <svg
      class="plot spark"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path class="base" d="M0 100H100" />
      <path class="today" d="M60 0V100" />
      <path class="area" d={spark.area} />
      {spark.band && <path class="band" d={spark.band} />}
      {spark.guess && <path class="guess" d={spark.guess} />}
      {spark.emptyX !== null && <path class="empty" d={`M${spark.emptyX} 100h0`} />}
      <path class="line" d={spark.line} />
      <path class="dot" d={`M60 ${spark.todayY}h0`} />
    </svg>
  )
}
