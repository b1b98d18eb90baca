// Everything that must hold before a change lands. The static checks run side by side, then the tests, which
// use both cores of a small machine themselves. What a check has to say is shown only when it fails, and the
// last line is always `N passed, N failed`: each static check counts as one, each test as one.
//
//   node .ci/check.mjs               everything
//   node .ci/check.mjs --no-tests    without the tests (`npm run check`)
//   node .ci/check.mjs test/ledger   the static checks and the tests of one folder; arguments go to vitest

import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const migrations = join(root, 'src', 'db', 'migrations')
const scratch = join(root, 'node_modules', '.cache')
const running = new Map()

await main(process.argv.slice(2))

async function main(args) {
  stopWithOurChildren()
  const results = await Promise.all([
    check('types', types),
    check('format and lint', formatAndLint),
    check('promises', promises),
    check('migrations', migrationsFollowTheSchema),
  ])
  if (!args.includes('--no-tests')) results.push(await check('tests', () => tests(args)))

  const passed = sum(results.map((result) => result.passed))
  const failed = sum(results.map((result) => result.failed))
  process.exitCode = failed > 0 ? 1 : 0
  console.log(`${passed} passed, ${failed} failed`)
}

/** Runs one check and says in a line how it went, above it everything it wrote if it failed. */
async function check(name, run) {
  const start = performance.now()
  const result = await run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (result.failed > 0) process.stdout.write(`\n${result.output.trim()}\n\n`)
  console.log(`${result.failed > 0 ? 'failed' : 'ok    '}  ${name} (${seconds} s)`)
  return result
}

async function types() {
  return oneResult(await command('tsc', ['--noEmit']))
}

async function formatAndLint() {
  return oneResult(await command('biome', ['ci', '--colors=off', '--error-on-warnings']))
}

async function promises() {
  return oneResult(
    await command('oxlint', [
      '--type-aware',
      '--deny-warnings',
      '-c',
      '.ci/oxlint.jsonc',
      'src',
      'views',
      'test',
    ]),
  )
}

/**
 * The schema has no change that lacks a migration: generating one more, into a copy of the migrations, finds
 * nothing to do. drizzle-kit exits with 0 even when it fails, so its words are what counts.
 */
async function migrationsFollowTheSchema() {
  await mkdir(scratch, { recursive: true })
  const copy = await mkdtemp(join(scratch, 'migrations-'))
  try {
    await cp(migrations, join(copy, 'out'), { recursive: true })
    const config = await configWritingTo(copy)
    const checked = await command('drizzle-kit', ['check', '--config', config])
    const generated = await command('drizzle-kit', ['generate', '--config', config])
    const consistent = checked.output.includes("Everything's fine")
    const complete = generated.output.includes('No schema changes')
    const advice = complete ? '' : 'The schema has changed: run `npx drizzle-kit generate`.'
    const output = [checked.output, generated.output, advice].join('\n')
    return oneResult({ code: consistent && complete ? 0 : 1, output })
  } catch (error) {
    return oneResult({ code: 1, output: `The migrations could not be read: ${error.message}` })
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Our own drizzle.config.ts in everything but the folder. Relative paths: drizzle-kit puts `./` before them. */
async function configWritingTo(copy) {
  const file = join(copy, 'drizzle.config.ts')
  const ours = relative(copy, join(root, 'drizzle.config.ts'))
  const out = relative(root, join(copy, 'out'))
  await writeFile(file, `import ours from '${ours}'\nexport default { ...ours, out: './${out}' }\n`)
  return relative(root, file)
}

/** The closing line of vitest (test/summary-reporter.ts) has the counts; without one it did not get that far. */
async function tests(args) {
  const config = ['--config', 'test/vitest.config.ts']
  const { code, output, stdout } = await command('vitest', ['run', ...config, ...args])
  const counts = stdout.trimEnd().match(/(?:^|\n)(\d+) passed, (\d+) failed$/)
  if (!counts) return { passed: 0, failed: 1, output }
  const [passed, failed] = counts.slice(1).map(Number)
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output }
}

function oneResult({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

/** Runs a tool of node_modules without a keyboard. `output` is all it wrote, in that order. */
function command(tool, args) {
  return new Promise((resolve) => {
    const said = { output: '', stdout: '' }
    const child = spawn(join(bin, tool), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a process group of its own, so that it can be killed together with all it has started.
      detached: true,
      env: { ...process.env, NO_COLOR: '1' },
    })
    running.set(child, said)
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.stdout += text
      said.output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.output += text
    })
    child.on('error', (error) => {
      said.output += `${tool} could not be run: ${error.message}`
    })
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, ...said })
    })
  })
}

/** Whoever interrupts us, a time limit for instance, learns how far it got; and no test is left running. */
function stopWithOurChildren() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      for (const [child, said] of running) {
        process.kill(-child.pid, 'SIGKILL')
        process.stdout.write(said.output)
      }
      console.log(`\nInterrupted by ${signal}.`)
      process.exit(1)
    })
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
