// What most journeys begin with: a world, served, and somebody in front of it, in two guises that between
// them see each language, each width, and a page whose scripts never arrived.
import { afterEach, beforeEach } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { type Guise, type Person, personIn } from './person.ts'

export const guises: readonly [string, Guise][] = [
  ['on a phone, in French', { device: 'phone', language: 'fr', scripts: 'with scripts' }],
  [
    'at a desk, in English, where no script arrives',
    { device: 'desktop', language: 'en', scripts: 'without scripts' },
  ],
]

export type Story = {
  readonly world: World
  readonly personIn: (guise: Guise) => Promise<Person>
}

/** Call it once at the top of a test file: every test of it has a world of its own. */
export function story(settle: (world: World) => Promise<unknown>): () => Story {
  const browser = launchBrowser()
  let open: { readonly world: World; readonly served: Served } | undefined
  beforeEach(async () => {
    const world = await openWorld()
    open = { world, served: await serve(world) }
    await settle(world)
  })
  afterEach(async () => {
    await open?.served.close()
    await open?.world.close()
  })
  return () => {
    if (!open) throw new Error('A story is told inside a test.')
    const { world, served } = open
    return { world, personIn: (guise) => personIn(guise, { browser, world, served }) }
  }
}
