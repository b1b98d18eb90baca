// Days that differ from the weekly pattern, for every year the demo touches.
import type { Day } from '#src/day.ts'
import { addDays, daysFrom, monthOf, weekdayOf } from '#src/day.ts'
import type { Stream } from '#src/db/schema/index.ts'

export type DemoException = {
  readonly stream: Stream
  readonly day: Day
  readonly open: boolean
  readonly factorPercent: number
  readonly reason: string
}

/** Holidays and the week of Christmas closed; a storm; a clinic evening the first Thursday of a month. */
export function closures(from: Day, to: Day): DemoException[] {
  const days = daysFrom(from, addDays(to, plannedDays))
  const closed = days.filter(isHoliday)
  const clinics = days.filter(isClinicEvening)
  return [
    ...closed.flatMap((day) =>
      (['outreach', 'drop-in'] as const).map((stream) => ({
        ...{ stream, day, open: false, factorPercent: 100, reason: 'Congé' },
      })),
    ),
    ...clinics
      .filter((day) => !closed.includes(day))
      .map((day) => ({
        ...{ stream: 'drop-in' as const, day, open: true, factorPercent: 160 },
        reason: 'Soirée clinique',
      })),
  ]
}

/** How far ahead the programme has planned. */
const plannedDays = 200

const holidays = ['01-01', '01-02', '06-24', '07-01', '12-24', '12-25', '12-26', '12-31']

function isHoliday(day: Day): boolean {
  const isStorm = monthOf(day).endsWith('-02') && day.slice(8) === '17'
  return holidays.includes(day.slice(5)) || isStorm
}

function isClinicEvening(day: Day): boolean {
  return weekdayOf(day) === 4 && Number(day.slice(8)) <= 7
}
