// How long an item lasts, in the same words on every screen.
import type { Lasting } from '#src/advice/lasting.ts'
import type { Say } from '#src/messages/index.ts'

/** "about 9 days (7–12)"; null is an item that the reorder board does not follow. */
export function lastsIn({ reorder }: Say, lasting: Lasting | null) {
  if (lasting?.usable === 0) return <b>{reorder.noneLeft}</b>
  if (!lasting?.hasForecast) return <span class="muted">{reorder.noForecast}</span>
  const { median, low, high } = lasting.lasts
  if (median === null) return <b>{reorder.overAYear}</b>
  return (
    <>
      <b>{reorder.aboutDays({ days: median })}</b>{' '}
      {low !== high && <small>{reorder.between({ low, high })}</small>}
    </>
  )
}
