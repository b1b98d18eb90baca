import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { story, tell } from '#test/support/book-story.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

/** Tells so many random stories, each in a world of its own; what breaks is shrunk to its shortest. */
async function prove({ seed, stories, steps }: { seed: number; stories: number; steps: number }) {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(story(steps), async (told) => {
      const world = await programme()
      try {
        for (const [what, times] of await tell(world, told)) {
          done.set(what, (done.get(what) ?? 0) + times)
        }
      } finally {
        await world.close()
      }
    }),
    // Shrinking a story replays it many times: what is found within the time is short enough.
    { seed, numRuns: stories, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true },
  )
  return done
}

async function programme(): Promise<World> {
  const world = await openWorld()
  await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10, crack: 3 })
  await setPar(world, world.bags.bag2, { cond: 10, cooker: 5 })
  return world
}

describe('the book', () => {
  test('keeps every rule whatever people do, in any order, twice, and back', async () => {
    const done = await prove({ seed: 20261123, stories: 4, steps: 100 })
    // A proof that never did something proves nothing about it.
    for (const what of ['checkOut', 'handOut', 'bringBack', 'reverse', 'less', 'unmet', 'build']) {
      expect(done.get(what), what).toBeGreaterThan(0)
    }
  })
})
