import { describe, expect, test } from 'vitest'
import { prove } from '#test/support/book-story.ts'

describe('the book', () => {
  test('keeps every rule whatever people do, in any order, twice, and back', async () => {
    const done = await prove({ seed: 20261123, stories: 4, steps: 100 })
    // A proof that never did something proves nothing about it.
    for (const what of ['checkOut', 'handOut', 'bringBack', 'reverse', 'less', 'unmet', 'build']) {
      expect(done.get(what), what).toBeGreaterThan(0)
    }
  })
})
