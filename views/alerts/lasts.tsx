import type { Say } from '#src/messages/index.ts'

type Lasting = {
  readonly usable: number
  readonly hasForecast: boolean
  readonly lasts: {
    readonly median: number | null
    readonly low: number | null
    readonly high: number | null
  }
}

/** "about 9 days (7–12)" */
export function lastsIn({ reorder }: Say, { usable, hasForecast, lasts }: Lasting) {
  const { median, low, high } = lasts
  if (usable === 0) return <b>{reorder.noneLeft}</b>
  if (!hasForecast) return <span class="muted">–</span>
  if (median === null) return <b>{reorder.overAYear}</b>
  return (
    <>
      <b>{reorder.aboutDays({ days: median })}</b>{' '}
      {low !== high && <small>{reorder.between({ low, high })}</small>}
    </>
  )
}
