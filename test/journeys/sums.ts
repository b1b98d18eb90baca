// Reading the figures of a page, as somebody with a pencil would.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Say } from '#src/messages/index.ts'

/** The numbers of some rows, as they are written in this language, in order. */
export async function quantitiesIn(rows: Locator, words: Say): Promise<number[]> {
  const cells = await rows.locator('td.n').allTextContents()
  return cells.map((text) => read(text, words))
}

/**
 * Follows the terms of a why from the first to the last: every line that says "=" is what the lines
 * above it make. @returns what is ordered
 */
export async function recomputed(why: Locator, words: Say): Promise<number> {
  const terms = await why
    .locator('.terms tr')
    .evaluateAll((rows) =>
      rows.map((row) => [row.children[0]?.textContent ?? '', row.children[2]?.textContent ?? '']),
    )
  let sum = 0
  for (const [sign = '', text = ''] of terms.slice(0, -1)) {
    const value = read(text, words)
    if (sign === '=') expect(Math.abs(sum - value), `${text} is ${sum}`).toBeLessThan(0.1)
    sum = { '+': sum + value, '−': sum - value, '×': sum * value, '÷': sum / value }[sign] ?? value
  }
  const ordered = read(terms.at(-1)?.[1] ?? '', words)
  expect(ordered).toBeGreaterThanOrEqual(sum)
  return ordered
}

/** 1 180,5 or 1,180.5, with a unit after it or none. */
function read(text: string, { language }: Say): number {
  const [digits = ''] = text.match(/[−-]?\d[\d\s.,]*/) ?? []
  const plain = digits.replace('−', '-').replace(/\s/g, '')
  return Number(language === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', ''))
}
