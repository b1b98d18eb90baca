// One folder for everything a run of the tests writes, gone when it ends: a test process may be ended without
// being told, and would leave its databases behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const name = 'relais-run-'

/** Vitest's global setup: what it leaves in the environment, every test process inherits. */
export default function giveTemporaryFolder() {
  // A run inside a run writes where the outer one does: the paths of sockets have to be short.
  if (basename(tmpdir()).startsWith(name)) return
  const folder = mkdtempSync(join(tmpdir(), name))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
