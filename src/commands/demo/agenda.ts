// What has been set in motion and falls due on a later day: deliveries, papers typed in afterwards.
import { addDays, type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'

export type Task = (tx: Tx, day: Day) => Promise<unknown>

export type Agenda = ReturnType<typeof emptyAgenda>

export function emptyAgenda() {
  const tasks = new Map<Day, Task[]>()
  return {
    /** On that day, or on the Monday after when it is a weekend. */
    plan: (day: Day, task: Task) => {
      const on = onWeekday(day)
      tasks.set(on, [...(tasks.get(on) ?? []), task])
    },
    due: (day: Day): readonly Task[] => tasks.get(day) ?? [],
  }
}

function onWeekday(day: Day): Day {
  return weekdayOf(day) <= 5 ? day : onWeekday(addDays(day, 1))
}
