// What does not happen every week: slips that are taken back, a recall, a gift too large, an item
// that goes. Days are counted back from the last one, so that the end is the same for any length.
import { eq } from 'drizzle-orm'
import { starterRecipes } from '#src/catalog/starter-recipes.ts'
import { addDays, type Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, lot } from '#src/db/schema/index.ts'
import { takeBackEntry } from '#src/entries/take-back-entry.ts'
import { retireItem } from '#src/items/retire-item.ts'
import { changeRecipe } from '#src/kits/change-recipe.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { holdLot } from '#src/lots/edit-lot.ts'
import { oldGuide } from './cast.ts'
import { donate, type Gift } from './donations.ts'
import { typeInSheet } from './late-sheet.ts'
import { lose } from './losses.ts'
import { itemOf, personOf, placeOf, recordingAt, type Scene } from './scene.ts'

type Story = {
  /** Days before the last. */
  readonly before: number
  readonly tell: (tx: Tx, scene: Scene, day: Day) => Promise<unknown>
}

const stories: readonly Story[] = [
  { before: 460, tell: donateTwice },
  { before: 210, tell: donateTwice },
  {
    before: 190,
    tell: (tx, scene, day) => donate(tx, scene, { gift: shortBars, day, today: day }),
  },
  { before: 150, tell: changeInjectionKit },
  { before: 120, tell: retireGuide },
  { before: 47, tell: donateTwice },
  {
    before: 33,
    tell: (tx, scene, day) => donate(tx, scene, { gift: deodorants, day, today: day }),
  },
  { before: 24, tell: (tx, scene, day) => donate(tx, scene, { gift: shortBars, day, today: day }) },
  { before: 9, tell: recallNaloxone },
  { before: 4, tell: typeInSheet },
  { before: 3, tell: donateTwice },
]

/** Puts on the agenda what falls between the first day and the last. */
export function planStories(scene: Scene, last: Day) {
  for (const { before, tell } of stories) {
    scene.agenda.plan(addDays(last, -before), (tx, day) => tell(tx, scene, day))
  }
}

const once = { comes: () => false, late: 0, place: 'central' } as const

/** Far more than a year's use, and more than will be eaten before its date. */
const deodorants: Gift = {
  ...once,
  donor: 'Pharmacie du Village',
  worth: [900, 900],
  brings: { deo: [480, 480] },
}
const shortBars: Gift = {
  ...once,
  ...{ donor: 'Moisson du quartier', worth: [400, 400], brings: { bar: [1400, 1400] }, life: 22 },
}

/** The same boxes were typed by two people; the second is taken back. */
async function donateTwice(tx: Tx, scene: Scene, day: Day) {
  const gift: Gift = {
    ...once,
    donor: 'Pharmacie du Village',
    worth: [40, 40],
    brings: { soap: [24, 24], tooth: [24, 24] },
  }
  await donate(tx, scene, { gift, day, today: day })
  const id = await donate(tx, scene, { gift, day, today: day })
  const recording = recordingAt(scene, { day, time: '16:10', by: 'Sam' })
  const reader = { personId: personOf(scene, 'Sam'), role: 'stock' as const }
  await takeBackEntry(tx, { id, reader }, recording)
}

/** Last year's guide goes out of the forms; its history stays. */
async function retireGuide(tx: Tx, scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '14:30', by: 'Chloé' })
  const [guide] = await tx.select().from(item).where(eq(item.code, oldGuide.code))
  if (!guide) return
  const gone = await lotsIn(tx, { locationId: placeOf(scene, 'central'), itemIds: [guide.id] })
  await lose(tx, scene, { place: 'central', day, gone, reason: 'damaged' })
  await retireItem(tx, guide, recording)
}

/** A lot is recalled by its maker: what is left of it in the stockroom waits for instructions. */
async function recallNaloxone(tx: Tx, scene: Scene, day: Day) {
  const itemIds = [itemOf(scene, 'nalox').id]
  const lots = await lotsIn(tx, { locationId: placeOf(scene, 'central'), itemIds })
  const [most] = lots.sort((a, b) => b.quantity - a.quantity)
  const [found] = most ? await tx.select().from(lot).where(eq(lot.id, most.lotId)) : []
  if (!found) return
  const recording = recordingAt(scene, { day, time: '09:05', by: 'Chloé' })
  const { requestId } = recording
  const form = { requestId, version: found.version, reason: 'Rappel du fabricant', withKits: true }
  await holdLot(tx, found.id, form, recording)
}

/** Six swabs turned out to be enough: the recipe has a second version. */
async function changeInjectionKit(tx: Tx, scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '15:45', by: 'Chloé' })
  const lines = starterRecipes
    .filter(({ kit }) => kit === 'inj')
    .flatMap((each) => each.lines)
    .map(([code, quantity], index) => ({
      row: { item: itemOf(scene, code), quantity: code === 'swab' ? 6 : quantity },
      index,
    }))
  const form = { requestId: recording.requestId, lines }
  await changeRecipe(tx, itemOf(scene, 'inj').id, form, recording)
}
