// People a night, as bars: an evening that was planned and not held has none.
import type { Evening } from '#src/dropin/nights/evenings.ts'
import { useSay } from '../shared/page.tsx'

const step = 10
const wide = 7
const tall = 100

/** `evenings` come latest first, and are drawn from left to right. */
export function Headcounts({ evenings }: { evenings: readonly Evening[] }) {
  const say = useSay()
  const { dropin } = say
  const drawn = evenings
    .filter(({ state }) => state !== 'closed' && state !== 'coming')
    .toReversed()
  const counts = drawn.flatMap(({ night }) => (night ? [night.contacts] : []))
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last || counts.length === 0) return null
  const most = Math.max(1, ...counts)
  const mean = Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length)
  const y = (count: number) => Math.round(tall - (count / most) * tall)
  const bars = drawn.map(({ night }, index) =>
    night && night.contacts > 0
      ? `M${index * step} ${tall}V${y(night.contacts)}h${wide}V${tall}z`
      : '',
  )
  const words = dropin.headcountText({
    nights: counts.length,
    mean,
    least: Math.min(...counts),
    most,
  })
  return (
    <figure class="picture headcounts">
      <figcaption>{words}</figcaption>
      <svg
        class="plot"
        viewBox={`0 0 ${drawn.length * step} ${tall}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="heads-title heads-desc"
      >
        <title id="heads-title">{dropin.headcountTitle}</title>
        <desc id="heads-desc">{words}</desc>
        <path class="solid" d={bars.join('')} />
        <path class="today" d={`M0 ${y(mean)}H${drawn.length * step}`} />
        <path class="base" d={`M0 ${tall}H${drawn.length * step}`} />
      </svg>
      <p class="row spread muted" aria-hidden="true">
        <span>{say.shortDay(first.day)}</span>
        <span>{say.shortDay(last.day)}</span>
      </p>
    </figure>
  )
}
