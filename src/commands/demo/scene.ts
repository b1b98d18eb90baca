// The stage: what exists, by the names the demo calls it, and who records what at which moment.
import { sql } from 'drizzle-orm'
import { type Calendar, openFactor, serviceCalendar } from '#src/catalog/calendar.ts'
import { type ItemChoice, itemChoices } from '#src/catalog/items.ts'
import { businessDay, type Day, periodOf } from '#src/day.ts'
import type { Database, Db, Tx } from '#src/db/gate.ts'
import { location, person, route, type Stream } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { isUsable } from '#src/ledger/pick.ts'
import { say } from '#src/messages/index.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal, sentence } from '#src/refusal.ts'
import type { Agenda } from './agenda.ts'
import type { Random } from './random.ts'

export type Scene = {
  readonly database: Database
  readonly random: Random
  readonly timeZone: string
  readonly agenda: Agenda
  readonly calendar: Calendar
  readonly items: ReadonlyMap<string, ItemChoice>
  readonly places: ReadonlyMap<string, number>
  readonly people: ReadonlyMap<string, number>
  readonly routes: ReadonlyMap<string, number>
}

/** Reads the stage anew: called once everything that exists has been made. */
export async function sceneOf(
  before: Pick<Scene, 'database' | 'random' | 'timeZone' | 'agenda'>,
): Promise<Scene> {
  return before.database.read(async (db) => {
    const items = await itemChoices(db)
    const places = await db
      .select({
        id: location.id,
        role: location.role,
        name: sql<string>`coalesce(name_fr, name_en)`,
      })
      .from(location)
    const people = await db.select({ id: person.id, name: person.name }).from(person)
    const routes = await db.select({ id: route.id, name: route.nameFr }).from(route)
    return {
      ...before,
      calendar: await serviceCalendar(db),
      items: new Map(items.map((each) => [each.code, each])),
      // Built-in places go by their role: 'central', 'drop-in-shelves', 'drop-in-floor'.
      places: new Map([
        ...places.map(({ role, id }) => [role, id] as const).reverse(),
        ...places.map(({ name, id }) => [name, id] as const),
      ]),
      people: new Map(people.map(({ name, id }) => [name, id])),
      routes: new Map(routes.flatMap(({ name, id }) => (name === null ? [] : [[name, id]]))),
    }
  })
}

export function itemOf({ items }: Scene, code: string): ItemChoice {
  return known(items, code)
}

export function placeOf({ places }: Scene, name: string): number {
  return known(places, name)
}

export function personOf({ people }: Scene, name: string): number {
  return known(people, name)
}

export function routeOf({ routes }: Scene, name: string): number {
  return known(routes, name)
}

/** How busy a service is on a day: 0 is closed, 1 ordinary. */
export function busyness({ calendar }: Scene, stream: Stream, day: Day): number {
  return openFactor(calendar, stream, day)
}

function known<T>(among: ReadonlyMap<string, T>, name: string): T {
  const found = among.get(name)
  if (found === undefined) throw new Error(`the demo knows no ${name}`)
  return found
}

/** "Sam, on that day, at ten past nine." */
export type Moment = { readonly day: Day; readonly time: string; readonly by: string | null }

/** A new request of somebody at a local time of a simulated day. */
export function recordingAt(scene: Scene, { day, time, by }: Moment): Recording {
  const at = instantOf(day, time, scene.timeZone)
  return recordingOf(scene, { at, by })
}

export function recordingOf(
  { random, timeZone, people }: Pick<Scene, 'random' | 'timeZone' | 'people'>,
  { at, by }: { readonly at: number; readonly by: string | null },
): Recording {
  const rule = { timeZone, endsAtHour: 5 }
  return {
    ...{ requestId: random.uuid(), personId: by === null ? null : known(people, by), at },
    ...{ today: businessDay(at, rule), period: periodOf(at, rule) },
  }
}

/** Runs a day, or a part of one, in one transaction; the demo must do nothing that is refused. */
export async function play<T>({ database }: Pick<Scene, 'database'>, work: (tx: Tx) => Promise<T>) {
  const result = await database.write(work)
  if (!(result instanceof Refusal)) return result
  throw new Error(`The demo was refused: ${sentence(result, say('en').refusals)}`, {
    cause: result,
  })
}

/** Base units of an item in a stockroom that may be given. */
export type Shelf = (place: string, code: string) => number

/** What the stockroom and the drop-in's shelves hold on a day, as the book has it now. */
export async function onShelves(db: Db, scene: Scene, day: Day): Promise<Shelf> {
  const sums = new Map<string, number>()
  const lots = []
  for (const place of ['central', 'drop-in-shelves']) {
    lots.push(...(await lotsIn(db, { locationId: placeOf(scene, place) })))
  }
  for (const lot of lots.filter((each) => isUsable(each, day))) {
    const key = `${lot.locationId} ${lot.itemId}`
    sums.set(key, (sums.get(key) ?? 0) + lot.quantity)
  }
  return (place, code) => sums.get(`${placeOf(scene, place)} ${itemOf(scene, code).id}`) ?? 0
}

const noons = new Map<Day, number>()

/** The instant of a local time; no demo moment falls into the hour when clocks change. */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  const ahead = noons.get(day) ?? hoursAhead(noon, timeZone)
  noons.set(day, ahead)
  return Date.parse(`${day}T${time}:00Z`) - ahead
}

/** How far local clocks are ahead of UTC, in milliseconds. */
function hoursAhead(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const local = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`
  return Date.parse(local) - at
}
