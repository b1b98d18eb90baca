// What a report is told of in its tests: goods and visits on chosen days.
import { donation, recipe, recipeLine, visit } from '#src/db/schema/index.ts'
import { buildKits } from '#src/kits/build-kits.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import { stockUp, type World } from '#test/support/world.ts'

/** Enough of some items, long before. */
export async function stocked(world: World, ...codes: readonly string[]) {
  await stockUp(
    world,
    codes.map((code) => ({ code, quantity: 100_000, on: '2024-01-10' })),
  )
}

/** From the stockroom to a place where people are. */
export async function given(world: World, code: string, quantity: number, on: string, to = 'sky') {
  const places: Record<string, number> = { ...world.venues, ...world.places }
  const from = to === 'floor' ? world.places.shelves : world.places.central
  const itemId = world.item(code).id
  return world.write(async (tx) => {
    const lots = await lotsIn(tx, { locationId: from, itemIds: [itemId] })
    const lot = lots.find((each) => each.quantity >= quantity)
    const goods = { itemId, lotId: lot?.lotId ?? 0, quantity }
    const way = { fromId: from, toId: places[to] ?? 0 }
    return post(tx, { kind: 'hand-out', happenedOn: on }, [{ ...goods, ...way }], world.recording())
  })
}

export async function visited(world: World, venue: string, on: string, contacts: number) {
  const venues: Record<string, number> = { ...world.venues, floor: world.places.floor }
  const period = 'evening' as const
  await world.write((tx) =>
    tx.insert(visit).values({ venueId: venues[venue] ?? 0, happenedOn: on, period, contacts }),
  )
}

export async function donated(
  world: World,
  on: string,
  value: { donorId: number; cents: number | null },
) {
  await world.write(async (tx) => {
    const [made] = await tx
      .insert(donation)
      .values({ donorId: value.donorId, receivedOn: on, valueCents: value.cents })
      .returning()
    const heading = { kind: 'donation' as const, happenedOn: on, donationId: made?.id ?? 0 }
    await post(tx, heading, [], world.recording())
  })
}

/** Builds kits in the stockroom by the recipe in force, of what is there. */
export async function built(world: World, code: string, quantity: number) {
  const form = { requestId: '', placeId: world.places.central, quantity }
  await world.write((tx) => buildKits(tx, world.item(code).id, form, world.recording()))
}

/** A new recipe from today on. */
export async function recipeOf(
  world: World,
  code: string,
  lines: Readonly<Record<string, number>>,
) {
  const kitId = world.item(code).id
  await world.write(async (tx) => {
    const versions = await tx.select().from(recipe)
    const number = versions.filter((each) => each.kitId === kitId).length + 1
    const [made] = await tx
      .insert(recipe)
      .values({ kitId, number, startsOn: world.today() })
      .returning()
    await tx.insert(recipeLine).values(
      Object.entries(lines).map(([component, quantity]) => ({
        ...{ recipeId: made?.id ?? 0, componentId: world.item(component).id, quantity },
      })),
    )
  })
}

/** The text of the row whose name begins so, tags aside. */
export function row(html: string, name: string): string {
  const rows = html.split(/<tr\b/).map((each) =>
    each
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return rows.find((each) => each.startsWith(name)) ?? `no row ${name}`
}

/** The cells of a row of a spreadsheet, by its figure; without what part it is in. */
export function cells(csv: string, name: string): string[] {
  const lines = csv.split('\n').map((each) => each.trim().split(','))
  return lines.find(([, figure]) => figure === name)?.slice(3) ?? []
}
