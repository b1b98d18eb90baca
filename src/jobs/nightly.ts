// What is done every night on either engine, and once at the start for a machine that is off at night.
import { Cron } from 'croner'
import { businessDay } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { pruneRequests } from './prune-requests.ts'
import { runJob } from './run-job.ts'

type NightlyOptions = {
  readonly database: Database
  readonly clock: () => number
  readonly timeZone: string
}

/** After the backup has been made of the day that ended. */
const nightly = '40 5 * * *'

/** Call `stop` before closing the database. */
export function startNightly({ database, clock, timeZone }: NightlyOptions) {
  let running: Promise<unknown> = Promise.resolve()
  const work = async () => {
    const today = businessDay(clock(), { timeZone, endsAtHour: 5 })
    return String(await pruneRequests(database, today))
  }
  const run = () => {
    running = runJob(database, clock, { name: 'pruning', work })
  }
  const cron = new Cron(nightly, { timezone: timeZone }, run)
  run()
  return {
    stop: async () => {
      cron.stop()
      await Promise.allSettled([running])
    },
  }
}
