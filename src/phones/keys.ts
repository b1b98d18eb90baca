// The keys that phones seal to: a new one each month, kept as long as what was sealed to it may be on the way.
import { desc, lt } from 'drizzle-orm'
import { addDays, type Day, daysBetween } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { sealingKey } from '#src/db/schema/index.ts'
import type { KeyPair } from './seal.ts'

const sealsForDays = 30
/** As long as the requests that make a second arrival harmless are remembered. */
const opensForDays = sealsForDays + 60

export type SealingKey = typeof sealingKey.$inferSelect

/** Every key that still opens something, the newest first. */
export function sealingKeys(db: Db): Promise<SealingKey[]> {
  return db.select().from(sealingKey).orderBy(desc(sealingKey.id))
}

/** True when phones should have another key to seal to. */
export function isDue(newest: SealingKey | undefined, today: Day): boolean {
  return newest === undefined || daysBetween(newest.madeOn, today) >= sealsForDays
}

/** Adds a key and drops those that nothing is sealed to any more. */
export async function addSealingKey(tx: Tx, pair: KeyPair, today: Day): Promise<SealingKey> {
  await tx.delete(sealingKey).where(lt(sealingKey.madeOn, addDays(today, -opensForDays)))
  const [made] = await tx
    .insert(sealingKey)
    .values({ ...pair, madeOn: today })
    .returning()
  if (!made) throw new Error('the database returned no key')
  return made
}
