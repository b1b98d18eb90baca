import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { freshRemoteDatabase, sqldAvailable, startSqld } from './sqld.ts'

describe.skipIf(!sqldAvailable)('a remote database for a test', () => {
  test('is empty, and the next one is another', async () => {
    const first = createClient({ url: await freshRemoteDatabase() })
    const second = createClient({ url: await freshRemoteDatabase() })
    await first.execute('CREATE TABLE shelf (item TEXT)')

    expect(await tablesOf(first)).toEqual(['shelf'])
    expect(await tablesOf(second)).toEqual([])
  })

  test('stops answering when it is stopped', async () => {
    const server = await startSqld()
    await server.stop()
    await expect(fetch(`${server.url}/health`)).rejects.toThrow('fetch failed')
  })
})

async function tablesOf(client: ReturnType<typeof createClient>) {
  const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
  return rows.map((row) => row.name)
}
