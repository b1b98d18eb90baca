// The app as a process: how soon it answers, and what memory it holds after many pages.
import { readFileSync } from 'node:fs'
import { startServer } from '#test/support/server.ts'

const requests = 2000

export async function started(path: string): Promise<{ startMs: number; residentMb: number }> {
  const start = performance.now()
  const app = await startServer(path)
  await fetch(`${app.url}/health`)
  const startMs = performance.now() - start
  for (let sent = 0; sent < requests; sent += 8) {
    await Promise.all(
      Array.from({ length: 8 }, () => fetch(`${app.url}/sign-in`).then((page) => page.text())),
    )
  }
  const residentMb = residentOf(app.pid)
  await app.stop()
  return { startMs, residentMb }
}

/** Linux says it in kilobytes; elsewhere there is nothing to read. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(status.match(/VmRSS:\s+(\d+)/)?.[1]) / 1000
  } catch {
    return Number.NaN
  }
}
