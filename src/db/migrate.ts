// Brings a database to the present schema. Rebuilding a table drops its triggers, so the triggers of
// the book are dropped before and created after, always from the .sql files as they are now.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate as migrateTables } from 'drizzle-orm/libsql/migrator'
import type { Engine } from './gate.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
const triggers = ['./ledger.sql', './visits.sql']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')

export async function migrate({ drizzle }: Pick<Engine, 'drizzle'>) {
  await drizzle.$client.executeMultiple(await dropTriggers(drizzle))
  await migrateTables(drizzle, { migrationsFolder })
  await drizzle.$client.executeMultiple(`BEGIN;\n${triggers}\nCOMMIT;`)
}

async function dropTriggers(drizzle: Engine['drizzle']): Promise<string> {
  const names = await drizzle.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'trigger'`,
  )
  return `BEGIN;\n${names.map(({ name }) => `DROP TRIGGER "${name}";`).join('\n')}\nCOMMIT;`
}
