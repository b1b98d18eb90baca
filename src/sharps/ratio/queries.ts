import { and, asc, between, eq, inArray, sql } from 'drizzle-orm'
import { allRecipes, explode, type Recipe, recipesInForce } from '#src/catalog/recipes.ts'
import { type Day, monthOf } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { consumptionByDay, item, recovery } from '#src/db/schema/index.ts'
import type { Figures } from './return-ratio.ts'

type Span = { readonly from: Day; readonly to: Day }

/** What counts as given out: the needles, by themselves or in kits. */
export async function needles(db: Db) {
  return db
    .select({ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn })
    .from(item)
    .where(eq(item.isSharp, true))
    .orderBy(asc(item.id))
}

/** Given out and recovered, by month: four statements, whatever the history. */
export async function figuresByMonth(db: Db, span: Span) {
  const sharps = await needles(db)
  const given = await givenByMonth(db, span, new Set(sharps.map(({ id }) => id)))
  const back = await recoveredByMonth(db, span)
  const months = new Map<string, Figures>()
  for (const month of new Set([...given.keys(), ...back.keys()])) {
    const { low, likely, high } = back.get(month) ?? { low: 0, likely: 0, high: 0 }
    months.set(month, { given: given.get(month) ?? 0, low, likely, high })
  }
  return { needles: sharps, months }
}

/** A kit counts for the needles in it, by its recipe of that day. */
async function givenByMonth(db: Db, { from, to }: Span, sharps: ReadonlySet<number>) {
  const recipes = await allRecipes(db)
  const holding = [...sharps, ...kitsHolding(recipes, sharps)]
  const rows = await db
    .select({
      itemId: consumptionByDay.itemId,
      day: consumptionByDay.day,
      quantity: sql<number>`sum(${consumptionByDay.quantity})`,
    })
    .from(consumptionByDay)
    .where(and(inArray(consumptionByDay.itemId, holding), between(consumptionByDay.day, from, to)))
    .groupBy(consumptionByDay.itemId, consumptionByDay.day)
  const months = new Map<string, number>()
  for (const { itemId, day, quantity } of rows) {
    const pieces = explode(recipesInForce(recipes, day), itemId, quantity)
    const needles = [...pieces].filter(([id]) => sharps.has(id))
    const units = needles.reduce((sum, [, count]) => sum + count, 0)
    months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + units)
  }
  return months
}

/** Kits that had a needle in them once, kits of kits too. */
function kitsHolding(recipes: readonly Recipe[], sharps: ReadonlySet<number>): number[] {
  const held = new Set<number>(sharps)
  for (let size = 0; size < held.size; ) {
    size = held.size
    for (const { kitId, lines } of recipes) {
      if (lines.some(({ componentId }) => held.has(componentId))) held.add(kitId)
    }
  }
  return [...held].filter((id) => !sharps.has(id))
}

async function recoveredByMonth(db: Db, { from, to }: Span) {
  const month = sql<string>`substr(${recovery.happenedOn}, 1, 7)`
  const net = (column: 'low' | 'likely' | 'high') =>
    sql<number>`sum(iif(${recovery.reversesId} is null, 1, -1) * ${recovery[column]})`
  const rows = await db
    .select({ month, low: net('low'), likely: net('likely'), high: net('high') })
    .from(recovery)
    .where(between(recovery.happenedOn, from, to))
    .groupBy(month)
  return new Map(rows.map((row) => [row.month, row]))
}
