// The afternoons: bags go out, stops are made, bags come back.
import { addDays, businessDay, type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import type { HandedOut } from '#src/ledger/change-hand-out.ts'
import { handOut } from '#src/ledger/hand-out.ts'
import { skipStopAt } from '#src/ledger/skip-stop.ts'
import { startVisit } from '#src/ledger/start-visit.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts } from '#src/ledger/visit.ts'
import { answered, askedFor, lineOf } from './asked.ts'
import { bringBack } from './bring-back.ts'
import type { Venue } from './cast.ts'
import { takeBag } from './check-out.ts'
import { askedAtVenue, season, weekdayRhythm } from './demand.ts'
import { roundsOf, routes } from './rounds.ts'
import {
  instantOf,
  itemOf,
  personOf,
  placeOf,
  recordingAt,
  recordingOf,
  routeOf,
  type Scene,
} from './scene.ts'

const minute = 60_000
/** Put away empty, because it may not leave again for weeks. */
const spareBag = 'Sac noir'

type Afternoon = { readonly day: Day; readonly last: Day }

export async function afternoonOf(tx: Tx, scene: Scene, { day, last }: Afternoon) {
  const { random, timeZone } = scene
  for (const { leaves, ...round } of roundsOf(random, { day, last })) {
    const leavesAt = instantOf(day, leaves, timeZone) + random.between(0, 40) * minute
    const { shiftId, by, until, visitId, given } = await goRound(tx, scene, { ...round, leavesAt })
    await passBy(tx, scene, { ...round, shiftId, by, at: until })
    const left = round.bag === spareBag ? 'empty' : 'leave'
    const back = { shiftId, by, at: until + 25 * minute, given, left } as const
    const forgotten = await bringBack(tx, scene, back)
    if (forgotten && visitId && random.chance(0.3)) {
      remember(scene, { visitId, lines: [forgotten], day })
    }
  }
}

type Passing = Pick<Round, 'route' | 'stops'> & {
  readonly shiftId: number
  readonly by: string | null
  readonly at: number
}

/** Of the places of the route that were left out, some are said to be. */
async function passBy(tx: Tx, scene: Scene, { route, stops, shiftId, by, at }: Passing) {
  const planned = routes.find(({ name }) => name === route)?.stops ?? []
  for (const venue of planned.filter((each) => !stops.includes(each))) {
    if (!scene.random.chance(0.6)) continue
    const skipping = { shiftId, venueId: placeOf(scene, venue.name), skipped: true }
    await skipStopAt(tx, skipping, recordingOf(scene, { at, by }))
  }
}

type Remembered = {
  readonly visitId: number
  readonly lines: readonly HandedOut[]
  readonly day: Day
}

/** The next morning somebody knows where the missing units went. */
function remember(scene: Scene, { visitId, lines, day }: Remembered) {
  scene.agenda.plan(addDays(day, 1), (tx, today) =>
    handOut(tx, { visitId, lines }, recordingAt(scene, { day: today, time: '09:40', by: 'Sam' })),
  )
}

export type Round = {
  readonly bag: string
  readonly people: readonly string[]
  /** The name of a saved route. */
  readonly route: string
  /** Instant. */
  readonly leavesAt: number
  readonly stops: readonly Venue[]
}

/** Takes a bag and makes its stops. @returns the shift with its last visit and that one's instant */
export async function goRound(tx: Tx, scene: Scene, round: Round) {
  const { bag, people, route, leavesAt, stops } = round
  const by = people[0] ?? null
  const taking = {
    bagId: placeOf(scene, bag),
    people: people.map((name) => personOf(scene, name)),
    routeId: routeOf(scene, route),
  }
  const { shiftId, left } = await takeBag(tx, taking, recordingOf(scene, { at: leavesAt, by }))
  let until = leavesAt
  let visitId: number | null = null
  const given = new Set<number>()
  for (const venue of stops) {
    until += scene.random.between(14, 32) * minute
    visitId = await stop(tx, scene, { shiftId, venue, left, given, by, at: until })
  }
  return { shiftId, by, until, visitId, given }
}

type Stop = {
  readonly shiftId: number
  readonly venue: Venue
  /** What the bag still holds, by item. */
  readonly left: Map<string, number>
  /** The items handed out so far. */
  readonly given: Set<number>
  readonly by: string | null
  readonly at: number
}

async function stop(tx: Tx, scene: Scene, { shiftId, venue, left, given, by, at }: Stop) {
  const { random } = scene
  const now = () => recordingOf(scene, { at, by })
  const visitId = await startVisit(tx, { shiftId, venueId: placeOf(scene, venue.name) }, now())
  const factor = busyAt(scene, at)
  // Now and then nobody is there: the visit counts all the same.
  const means = random.chance(0.07) ? {} : askedAtVenue[venue.role]
  const isThereAfterAll = () => random.chance(0.2)
  const answers = answered(askedFor(random, means, factor), left, isThereAfterAll)

  const lines = answers.filter(({ given }) => given > 0).map((each) => lineOf(scene, each))
  if (lines.length > 0) await handOut(tx, { visitId, lines }, now())
  for (const { itemId } of lines) given.add(itemId)
  for (const { code, unmet } of answers.filter(({ unmet }) => unmet > 0)) {
    if (!random.chance(0.8)) continue
    await recordUnmet(tx, { visitId, itemId: itemOf(scene, code).id, quantity: unmet }, now())
  }
  const contacts = answers.length === 0 ? 0 : 1 + random.poisson(4 * factor)
  if (contacts > 0) await countContacts(tx, { visitId, count: { contacts, version: 1 } }, now())
  return visitId
}

function busyAt({ timeZone }: Scene, at: number): number {
  const day = businessDay(at, { timeZone, endsAtHour: 5 })
  return season(day, 'outreach') * (weekdayRhythm[weekdayOf(day)] ?? 1)
}
