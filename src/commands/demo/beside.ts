// What is done beside shifts, without a bag: events on their days, neighbours with brochures, contacts online.
import { addDays, type Day, daysBetween, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { beginEvent } from '#src/events/hand-out-at-event.ts'
import { giveFromStockroom } from '#src/ledger/hand-out-from-stockroom.ts'
import { countContacts } from '#src/ledger/visit.ts'
import { answered, askedFor, lineOf } from './asked.ts'
import { neighbours, online } from './cast.ts'
import { leftAtNeighbour } from './demand.ts'
import { onShelves, placeOf, recordingAt, type Scene } from './scene.ts'
import type { Span } from './settle.ts'

export const besides = [
  ...neighbours.map((name) => ({ name, role: 'neighbour' as const })),
  { name: online, role: 'online' as const },
]

type Means = Readonly<Record<string, number>>

/** One is still to come. */
const events = [
  {
    ...{ nameFr: 'Atelier sur l’injection', nameEn: 'Injection workshop', before: 41, people: 9 },
    gives: { '1cc': 18, water: 14, swab: 20, nalox: 3, pamph: 9 },
  },
  {
    ...{ nameFr: 'Vaccination en coulisses', nameEn: 'Vaccination backstage' },
    ...{ before: 18, people: 14, gives: { cond: 60, lube: 30, juice: 12, pamph: 12, card: 10 } },
  },
  {
    ...{ nameFr: 'Soirée de dépistage', nameEn: 'Testing evening', before: -9, people: 12 },
    gives: { cond: 40, lube: 20, card: 10 },
  },
] as const

/** Those that do not lie before the book. */
export function eventsBetween({ first, last }: Span) {
  return events
    .map((event) => ({ ...event, on: addDays(last, -event.before) }))
    .filter(({ on }) => on >= first)
}

export async function besideShifts(tx: Tx, scene: Scene, span: Span & { readonly day: Day }) {
  for (const each of occasionsOf(span)) await record(tx, scene, { ...each, day: span.day })
}

type Occasion = {
  readonly place: string
  /** Met, on average. */
  readonly people: number
  readonly gives: Means
}

function occasionsOf({ first, last, day }: Span & { readonly day: Day }): Occasion[] {
  const weekday = weekdayOf(day)
  const today = eventsBetween({ first, last })
    .filter(({ on }) => on === day)
    .map(({ nameFr: place, people, gives }) => ({ place, people, gives }))
  const chat = { place: online, people: 6, gives: {} }
  const week = Math.floor(daysBetween(first, day) / 7)
  const place = neighbours[week % neighbours.length] ?? online
  return [
    ...today,
    ...(weekday === 2 || weekday === 4 ? [chat] : []),
    ...(weekday === 3 ? [{ place, people: 4, gives: leftAtNeighbour }] : []),
  ]
}

async function record(
  tx: Tx,
  scene: Scene,
  { place, people, gives, day }: Occasion & { day: Day },
) {
  const now = () => recordingAt(scene, { day, time: '16:20', by: 'Nadia' })
  const { place: found, visit } = await beginEvent(tx, placeOf(scene, place), now())
  const asked = askedFor(scene.random, gives, 1)
  if (asked.length > 0) {
    const shelf = await onShelves(tx, scene, day)
    const held = new Map(asked.map(({ code }) => [code, shelf('central', code)]))
    const lines = answered(asked, held, () => false)
      .filter(({ given }) => given > 0)
      .map((each) => lineOf(scene, each))
    if (lines.length > 0) {
      await giveFromStockroom(tx, { visit, stockroom: found.stockroom, lines }, now())
    }
  }
  const step = 1 + scene.random.poisson(people)
  await countContacts(tx, { visitId: visit.id, count: { step } }, now())
}
