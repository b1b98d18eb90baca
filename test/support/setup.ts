// Runs before every test file: what is written to console.error or console.warn fails the test that caused it,
// so that no warning is ever scrolled past. The application's own log does not pass through the console.

import { format } from 'node:util'
import { afterEach } from 'vitest'

const unexpected: string[] = []

for (const level of ['error', 'warn'] as const) {
  const say = console[level].bind(console)
  console[level] = (...args: unknown[]) => {
    unexpected.push(`console.${level}: ${format(...args)}`)
    say(...args)
  }
}

afterEach(() => {
  const said = unexpected.splice(0)
  if (said.length > 0) throw new Error(`The console was not silent.\n${said.join('\n')}`)
})
