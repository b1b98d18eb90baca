import { useSay } from '../shared/page.tsx'

const pills = ['pill now', 'pill soon', 'pill', 'pill done'] as const

/** How much is left of a rough item, 3 full … 0 empty, in a word and a shape. */
export function Level({ level }: { level: number | null }) {
  const { stock } = useSay()
  if (level === null) return <span class="muted">{stock.notSeen}</span>
  return <span class={pills[level]}>{stock.levels[level]}</span>
}
