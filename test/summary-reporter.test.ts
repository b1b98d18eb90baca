import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { repository } from '#test/support/source.ts'

test('the closing line counts tests', () => {
  expect(run({ 'good.test.js': "test('one', () => {})\ntest('two', () => {})" })).toEqual({
    closing: '2 passed, 0 failed',
    code: 0,
  })
})

test('the closing line also counts what failed outside a test', () => {
  const files = {
    'good.test.js': "test('passes', () => {})\ntest.skip('is no result', () => {})",
    'bad.test.js': "test('fails', () => { throw new Error('bad') })",
    'unreadable.test.js': "test('never', () => {",
    'hook.test.js':
      "describe('a hook', () => { beforeAll(() => { throw new Error('hook') })\ntest('not run', () => {}) })",
    'late.test.js': "test('passes', () => { Promise.reject(new Error('late')) })",
  }
  expect(run(files)).toEqual({ closing: '2 passed, 4 failed', code: 1 })
})

test('a run of nothing is a failure', () => {
  expect(run({})).toEqual({ closing: '0 passed, 1 failed', code: 1 })
})

/** Vitest as a program, with our reporter, on test files of our own making. */
function run(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'relais-reporter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

  const vitest = join(repository, 'node_modules/vitest/vitest.mjs')
  const reporters = ['default', join(repository, 'test/summary-reporter.ts')]
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--root',
      folder,
      '--globals',
      ...reporters.flatMap((name) => ['--reporter', name]),
    ],
    { encoding: 'utf8' },
  )
  return { closing: stdout.trimEnd().split('\n').at(-1), code: status }
}
