// What has been set in motion and falls due on a later day: deliveries, papers typed in afterwards.
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'

export type Task = (tx: Tx, day: Day) => Promise<unknown>

export type Agenda = ReturnType<typeof emptyAgenda>

export function emptyAgenda() {
  let tasks: { readonly on: Day; readonly task: Task }[] = []
  return {
    plan: (on: Day, task: Task) => {
      tasks.push({ on, task })
    },
    /** Takes out what is due by that day, in the order of its days: nothing is done on closed ones. */
    due: (day: Day): readonly Task[] => {
      const due = tasks.filter(({ on }) => on <= day)
      tasks = tasks.filter(({ on }) => on > day)
      return due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ task }) => task)
    },
  }
}
