import { eq, sql } from 'drizzle-orm'
import { lotIds } from '#src/catalog/lots.ts'
import type { Tx } from '#src/db/gate.ts'
import { onHand, stocktake, stocktakeLine } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'
import type { CountsForm } from './form.ts'
import { stocktakeById } from './queries.ts'

/**
 * Keeps what was counted, each line with what the book says at this moment: what moves later is added
 * by itself. A line sent again unchanged keeps its moment; blank leaves it as it was.
 * @throws Refusal `notFound`, `countPosted`
 */
export async function saveCounts(tx: Tx, stocktakeId: number, form: CountsForm) {
  const count = await stocktakeById(tx, stocktakeId)
  if (!count) return refuse('notFound', {})
  if (count.standing > 0) refuse('countPosted', {})
  const counted = await countedLots(tx, form)
  const before = await linesOf(tx, stocktakeId)
  const now = await balances(tx, count.place.id)
  const rows = [...counted]
    .filter(([lotId, quantity]) => before.get(lotId) !== quantity)
    .map(([lotId, quantity]) => ({
      ...{ stocktakeId, lotId, counted: quantity },
      expected: now.get(lotId) ?? 0,
    }))
  if (rows.length > 0) await upsert(tx, rows)
  await tx
    .update(stocktake)
    .set({ version: sql`${stocktake.version} + 1` })
    .where(eq(stocktake.id, stocktakeId))
  return { saved: rows.length }
}

/** Lots of the sheet with the number typed, and lots found that the sheet did not have. */
async function countedLots(tx: Tx, { counts, lines }: CountsForm): Promise<Map<number, number>> {
  const counted = new Map<number, number>()
  for (const [key, quantity] of Object.entries(counts)) {
    if (quantity !== null) counted.set(Number(key.slice(1)), quantity)
  }
  const found = lines.map(({ row }) => row)
  const ids = await lotIds(
    tx,
    found.map(({ item, lotCode, expiresOn }) => ({
      ...{ itemId: item.id, lots: item.lots, code: lotCode, expiresOn },
    })),
  )
  for (const [index, { quantity }] of found.entries()) counted.set(ids[index] ?? 0, quantity)
  return counted
}

async function linesOf(tx: Tx, stocktakeId: number): Promise<Map<number, number>> {
  const rows = await tx
    .select({ lotId: stocktakeLine.lotId, counted: stocktakeLine.counted })
    .from(stocktakeLine)
    .where(eq(stocktakeLine.stocktakeId, stocktakeId))
  return new Map(rows.map(({ lotId, counted }) => [lotId, counted]))
}

async function balances(tx: Tx, placeId: number): Promise<Map<number, number>> {
  const rows = await tx
    .select({ lotId: onHand.lotId, quantity: onHand.quantity })
    .from(onHand)
    .where(eq(onHand.locationId, placeId))
  return new Map(rows.map(({ lotId, quantity }) => [lotId, quantity]))
}

async function upsert(tx: Tx, rows: (typeof stocktakeLine.$inferInsert)[]) {
  await tx
    .insert(stocktakeLine)
    .values(rows)
    .onConflictDoUpdate({
      target: [stocktakeLine.stocktakeId, stocktakeLine.lotId],
      set: { expected: sql`excluded.expected`, counted: sql`excluded.counted` },
    })
}
