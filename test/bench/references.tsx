// What the same machine does at the same moment with next to no program around it.
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { Hono } from 'hono'
import { temporaryFolder } from '#test/support/world.ts'

/** R_w: a header, eight lines and sixteen balances as three statements in one durable transaction. */
export async function bareWrite(): Promise<() => Promise<unknown>> {
  const client = await durable(`
    CREATE TABLE header (id INTEGER PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL);
    CREATE TABLE line (id INTEGER PRIMARY KEY, header_id INTEGER NOT NULL, item_id INTEGER NOT NULL,
      from_id INTEGER NOT NULL, to_id INTEGER NOT NULL, quantity INTEGER NOT NULL);
    CREATE TABLE balance (place_id INTEGER, item_id INTEGER, quantity INTEGER NOT NULL,
      PRIMARY KEY (place_id, item_id)) WITHOUT ROWID`)
  let header = 0
  return () => {
    header++
    const lines = Array.from({ length: 8 }, (_, line) => [header, line, 1, 2, 10 + line])
    const balances = lines.flatMap(([, item = 0, , , quantity = 0]) => [
      ...[1, item, -quantity, 2, item, quantity],
    ])
    return client.batch(
      [
        { sql: 'INSERT INTO header VALUES (?, ?, ?)', args: [header, '2026-11-23', 'check-out'] },
        {
          sql: `INSERT INTO line (header_id, item_id, from_id, to_id, quantity) VALUES ${places(8, 5)}`,
          args: lines.flat(),
        },
        {
          sql: `INSERT INTO balance VALUES ${places(16, 3)}
            ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity`,
          args: balances,
        },
      ],
      'write',
    )
  }
}

/** R_p: a page of a table of 100 rows, read by one statement and written as elements. */
export async function barePage(): Promise<() => Promise<unknown>> {
  const client = await durable(`
    CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, place TEXT, quantity INTEGER, day TEXT);
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100)
      INSERT INTO item SELECT n, 'Item ' || n, 'Stockroom', n * 7, '2026-11-23' FROM number`)
  const app = new Hono().get('/', async (c) => {
    const { rows } = await client.execute('SELECT id, name, place, quantity, day FROM item')
    return c.html(
      <html lang="en">
        <head>
          <title>Stock</title>
        </head>
        <body>
          <table>
            {rows.map((row) => (
              <tr>
                <td>{row.id}</td>
                <td>{row.name}</td>
                <td>{row.place}</td>
                <td>{row.quantity}</td>
                <td>{row.day}</td>
              </tr>
            ))}
          </table>
        </body>
      </html>,
    )
  })
  return async () => (await app.request('/')).text()
}

async function durable(schema: string): Promise<Client> {
  const url = `file:${join(temporaryFolder(), 'reference.db')}`
  const client = createClient({ url, concurrency: 1 })
  await client.executeMultiple(`
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    ${schema}`)
  return client
}

function places(rows: number, columns: number): string {
  return Array.from({ length: rows }, () => `(${Array(columns).fill('?').join(', ')})`).join(', ')
}
