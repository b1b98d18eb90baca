// What somebody may have meant by a word that nothing has. Pure.
import type { Word } from './words.ts'

/** At most three, the nearest first; none where nothing is near. */
export function closest(typed: string, words: readonly Word[]): Word[] {
  return words
    .map((word) => ({ word, far: Math.min(...word.words.map((each) => farness(typed, each))) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(typed.length / 2)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ word }) => word)
}

/** Letters to change, add or leave out; a word that holds the other is one away. */
function farness(typed: string, word: string): number {
  if (typed.length > 1 && word.includes(typed)) return 1
  return distance(typed.slice(0, 40), word.slice(0, 40))
}

function distance(a: string, b: string): number {
  const others = [...b]
  let row = Array.from({ length: others.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of others.entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[others.length] ?? 0
}
