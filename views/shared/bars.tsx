// How much, one beside the other: bars from zero.

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
