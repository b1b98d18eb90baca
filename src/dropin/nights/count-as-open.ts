// What the service calendar keeps of the past, where an evening was not as planned. The calendar is the one
// record of when the drop-in was open: forecasts divide by its open days.
import { openFactor, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { serviceException } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

type Opening = {
  readonly day: Day
  readonly reason: string | null
}

/**
 * Notes an evening that opens though the calendar has it closed, with the reason; one that was planned
 * stays as it is.
 * @throws Refusal `openingUnexplained`
 */
export async function countAsOpen(tx: Tx, { day, reason }: Opening, recording: Recording) {
  const calendar = await serviceCalendar(tx)
  if (openFactor(calendar, 'drop-in', day) > 0) return
  if (reason === null) return refuse('openingUnexplained', {}, 'reason')
  const open = { open: true, factorPercent: 100, reason }
  const planned = calendar.exceptions['drop-in'].get(day)
  if (planned) await amend(tx, serviceException, planned, open, recording)
  else await add(tx, serviceException, { stream: 'drop-in', day, ...open }, recording)
}
