// A worker's evening in a few words, by the same pages and forms: take a bag, stop, give, bring it back.
import { sql } from 'drizzle-orm'
import type { Answer, Client } from './client.ts'
import { fieldsOf } from './fields.ts'
import type { World } from './world.ts'

/** Takes a bag as its page proposes. @returns the path of the shift */
export async function takeBag(worker: Client, bagId: number): Promise<string> {
  const { text } = await worker.get(`/bags/${bagId}/check-out`)
  return placeOf(await worker.post('/shifts', fieldsOf(text, '/shifts')))
}

/** Starts a visit. @returns the path of the visit */
export async function stopAt(worker: Client, shift: string, venueId: number): Promise<string> {
  return placeOf(await worker.post(`${shift}/visits`, { venueId: String(venueId) }))
}

/** Hands out at a visit: give(worker, world, visit, 'cond 3, nalox 1'). */
export async function give(worker: Client, world: World, visit: string, goods: string) {
  for (const line of goods.split(', ')) {
    const [code = '', quantity = '1'] = line.split(' ')
    const item = String(world.item(code).id)
    placeOf(await worker.post(`${visit}/hand-outs`, { item, quantity }))
  }
}

/** Counts a bag: everything as expected, but for these fields. */
export async function bringBack(
  worker: Client,
  shift: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const path = `${shift}/return`
  const { text } = await worker.get(path)
  const matching = await worker.post(path, { ...fieldsOf(text, path), all: 'match' })
  return worker.post(path, { ...fieldsOf(matching.text, path), ...changes })
}

/** The visits that count, with the people met: "Sky 2, Parc 0". */
export async function stopsMade(world: World): Promise<string> {
  const rows = await world.database.read((db) =>
    db.all<{ stop: string }>(sql`
      select name_fr || ' ' || contacts as stop from visit join location on location.id = venue_id
      where taken_back_on is null order by visit.id`),
  )
  return rows.map(({ stop }) => stop).join(', ')
}

function placeOf(answer: Answer): string {
  if (answer.status !== 303 || answer.location === null) {
    throw new Error(`refused with ${answer.status}: ${problemIn(answer.text)}`)
  }
  return answer.location
}

function problemIn(html: string): string {
  return (
    html.match(/role="alert"[\s\S]*?<\/div>/)?.[0].replace(/<[^>]+>/g, ' ') ?? html.slice(0, 200)
  )
}
