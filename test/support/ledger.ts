// The book as text, to set a story up and to say what came of it:
//
//   await ledger(world, 'donor -> central N26 100, cooker 40 / central -> bag1 N26 12')
//   expect(await holds(world, 'bag1')).toBe('N26 12')
//   expect(await told(world, entryId)).toBe('bag1 -> sky N26 3')
//
// N26 is the lot of naloxone that expires at the end of 2026, N? its unknown lot; an item without lots is
// its code. Places are those of the named world.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { builtInLots, lotIds } from '#src/catalog/lots.ts'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { entry, item, lot, movement } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { World } from './world.ts'

const letters: Readonly<Record<string, string>> = {
  C: 'cond',
  J: 'juice',
  L: 'lube',
  N: 'nalox',
  S: '1cc',
}

type Kind = (typeof entry.$inferSelect)['kind']

/** Posts an entry for each part of the story, separated by slashes. @returns their ids */
export async function ledger(world: World, story: string, on?: Day): Promise<number[]> {
  const ids: number[] = []
  for (const part of story.split(' / ')) {
    const [, from = '', to = '', goods = ''] = part.match(/^(\S+) -> (\S+) (.+)$/) ?? []
    const places = { fromId: placeId(world, from), toId: placeId(world, to) }
    const heading = { kind: kindOf(world, from, to), happenedOn: on ?? world.today() }
    const id = await world.write(async (tx) => {
      const lines = goods.split(', ').map(readLot)
      const lots = await lotsOf(tx, world, lines)
      const movements: Movement[] = lines.map(({ code, quantity }, index) => ({
        ...{ itemId: world.item(code).id, lotId: lots[index] ?? 0, quantity },
        ...places,
      }))
      return post(tx, heading, movements, world.recording())
    })
    ids.push(id)
  }
  return ids
}

/** What a place holds: "C28 12, N? -3"; "nothing" when it is empty. */
export async function holds(world: World, place: string): Promise<string> {
  const locationId = placeId(world, place)
  const lots = await world.database.read((db) => lotsIn(db, { locationId }))
  const names = await lotNames(world)
  const lines = lots.map(({ lotId, quantity }) => `${names.get(lotId)} ${quantity}`)
  return lines.sort().join(', ') || 'nothing'
}

/** What some entries moved, in order: "bag1 -> sky C28 3 / bag1 -> lost C28 1"; "nothing" for none. */
export async function told(world: World, ...entryIds: readonly number[]): Promise<string> {
  const names = await lotNames(world)
  const rows = await world.database.read((db) =>
    db
      .select()
      .from(movement)
      .where(inArray(movement.entryId, [...entryIds]))
      .orderBy(asc(movement.id)),
  )
  const lines = rows.map(
    ({ fromId, toId, lotId, quantity }) =>
      `${placeName(world, fromId)} -> ${placeName(world, toId)} ${names.get(lotId)} ${quantity}`,
  )
  return lines.join(' / ') || 'nothing'
}

/** The entries of one kind that count, oldest first. */
export async function entriesOf(world: World, kind: Kind): Promise<number[]> {
  const later = alias(entry, 'later')
  const rows = await world.database.read((db) =>
    db
      .select({ id: entry.id, reversed: later.id })
      .from(entry)
      .leftJoin(later, eq(later.reversesId, entry.id))
      .where(and(eq(entry.kind, kind), eq(entry.sign, 1)))
      .orderBy(asc(entry.id)),
  )
  return rows.filter(({ reversed }) => reversed === null).map(({ id }) => id)
}

/** The id of a lot by its name here. */
export async function lotNamed(world: World, name: string): Promise<number> {
  const found = [...(await lotNames(world))].find(([, each]) => each === name)
  if (!found) throw new Error(`the world has no lot ${name}`)
  return found[0]
}

type Line = { readonly code: string; readonly lotName: string; readonly quantity: number }

function readLot(text: string): Line {
  const [name = '', quantity] = text.split(' ')
  const [, letter = '', year] = name.match(/^([A-Z])(\d\d|\?)$/) ?? []
  return { code: letters[letter] ?? name, lotName: year ?? '', quantity: Number(quantity) }
}

async function lotsOf(tx: Tx, world: World, lines: readonly Line[]): Promise<number[]> {
  const builtIn = await builtInLots(
    tx,
    lines.map(({ code }) => world.item(code).id),
  )
  const real = lines.filter(({ lotName }) => lotName !== '?')
  const ids = await lotIds(
    tx,
    real.map(({ code, lotName }) => ({
      ...{ itemId: world.item(code).id, lots: world.item(code).lots },
      code: world.item(code).lots === 'number' ? `${code}-${lotName}` : '',
      expiresOn: lotName === '' ? null : `20${lotName}-12-31`,
    })),
  )
  return lines.map((line) =>
    line.lotName === '?'
      ? (builtIn.get(world.item(line.code).id) ?? 0)
      : (ids[real.indexOf(line)] ?? 0),
  )
}

async function lotNames(world: World): Promise<ReadonlyMap<number, string>> {
  const rows = await world.database.read((db) =>
    db
      .select({ id: lot.id, kind: lot.kind, expiresOn: lot.expiresOn, code: item.code })
      .from(lot)
      .innerJoin(item, eq(item.id, lot.itemId)),
  )
  const letterOf = (code: string) =>
    Object.entries(letters).find(([, each]) => each === code)?.[0] ?? code
  return new Map(
    rows.map(({ id, kind, expiresOn, code }) => [
      id,
      kind === 'real'
        ? `${letterOf(code)}${expiresOn?.slice(2, 4) ?? ''}`
        : kind === 'unknown'
          ? `${letterOf(code)}?`
          : code,
    ]),
  )
}

/** The id of a place by its name in the world. */
export function placeId(world: World, name: string): number {
  const id = namedPlaces(world).get(name)
  if (id === undefined) throw new Error(`the world has no place ${name}`)
  return id
}

function placeName(world: World, id: number): string {
  return [...namedPlaces(world)].find(([, each]) => each === id)?.[0] ?? `place ${id}`
}

function namedPlaces({ places, bags, venues }: World): Map<string, number> {
  return new Map(Object.entries({ ...places, ...bags, ...venues }))
}

function kindOf(world: World, from: string, to: string): Kind {
  const isVenue = (name: string) => name in world.venues || name === 'floor' || name === 'unlogged'
  if (from === 'donor') return 'donation'
  if (from === 'opening') return 'opening'
  if (isVenue(to)) return 'hand-out'
  return ['lost', 'damaged', 'expired', 'found'].includes(to) ? 'loss' : 'transfer'
}
