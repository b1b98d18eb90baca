// What was on the shelves when the book began: a file, imported the way every programme begins.
import { addDays, type Day } from '#src/day.ts'
import { knownOf, planImport } from '#src/imports/plan.ts'
import { runImport } from '#src/imports/run-import.ts'
import { oldGuide, shelvesPar } from './cast.ts'
import { lotOf } from './lots.ts'
import { itemOf, play, recordingAt, type Scene } from './scene.ts'
import { weeklyUse } from './weekly-use.ts'

/** Weeks of use that were there. */
const weeksThere = 5

export async function importOpening(scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '08:10', by: 'Sam' })
  await play(scene, async (tx) => {
    const known = await knownOf(tx)
    const nameOf = (role: string) => known.stockrooms.find((each) => each.role === role)?.nameFr
    const rows = [
      ...centralRows(scene, day).map((row) => [nameOf('central'), ...row]),
      ...shelfRows(scene, day).map((row) => [nameOf('drop-in-shelves'), ...row]),
    ]
    const lines = rows.map((row) => [day, ...row].join(','))
    const csv = ['day,place,item,quantity,lot,expires_on', ...lines].join('\n')
    const plan = planImport(csv, day, known)
    if (plan.kind === 'unreadable' || plan.problems.length > 0) {
      throw new Error(
        `the opening cannot be imported: ${JSON.stringify(Object.values(plan).at(-1))}`,
      )
    }
    await runImport(tx, plan, known, recording)
  })
}

type Row = readonly (string | number)[]

/** Two lots of most things: an older one with a third of it, and what came last. */
function centralRows(scene: Scene, day: Day): Row[] {
  const guides = rowOf(scene, { code: oldGuide.code, quantity: 90, day })
  const used = [...weeklyUse].flatMap(([code, use]) => {
    const quantity = Math.ceil(use * weeksThere)
    const older = Math.floor(quantity / 3)
    return [
      ...rowOf(scene, { code, quantity: older, day: addDays(day, -150) }),
      ...rowOf(scene, { code, quantity: quantity - older, day: addDays(day, -20) }),
    ]
  })
  return [...used, ...guides]
}

function shelfRows(scene: Scene, day: Day): Row[] {
  return Object.entries(shelvesPar).flatMap(([code, quantity]) =>
    rowOf(scene, { code, quantity, day: addDays(day, -60) }),
  )
}

type Came = { readonly code: string; readonly quantity: number; readonly day: Day }

function rowOf(scene: Scene, { code, quantity, day }: Came): Row[] {
  const { lotCode, expiresOn } = lotOf(scene, itemOf(scene, code), day)
  return quantity > 0 ? [[code, quantity, lotCode, expiresOn ?? '']] : []
}
