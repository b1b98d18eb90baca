// When digests go: at eight, and each hour of the day after that to whoever could not be reached before.
import { Cron } from 'croner'
import { wallTime } from '#src/day.ts'
import { runJob } from '#src/jobs/run-job.ts'
import { digestsDue } from './queries.ts'
import { type DigestOptions, NotSent, sendDigests } from './send-digests.ts'

const [firstHour, lastHour] = [8, 20]
const hourly = `0 ${firstHour}-${lastHour} * * *`

/** Milliseconds for a message that is on its way when the app stops, which may take five seconds in all. */
const patience = 500

type Options = DigestOptions & {
  readonly log: (event: { readonly message: string; readonly why?: string }) => void
}

/** Call `stop` before closing the database. It also runs at once, for a machine that was off at eight. */
export function startDigests(options: Options) {
  const run = () =>
    sendDue(options).catch((error: Error) => {
      options.log({ message: 'digests failed', why: error.name })
    })
  let running = run()
  const cron = new Cron(hourly, { timezone: options.timeZone }, () => {
    running = running.then(run)
  })
  return {
    stop: async () => {
      cron.stop()
      await Promise.race([running, new Promise((over) => setTimeout(over, patience).unref())])
    },
  }
}

/** To whoever is due at this hour. Leaves no trace where nobody is due: the last run on record is one that did something. */
export async function sendDue(options: Options) {
  const { database, clock, timeZone, log } = options
  const { day, hour } = wallTime(clock(), timeZone)
  if (hour < firstHour || hour > lastHour) return
  const due = await database.read((db) => digestsDue(db, day))
  if (due.length === 0) return
  const work = async () => String(await sendDigests(due, options))
  const noted = (error: Error) => {
    // Only what we said ourselves: anything else may quote an address.
    const why = error instanceof NotSent ? error.message : error.name
    log({ message: 'digests not sent', why })
    throw error instanceof NotSent ? error : new NotSent('app')
  }
  await runJob(database, clock, { name: 'digest', work: () => work().catch(noted) })
}
