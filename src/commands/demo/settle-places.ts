// The places: suppliers and donors, bags and venues, with what bags and shelves should hold.
import { addDays, type Day, daysFrom } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import type { OrderDeadlines } from '#src/order-deadlines.ts'
import { editPar } from '#src/places/edit-par.ts'
import { addPlace } from '#src/places/edit-place.ts'
import { besides, eventsBetween } from './beside.ts'
import {
  bagPar,
  bags,
  type DemoSupplier,
  donors,
  newVenues,
  shelvesPar,
  suppliers,
} from './cast.ts'
import { isOrderDay } from './orders.ts'
import { itemOf, placeOf, play, recordingAt, type Scene } from './scene.ts'
import type { Span } from './settle.ts'

export async function settlePlaces(scene: Scene, { first: day, last }: Span) {
  const now = () => recordingAt(scene, { day, time: '07:55', by: 'Chloé' })
  const named = (nameFr: string) => ({ requestId: scene.random.uuid(), nameFr, nameEn: null })
  await play(scene, async (tx) => {
    for (const supplier of suppliers) {
      const { name, leadTimeDays, reviewDays } = supplier
      const terms = { leadTimeDays, reviewDays, deadlines: deadlinesOf(supplier, last) }
      await addPlace(tx, 'supplier', { ...named(name), ...terms }, now())
    }
    for (const name of donors) await addPlace(tx, 'donor', named(name), now())
    for (const [index, { name, role }] of newVenues.entries()) {
      const usual = { stream: 'outreach' as const, visitEveryDays: 7 }
      const agreed = role === 'street' ? {} : agreement(index, last)
      await addPlace(tx, 'venue', { ...named(name), ...usual, ...agreed, role }, now())
    }
    for (const { name, role } of besides) {
      const usual = { stream: 'events' as const, feederId: placeOf(scene, 'central') }
      await addPlace(tx, 'venue', { ...named(name), ...usual, role }, now())
    }
    for (const { nameFr, nameEn, on } of eventsBetween({ first: day, last })) {
      const dated = { stream: 'events' as const, startsOn: on, endsOn: on }
      const form = { requestId: scene.random.uuid(), nameFr, nameEn, ...dated }
      await addPlace(tx, 'venue', { ...form, role: 'event' }, now())
    }
    for (const name of bags) {
      const feeding = { stream: 'outreach' as const, feederId: placeOf(scene, 'central') }
      const { placeId } = await addPlace(tx, 'bag', { ...named(name), ...feeding }, now())
      await writePar(tx, scene, { placeId, par: bagPar, day })
    }
    await writePar(tx, scene, { placeId: placeOf(scene, 'drop-in-shelves'), par: shelvesPar, day })
  })
}

/** Signed for a year: some were to be looked at again by now; not every place has one. */
function agreement(index: number, last: Day) {
  if (index % 4 === 3) return {}
  const reviewOn = addDays(last, ((index * 17) % 330) - 40)
  return { agreementSignedOn: addDays(reviewOn, -365), agreementReviewOn: reviewOn }
}

/** Every second week, on the day on which its orders go. */
function deadlinesOf(supplier: DemoSupplier, last: Day): OrderDeadlines | null {
  if (supplier.takenUntil === null) return null
  const days = daysFrom(addDays(last, -supplier.reviewDays), last)
  const from = days.find((day) => isOrderDay(supplier, { day, last }))
  return from ? { every: 'two-weeks', from, hour: supplier.takenUntil } : null
}

type Par = {
  readonly placeId: number
  readonly par: Readonly<Record<string, number>>
  readonly day: Day
}

async function writePar(tx: Tx, scene: Scene, { placeId, par, day }: Par) {
  const recording = recordingAt(scene, { day, time: '07:58', by: 'Chloé' })
  const lines = Object.entries(par).map(([code, quantity], index) => ({
    row: { position: index + 1, item: itemOf(scene, code), quantity },
    index,
  }))
  await editPar(tx, placeId, { requestId: recording.requestId, seen: 0, lines }, recording)
}
