// The first database kept prices in cents a base unit; a price is now said for a unit or a pack.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { expect, test } from 'vitest'
import { openDatabase } from '#src/db/open.ts'
import { changeLog, itemSupply, movement, orderLine } from '#src/db/schema/index.ts'
import { repository } from '#test/support/source.ts'
import { temporaryFolder } from '#test/support/world.ts'

/** The migrations as they were when only the first had landed. */
function firstMigrations(): string {
  const folder = join(temporaryFolder(), 'migrations')
  cpSync(join(repository, 'src/db/migrations'), folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  return folder
}

const inCents = `
  insert into item (id, code, name_fr, unit_fr, category, tracking, lots, expiry)
    values (1, 'cond', 'Condom', 'condom', 'safer-sex', 'exact', 'none', 'none');
  insert into location (id, kind, role, name_fr) values
    (1, 'source', 'supplier', 'Cactus'), (2, 'stockroom', 'central', 'Centrale');
  insert into lot (id, item_id, kind) values (1, 1, 'untracked');
  insert into "order" (id, supplier_id, drafted_on) values (1, 1, '2026-11-20');
  insert into order_line (id, order_id, item_id, quantity, unit_cents) values (1, 1, 1, 144, 6);
  insert into item_supply (item_id, supplier_id, unit_cents) values (1, 1, 6);
  insert into entry (id, kind, sign, request_id, part, happened_on, recorded_on)
    values (1, 'receipt', 1, 'r', 0, '2026-11-20', '2026-11-20');
  insert into movement (entry_id, item_id, lot_id, from_id, to_id, quantity, unit_cents) values
    (1, 1, 1, 1, 2, 144, 6), (1, 1, 1, 1, 2, 10, null);
  insert into change_log (table_name, row_id, changed_at, before, after) values
    ('item_supply', 1, 0, '{"rows":[]}',
      '{"rows":[{"itemId":1,"unitCents":6},{"itemId":2,"unitCents":null}]}'),
    ('item', 1, 0, null, '{"code":"cond"}');`

test('a price in whole cents stays what it was, in the book, in plans and in their changes', async () => {
  const url = `file:${join(temporaryFolder(), 'stock.db')}`
  const client = createClient({ url })
  await migrate(drizzle(client), { migrationsFolder: firstMigrations() })
  await client.executeMultiple(inCents)
  client.close()

  const database = await openDatabase({ url })
  const { lines, supplies, movements, changes } = await database.read(async (db) => ({
    lines: await db.select().from(orderLine),
    supplies: await db.select().from(itemSupply),
    movements: await db.select().from(movement).orderBy(movement.id),
    changes: await db.select().from(changeLog).orderBy(changeLog.id),
  }))
  await database.close()
  const sixCents = { price: 600, priceUnits: 1 }
  const unknown = { price: null, priceUnits: null }
  expect([lines, supplies, movements]).toMatchObject([[sixCents], [sixCents], [sixCents, unknown]])
  expect(
    changes.map(({ before, after }) => [JSON.parse(before ?? 'null'), JSON.parse(after)]),
  ).toEqual([
    [
      { rows: [] },
      {
        rows: [
          { itemId: 1, ...sixCents },
          { itemId: 2, ...unknown },
        ],
      },
    ],
    [null, { code: 'cond' }],
  ])
})
