import { asc, between, eq, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { item, recovery } from '#src/db/schema/index.ts'
import type { Span } from '#src/ledger/consumption.ts'
import { itemsOut } from '#src/ledger/items-out.ts'
import type { Figures } from './return-ratio.ts'

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

/** Needles given by themselves, and in kits. */
async function givenByMonth(db: Db, span: Span, sharps: ReadonlySet<number>) {
  const { out } = await itemsOut(db, span)
  const months = new Map<string, number>()
  for (const { month, alone, inKits } of out.filter(({ itemId }) => sharps.has(itemId))) {
    months.set(month, (months.get(month) ?? 0) + alone + inKits)
  }
  return months
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
