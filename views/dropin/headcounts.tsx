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
    .map(({ day, night }) => ({ day, count: night?.contacts ?? null }))
  const counts = drawn.flatMap(({ count }) => (count === null ? [] : [count]))
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last || counts.length === 0) return null
  const mean = Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const words = dropin.headcountText({ nights: counts.length, mean, least, most })
  return (
    <figure class="picture headcounts">
      <figcaption>{words}</figcaption>
      <Bars counts={drawn.map(({ count }) => count)} mean={mean} words={words} />
      <p class="row spread muted" aria-hidden="true">
        <span>{say.shortDay(first.day)}</span>
        <span>{say.shortDay(last.day)}</span>
      </p>
    </figure>
  )
}

type BarsProps = {
  /** From left to right; null for an evening without a night. */
  counts: readonly (number | null)[]
  mean: number
  words: string
}

function Bars({ counts, mean, words }: BarsProps) {
  const { dropin } = useSay()
  const most = Math.max(1, ...counts.map((count) => count ?? 0))
  const y = (count: number) => Math.round(tall - (count / most) * tall)
  const bars = counts.map((count, index) =>
    count ? `M${index * step} ${tall}V${y(count)}h${wide}V${tall}z` : '',
  )
  const end = counts.length * step
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${end} ${tall}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby="heads-title heads-desc"
    >
      <title id="heads-title">{dropin.headcountTitle}</title>
      <desc id="heads-desc">{words}</desc>
      <path class="solid" d={bars.join('')} />
      <path class="today" d={`M0 ${y(mean)}H${end}`} />
      <path class="base" d={`M0 ${tall}H${end}`} />
    </svg>
  )
}
