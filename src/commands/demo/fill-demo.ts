// Fills an empty database with the months before now of an invented programme, day by day, through the
// same commands that people use. The same seed and the same moment give the same programme.
import { sql } from 'drizzle-orm'
import { begin } from '#src/catalog/starter.ts'
import { addDays, businessDay, type Day, daysFrom, monthOf } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { emptyAgenda } from './agenda.ts'
import { playDay } from './days.ts'
import { randomOf } from './random.ts'
import { play } from './scene.ts'
import { settle } from './settle.ts'
import { playToday } from './today.ts'

const seed = 20_260_401

export type DemoOptions = {
  readonly database: Database
  /** The instant it ends at: the last whole day is the one before, and a bag is out. */
  readonly now: number
  readonly timeZone: string
  readonly months: number
  /** Of a password nobody knows: people come in by the links. */
  readonly passwordHash: string
  /** Called when a month, '2026-11', is done. */
  readonly onMonth: (month: string) => void
}

/** @returns false when there was an entry or a person: nothing was written */
export async function fillDemo({ database, now, timeZone, ...options }: DemoOptions) {
  const { months, passwordHash, onMonth } = options
  const today = businessDay(now, { timeZone, endsAtHour: 5 })
  const span = { first: monthsBefore(today, months), last: addDays(today, -1) }
  if (!(await isEmpty(database))) return false
  await play({ database }, (tx) => begin(tx, span.first))
  const stage = { database, timeZone, random: randomOf(seed), agenda: emptyAgenda() }
  const scene = await settle(stage, { ...span, passwordHash })
  for (const days of monthsOf(daysFrom(span.first, span.last))) {
    // One commit a month: waiting for the disk every day would take longer than the days.
    await play(scene, async (tx) => {
      for (const day of days) await playDay(tx, scene, { ...span, day })
    })
    onMonth(monthOf(days[0] ?? span.last))
  }
  await play(scene, (tx) => playToday(tx, scene, now))
  return true
}

async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.read((db) =>
    db.all(sql`select 1 from entry union all select 1 from person limit 1`),
  )
  return rows.length === 0
}

/** The first of the month, `months` before the day's. */
function monthsBefore(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

function monthsOf(days: readonly Day[]): Day[][] {
  const months = [...new Set(days.map(monthOf))]
  return months.map((month) => days.filter((day) => monthOf(day) === month))
}
