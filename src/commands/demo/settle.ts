// Before the first day: the programme's name, its people, its calendar, its places and their lists, who
// supplies what, and what was on the shelves.
import { addExceptions } from '#src/calendar/edit-calendar.ts'
import type { Day } from '#src/day.ts'
import { setting } from '#src/db/schema/index.ts'
import { addItem } from '#src/items/add-item.ts'
import { editSupplies } from '#src/items/edit-supplies.ts'
import { addPerson } from '#src/people/edit-person.ts'
import { setPassword } from '#src/people/set-password.ts'
import { editSettings } from '#src/settings/edit-settings.ts'
import { addRound } from '#src/shifts/rounds/edit-round.ts'
import { oldGuide, priceIn, programmeName, suppliers, team } from './cast.ts'
import { closures } from './closures.ts'
import { importOpening } from './opening.ts'
import { routes } from './rounds.ts'
import { itemOf, placeOf, play, recordingAt, type Scene, sceneOf } from './scene.ts'
import { settlePlaces } from './settle-places.ts'
import { planBins } from './sharps.ts'
import { planStories } from './stories.ts'

type Stage = Parameters<typeof sceneOf>[0]
export type Span = { readonly first: Day; readonly last: Day }

export async function settle(
  stage: Stage,
  { first, last, passwordHash }: Span & { readonly passwordHash: string },
): Promise<Scene> {
  await settlePeople(await sceneOf(stage), { first, passwordHash })
  const peopled = await sceneOf(stage)
  await nameProgramme(peopled, first)
  await settleCalendar(peopled, { first, last })
  await settlePlaces(peopled, { first, last })
  await settleItems(peopled, first)
  const placed = await sceneOf(stage)
  await settleRoutes(placed, first)
  await settleSupplies(placed, first)
  await importOpening(placed, first)
  const scene = await sceneOf(stage)
  planStories(scene, last)
  planBins(scene, { first, last })
  return scene
}

type Joining = { readonly first: Day; readonly passwordHash: string }

async function settlePeople(scene: Scene, { first: day, passwordHash }: Joining) {
  await play(scene, async (tx) => {
    for (const member of team) {
      const recording = recordingAt(scene, { day, time: '07:30', by: null })
      const signInName = member.name
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase()
      const form = { ...member, signInName, requestId: recording.requestId }
      const personId = await addPerson(tx, form, recording)
      await setPassword(tx, { personId, passwordHash })
    }
  })
}

async function nameProgramme(scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '07:40', by: 'Ada' })
  await play(scene, async (tx) => {
    const [before] = await tx.select().from(setting)
    if (!before) throw new Error('the programme has no settings')
    const { id: _, ...values } = before
    await editSettings(tx, { ...values, programmeName, requestId: recording.requestId }, recording)
  })
}

async function settleCalendar(scene: Scene, { first, last }: Span) {
  await play(scene, async (tx) => {
    for (const { stream, day, open, factorPercent, reason } of closures(first, last)) {
      const recording = recordingAt(scene, { day: first, time: '07:50', by: 'Chloé' })
      const { requestId } = recording
      const state = open ? ('open' as const) : ('closed' as const)
      const form = { requestId, stream, day, until: day, state, factor: factorPercent, reason }
      await addExceptions(tx, form, recording)
    }
  })
}

async function settleItems(scene: Scene, day: Day) {
  const recording = recordingAt(scene, { day, time: '08:00', by: 'Chloé' })
  const form = { ...oldGuide, requestId: recording.requestId }
  await play(scene, (tx) => addItem(tx, form, recording))
}

async function settleRoutes(scene: Scene, day: Day) {
  await play(scene, async (tx) => {
    for (const { name, stops } of routes) {
      const recording = recordingAt(scene, { day, time: '08:03', by: 'Chloé' })
      const venues = stops.map((venue) => placeOf(scene, venue.name))
      const form = { requestId: recording.requestId, nameFr: name, nameEn: null, stops: venues }
      await addRound(tx, form, recording)
    }
  })
}

async function settleSupplies(scene: Scene, day: Day) {
  await play(scene, async (tx) => {
    for (const supplier of suppliers) {
      for (const code of Object.keys(supplier.supplies)) {
        const recording = recordingAt(scene, { day, time: '08:05', by: 'Chloé' })
        const item = itemOf(scene, code)
        const row = {
          ...{ supplierId: placeOf(scene, supplier.name), packId: item.packs.at(-1)?.id },
          ...{ price: priceIn(supplier, code), priceFor: 1, minimum: null, maximum: null },
        }
        const form = { requestId: recording.requestId, seen: 0, lines: [{ row, index: 0 }] }
        await editSupplies(tx, item.id, form, recording)
      }
    }
  })
}
