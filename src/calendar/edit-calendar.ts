// The commands of the calendar: a usual week from a day on, and days unlike the others.
import { and, eq, gt, gte, lte } from 'drizzle-orm'
import { calendarOf, usualWeek } from '#src/catalog/calendar.ts'
import { type Day, daysFrom } from '#src/day.ts'
import { add, remove } from '#src/db/amend.ts'
import { amendList, wholeList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import { type Stream, serviceException, servicePattern, streams } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { ExceptionForm, PatternForm } from './form.ts'

/**
 * Sets the usual week of the services whose week differs from what would hold from that day on.
 * Later weeks that were already planned stay.
 * @throws Refusal `stale`
 */
export async function editPattern(tx: Tx, form: PatternForm, recording: Recording) {
  const rows = await tx.select().from(servicePattern)
  const calendar = calendarOf(rows, [])
  const isChanged = (stream: Stream) =>
    usualWeek(calendar, stream, form.startsOn).join() !== form[stream].join()
  const changed = streams.filter(isChanged)
  const kept = rows.filter(
    ({ stream, startsOn }) => startsOn !== form.startsOn || !changed.includes(stream),
  )
  const begun = changed.flatMap((stream) => weekOf(stream, form.startsOn, form[stream]))
  const edit = { name: 'service_pattern' as const, ownerId: wholeList, seen: form.seen }
  return { changeId: await amendList(tx, { ...edit, rows: [...kept, ...begun] }, recording) }
}

function weekOf(stream: Stream, startsOn: Day, open: readonly number[]) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ stream, weekday, startsOn },
    open: open.includes(weekday),
  }))
}

/** Adds each day from `day` to `until`. @throws Refusal `dayTaken` naming the first that is there */
export async function addExceptions(tx: Tx, form: ExceptionForm, recording: Recording) {
  const { stream, day, until, state, factor, reason } = form
  const [taken] = await tx
    .select()
    .from(serviceException)
    .where(
      and(
        eq(serviceException.stream, stream),
        gte(serviceException.day, day),
        lte(serviceException.day, until),
      ),
    )
    .orderBy(serviceException.day)
    .limit(1)
  if (taken) refuse('dayTaken', { day: taken.day }, 'day')
  const open = state === 'open'
  const factorPercent = open ? factor : 0
  for (const each of daysFrom(day, until)) {
    const values = { stream, day: each, open, factorPercent, reason }
    await add(tx, serviceException, values, recording)
  }
  return { days: daysFrom(day, until).length }
}

/**
 * Removes the days of one service from a day to `until`, as the page shows them in one line.
 * @returns the change to undo; null when several days went, each with its own
 * @throws Refusal `stale`, `notFound`
 */
export async function removeExceptions(
  tx: Tx,
  { id, version, until }: { readonly id: number; readonly version: number; readonly until: Day },
  recording: Recording,
): Promise<{ readonly changeId: number | null }> {
  const [first] = await tx.select().from(serviceException).where(eq(serviceException.id, id))
  if (!first) return refuse('notFound', {})
  const changeId = await remove(tx, serviceException, { id, version }, recording)
  const others = await tx
    .select()
    .from(serviceException)
    .where(
      and(
        eq(serviceException.stream, first.stream),
        gt(serviceException.day, first.day),
        lte(serviceException.day, until),
      ),
    )
  for (const each of others) await remove(tx, serviceException, each, recording)
  return { changeId: others.length === 0 ? changeId : null }
}
