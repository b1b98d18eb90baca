// What the service calendar keeps of an evening that was not as planned. The calendar is the one record of
// when the drop-in was open, and forecasts divide by its open days. Nothing is concluded from silence: an
// evening that was planned counts as open, with whatever was given, until somebody says that it did not open.
import {
  type Calendar,
  isOpenByPattern,
  openFactor,
  serviceCalendar,
} from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import { add, amend, remove } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { serviceException } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { EveningForm } from '../form.ts'
import { tonightAt } from '../tonight.ts'

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
  await say(tx, { calendar, day, reason, open: true }, recording)
}

/**
 * Says afterwards whether an evening was open.
 * @returns the id of the change, for its undo; null where the calendar says so already
 * @throws Refusal `nightHeld` when something was recorded on an evening said to be closed
 */
export async function sayOpening(
  tx: Tx,
  { day, was }: Pick<EveningForm, 'day' | 'was'>,
  recording: Recording,
): Promise<number | null> {
  const open = was === 'open'
  const { night } = await tonightAt(tx, day)
  if (!open && night) refuse('nightHeld', { day })
  const calendar = await serviceCalendar(tx)
  if (openFactor(calendar, 'drop-in', day) > 0 === open) return null
  return say(tx, { calendar, day, reason: null, open }, recording)
}

type Said = Opening & { readonly calendar: Calendar; readonly open: boolean }

/** @returns the id of the change; null for a new row, which has nothing before it to go back to */
async function say(tx: Tx, { calendar, day, reason, open }: Said, recording: Recording) {
  const said = { open, factorPercent: open ? 100 : 0, reason }
  const planned = calendar.exceptions['drop-in'].get(day)
  const isAsUsual = reason === null && isOpenByPattern(calendar, 'drop-in', day) === open
  if (planned && isAsUsual) return remove(tx, serviceException, planned, recording)
  if (planned) return amend(tx, serviceException, planned, said, recording)
  await add(tx, serviceException, { stream: 'drop-in', day, ...said }, recording)
  return null
}
