// Which shift a sheet of paper is of. Pure.
import type { Day } from '#src/day.ts'

export type ShiftThatDay = {
  readonly id: number
  readonly startedOn: Day
  readonly people: readonly { readonly id: number; readonly name: string }[]
  /** It has the bag now. */
  readonly isOut: boolean
  readonly isTakenBack: boolean
}

type Sheet = { readonly day: Day; readonly people: readonly number[] }

/**
 * The shift of a bag that a sheet is of: begun that day, or out since an earlier one, and with one of these
 * people where the sheet says who. Null where none was recorded: then the sheet is how it is known.
 */
export function shiftOfSheet(
  shifts: readonly ShiftThatDay[],
  { day, people }: Sheet,
): ShiftThatDay | null {
  const isWithThem = (shift: ShiftThatDay) =>
    people.length === 0 || shift.people.some(({ id }) => people.includes(id))
  const could = shiftsOn(shifts, day).filter(isWithThem)
  return could.find(({ startedOn }) => startedOn === day) ?? could[0] ?? null
}

/** The shifts of a bag that were out that day as far as the book tells, latest first. */
export function shiftsOn(shifts: readonly ShiftThatDay[], day: Day): ShiftThatDay[] {
  return shifts
    .filter(({ isTakenBack }) => !isTakenBack)
    .filter(({ startedOn, isOut }) => startedOn === day || (isOut && startedOn < day))
    .toSorted((a, b) => b.id - a.id)
}
