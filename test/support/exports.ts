import type { Answer, Client } from './client.ts'

/** Takes what leaves as its button does: written down first, then the file. */
export async function exported(client: Client, path: string): Promise<Answer> {
  const { status, location } = await client.post('/exports', { path })
  if (status !== 303 || location === null) throw new Error(`no export: ${status}`)
  return client.get(location)
}
