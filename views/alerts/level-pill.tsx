import type { StockLevel } from '#src/planning/item-advice.ts'
import { useSay } from '../shared/page.tsx'

const pills = {
  ...{ now: 'now', soon: 'soon', surplus: 'surplus' },
  ...{ coming: 'coming', enough: 'fine', few: 'few' },
} as const

/** A level of the board, in a word, a shape and a colour. */
export function LevelPill({ level }: { level: StockLevel }) {
  const { reorder } = useSay()
  return <span class={`pill ${pills[level]}`}>{reorder.levels[level]}</span>
}
