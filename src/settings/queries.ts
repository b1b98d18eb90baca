import type { Db } from '#src/db/gate.ts'
import { setting } from '#src/db/schema/index.ts'

export async function settings(db: Db) {
  const [row] = await db.select().from(setting)
  if (!row) throw new Error('this database has no settings')
  return row
}
