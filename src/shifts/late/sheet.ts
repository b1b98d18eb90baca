// A sheet of paper as it is typed, read against what the book knows: for the preview and for saving.
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { bags, colleagues } from '#src/shifts/queries.ts'
import { type ShiftThatDay, shiftOfSheet, shiftsOn } from './late-shift.ts'
import { alreadyAt, type Given, itemWords, shiftsAround, venueWords } from './queries.ts'
import { type LineRead, readLines } from './read-lines.ts'
import type { Word } from './words.ts'

export type Typed = {
  readonly day: Day
  readonly bagId: number
  readonly people: readonly number[]
  readonly venueId?: number | undefined
  readonly lines: string
}

export type SheetRead = {
  readonly day: Day
  readonly lines: readonly LineRead[]
  /** The venue that a line without one belongs to. */
  readonly venueBefore: Word | null
  readonly venues: readonly Word[]
  readonly items: readonly Word[]
  /** Null: the book knows of none, and saving makes one. */
  readonly shift: ShiftThatDay | null
  /** The others of that bag and day. */
  readonly others: readonly ShiftThatDay[]
  /** Somebody has the bag now, so that it is not to be counted for this. */
  readonly isBagOut: boolean
  /** What those stops have already, by venue. */
  readonly already: ReadonlyMap<number, readonly Given[]>
}

/** In five statements, however many lines. */
export async function sheetRead(db: Db, typed: Typed): Promise<SheetRead> {
  const venues = await venueWords(db)
  const items = await itemWords(db, typed.bagId)
  const venueBefore = venues.find(({ id }) => id === typed.venueId) ?? null
  const lines = readLines(typed.lines, { venues, items, venueBefore })
  const around = await shiftsAround(db, typed)
  const shift = shiftOfSheet(around, typed)
  const venueIds = lines.flatMap(({ venue }) => (venue ? [venue.id] : []))
  return {
    ...{ day: typed.day, lines, venueBefore, venues, items, shift },
    others: shiftsOn(around, typed.day).filter(({ id }) => id !== shift?.id),
    isBagOut: around.some(({ isOut }) => isOut),
    already: shift
      ? await alreadyAt(db, { shiftId: shift.id, day: typed.day, venueIds })
      : new Map(),
  }
}

/** What a sheet was read as, in a word: another reading is another word. */
export function keyOf({ lines, shift, day }: SheetRead): string {
  const read = lines.map(({ venue, given, met, problems }) => {
    const goods = given.map(({ item, quantity }) => `${item.id}x${quantity}`)
    return [venue?.id ?? '?', ...goods, `p${met}`, problems.length].join(' ')
  })
  return [day, shift?.id ?? 'new', ...read].join('; ')
}

/** The bags and the people a sheet may be of; the bags this person took last come first. */
export async function choices(db: Db, personId: number) {
  return { bags: await bags(db, personId), people: await colleagues(db) }
}
