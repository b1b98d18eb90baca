import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Stories of commands that are told on a libSQL server too. The files that tell them on both engines by
// themselves are not here.
const alsoOnAServer = [
  'calendar',
  'changes',
  'items',
  'kits',
  'lots',
  'orders',
  'phones',
  'places',
  'settings',
]
  .concat(['stocktakes', 'transfers'])
  .map((feature) => `test/${feature}/**/*.test.ts`)

const hasServer = process.platform === 'linux' && process.arch === 'x64'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: [
      { extends: true, test: { name: 'file', include: ['test/**/*.test.{ts,tsx}'] } },
      ...(hasServer
        ? [
            {
              extends: true as const,
              test: { name: 'server', include: alsoOnAServer, env: { TEST_ENGINE: 'server' } },
            },
          ]
        : []),
    ],
    // Processes, because native modules, servers and browsers end with them. Files take turns in each and share
    // what it has loaded: every file brings its own database, and loading the app anew was a third of the time.
    pool: 'forks',
    isolate: false,
    // Files with a browser or a server mostly wait: three keep two cores busy.
    maxWorkers: 3,
    // Long enough for a whole story in a browser on a slow machine, short enough to end a hang.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The machine's own zone must not matter: this one is a day ahead of Toronto for most of the day.
    env: { TZ: 'Pacific/Kiritimati' },
    // An `.only` left behind would silently leave out everything else.
    allowOnly: false,
    globalSetup: ['test/support/chromium.ts', 'test/support/temporary.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
  },
})
