// What a new database begins with: the places every programme has, and the catalogue of product and
// pack that the field uses. Every name and size can be edited.
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import {
  binType,
  family,
  firstVisitLine,
  item,
  location,
  lot,
  pack,
  recipe,
  recipeLine,
  type Stream,
  servicePattern,
  setting,
  streams,
} from '#src/db/schema/index.ts'
import { starterBinTypes } from './starter-bin-types.ts'
import { starterFirstVisit } from './starter-first-visit.ts'
import { starterFamilies, starterItems } from './starter-items.ts'
import { starterRecipes } from './starter-recipes.ts'

/** Fills a new database; does nothing to one that has been begun. */
export async function begin(tx: Tx, today: Day): Promise<void> {
  const [begun] = await tx.select({ id: setting.id }).from(setting)
  if (begun) return
  await tx.insert(setting).values({
    id: 1,
    programmeName: 'Relais',
    neutralName: 'Relais',
    neutralPage: 'https://www.meteo.gc.ca',
    fiscalYearStart: 4,
    retentionMonths: 3,
    dayEndsAtHour: 5,
  })
  await beginPlaces(tx)
  await beginCalendar(tx, today)
  await beginCatalogue(tx, today)
  await beginFirstVisit(tx)
}

async function beginFirstVisit(tx: Tx) {
  const rows = await tx.select({ id: item.id, code: item.code }).from(item)
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  await tx.insert(firstVisitLine).values(
    starterFirstVisit.map(([code, quantity], position) => ({
      ...{ itemId: idOf(ids, code), quantity, position },
    })),
  )
}

async function beginPlaces(tx: Tx) {
  const central = await beginPlace(tx, {
    ...{ kind: 'stockroom', role: 'central', stream: 'outreach' },
    ...{ nameFr: 'Réserve', nameEn: 'Stockroom' },
  })
  const shelves = await beginPlace(tx, {
    ...{ kind: 'stockroom', role: 'drop-in-shelves', stream: 'drop-in', feederId: central },
    ...{ nameFr: 'Étagères du site fixe', nameEn: 'Drop-in shelves' },
  })
  await beginPlace(tx, {
    ...{ kind: 'venue', role: 'drop-in-floor', stream: 'drop-in', feederId: shelves },
    ...{ nameFr: 'Salle du site fixe', nameEn: 'Drop-in floor' },
  })
  const unlogged = streams.map((stream) => ({
    ...{ kind: 'venue' as const, role: 'unlogged' as const, stream },
    ...{ nameFr: 'Remis, non noté', nameEn: 'Given, not recorded' },
  }))
  await tx.insert(location).values([...otherPlaces, ...unlogged])
}

async function beginPlace(tx: Tx, values: typeof location.$inferInsert): Promise<number> {
  const [made] = await tx.insert(location).values(values).returning({ id: location.id })
  if (!made) throw new Error('the database returned no place')
  return made.id
}

const otherPlaces: readonly (typeof location.$inferInsert)[] = [
  { kind: 'stockroom', role: 'kitchen', nameFr: 'Cuisine', nameEn: 'Kitchen', stream: 'drop-in' },
  {
    ...{ kind: 'stockroom', role: 'clothing-bank', stream: 'drop-in' },
    ...{ nameFr: 'Vestiaire', nameEn: 'Clothing bank' },
  },
  { kind: 'stockroom', role: 'quarantine', nameFr: 'Quarantaine', nameEn: 'Quarantine' },
  { kind: 'venue', role: 'home', nameFr: 'Domicile', nameEn: 'Home', stream: 'outreach' },
  { kind: 'assembly', role: 'assembly', nameFr: 'Assemblage', nameEn: 'Assembly' },
  { kind: 'loss', role: 'expired', nameFr: 'Périmé', nameEn: 'Expired' },
  { kind: 'loss', role: 'damaged', nameFr: 'Abîmé', nameEn: 'Damaged' },
  { kind: 'loss', role: 'lost', nameFr: 'Perdu', nameEn: 'Lost' },
  { kind: 'loss', role: 'found', nameFr: 'Retrouvé', nameEn: 'Found' },
  { kind: 'source', role: 'opening', nameFr: 'Avant ce registre', nameEn: 'Before this book' },
  { kind: 'source', role: 'donor', nameFr: 'Anonyme', nameEn: 'Anonymous', anonymous: true },
]

/** Outreach on weekdays; the drop-in from Wednesday to Saturday, until the programme says otherwise. */
async function beginCalendar(tx: Tx, today: Day) {
  // Years back, so that imported history falls on days that were open.
  const startsOn = `${Number(today.slice(0, 4)) - 5}-01-01`
  const rows = streams.flatMap((stream) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      ...{ stream, weekday, startsOn },
      open: openWeekdays[stream].includes(weekday),
    })),
  )
  await tx.insert(servicePattern).values(rows)
}

const openWeekdays: Readonly<Record<Stream, readonly number[]>> = {
  outreach: [1, 2, 3, 4, 5],
  'drop-in': [3, 4, 5, 6],
  events: [],
}

async function beginCatalogue(tx: Tx, today: Day) {
  const ids = new Map<string, number>()
  await tx.insert(family).values(starterFamilies)
  const rows = await tx
    .insert(item)
    .values(starterItems.map(({ packs: _, ...each }) => each))
    .returning({ id: item.id, code: item.code, lots: item.lots, tracking: item.tracking })
  for (const { id, code } of rows) ids.set(code, id)
  await tx.insert(lot).values(
    rows
      .filter(({ tracking }) => tracking === 'exact')
      .map(({ id, lots }) => ({
        itemId: id,
        kind: lots === 'none' ? ('untracked' as const) : ('unknown' as const),
      })),
  )
  await tx
    .insert(pack)
    .values(
      starterItems.flatMap(({ code, packs }) =>
        packs.map(([nameFr, nameEn, size]) => ({ itemId: idOf(ids, code), nameFr, nameEn, size })),
      ),
    )
  await tx
    .insert(binType)
    .values(
      starterBinTypes.map(({ item: code, ...type }) => ({ ...type, itemId: idOf(ids, code) })),
    )
  for (const { kit, lines } of starterRecipes) {
    const [made] = await tx
      .insert(recipe)
      .values({ kitId: idOf(ids, kit), number: 1, startsOn: today })
      .returning()
    await tx.insert(recipeLine).values(
      lines.map(([code, quantity]) => ({
        recipeId: made?.id ?? 0,
        componentId: idOf(ids, code),
        quantity,
      })),
    )
  }
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the starter catalogue has no ${code}`)
  return id
}
