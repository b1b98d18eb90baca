// The machine is shut down while sixty people are waiting for an answer. The app ends by itself, soon, and
// whoever was told that it is saved finds it saved.
import { once } from 'node:events'
import { filePath } from '#src/db/open.ts'
import { numbersFrom } from '#test/planning/made-history.ts'
import { startServer } from '#test/support/server.ts'
import { freshFile } from '#test/support/world.ts'
import { mistakes, openOffice, send } from './crash.ts'
import { type Proof, type Report, together } from './report.ts'
import { nextAttempt } from './requests.ts'

const waiting = 60

/** Size: how many times. */
export const shutdown: Proof = async ({ seed, size }) => {
  const random = numbersFrom(seed)
  const reports: Report[] = []
  for (let time = 1; time <= size; time++) reports.push(await oneShutdown(random))
  return together(reports)
}

async function oneShutdown(random: () => number): Promise<Report> {
  const { url } = await freshFile()
  const storm = await openOffice(url)
  const server = await startServer(filePath(url))
  const answered = new EventTarget()
  const all = Array.from({ length: waiting }, async (_, person) => {
    const attempt = nextAttempt(storm.office, [], random)
    storm.attempts.push(attempt)
    await send(attempt, { server, cookie: storm.cookies[person % storm.cookies.length] ?? '' })
    answered.dispatchEvent(new Event('one'))
  })
  await once(answered, 'one')
  const start = performance.now()
  const code = await server.stop()
  const stopMs = performance.now() - start
  await Promise.all(all)
  const acknowledged = storm.attempts.filter(({ state }) => state === 'acknowledged').length
  return {
    did: { shutdowns: 1, acknowledged, msToStop: Math.round(stopMs) },
    wrong: [...(code === 0 ? [] : [`the app ended with ${code}`]), ...(await mistakes(url, storm))],
  }
}
