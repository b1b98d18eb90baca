// A sheet of paper from the week before: found, read and typed in the way the page does it.
import { addDays, type Day, daysFrom, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { recordLate } from '#src/shifts/late/record-late.ts'
import { sheetRead } from '#src/shifts/late/sheet.ts'
import { bringBack } from './bring-back.ts'
import { instantOf, personOf, placeOf, recordingAt, type Scene } from './scene.ts'

const bag = 'Sac vert'
const thursday = 4
const lines = ['Fontaine 4 cond 2 juice 2 pers', 'Terminus 3 cond 1 bar', 'Le Phare 6 cond 4 lube']

/** The bag is counted again for what its count could not know. */
export async function typeInSheet(tx: Tx, scene: Scene, today: Day) {
  const day = daysFrom(addDays(today, -8), addDays(today, -2)).find(
    (each) => weekdayOf(each) === thursday,
  )
  if (day === undefined) return
  const recording = recordingAt(scene, { day: today, time: '10:05', by: 'Sam' })
  const people = [personOf(scene, 'Tom'), personOf(scene, 'Kim')]
  const typed = { day, bagId: placeOf(scene, bag), people, lines: lines.join('\n') }
  const sheet = await sheetRead(tx, typed)
  if (sheet.shift === null || sheet.isBagOut) return
  const { id: shiftId } = sheet.shift
  const read = { ...typed, shiftId, lines: sheet.lines }
  await recordLate(tx, read, recording)
  const { isBagOut } = await sheetRead(tx, typed)
  if (!isBagOut) return
  const at = instantOf(today, '10:40', scene.timeZone)
  await bringBack(tx, scene, { shiftId, by: 'Sam', at, given: new Set(), left: 'leave' })
}
