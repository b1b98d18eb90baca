// Installs the dependencies when they are missing or out of date, before `npm start`, `npm test` and `npm run dev`.
// Plain Node without a dependency, because nothing is installed yet. A stamp inside node_modules says
// what was installed, so every later start costs one small hash instead of a ten-second `npm ci`.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'node_modules', '.lock-stamp')

if (isNodeTooOld()) {
  stop(`Relais needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org/.`)
}

const wanted = stamp()
if (installed() !== wanted) install()

function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

/** Native modules are built for a Node version, so that is part of what was installed. */
function stamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(process.version).digest('hex')
}

function installed() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return 'nothing'
  }
}

function install() {
  console.log('Installing dependencies (once, and after each change of package-lock.json) …')
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    // NODE_ENV=production would leave out what the tests need.
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: '' } },
  )
  if (status !== 0) {
    const why = error ? error.message : `npm ci ended with code ${status}`
    stop(`The dependencies could not be installed (${why}). Is the network up? Then try again.`)
  }
  // Written last: an installation that was cut off is done again.
  writeFileSync(stampFile, wanted)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
