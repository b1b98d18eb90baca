import { Hono } from 'hono'
import { advisedItems } from '#src/advice/advised-items.ts'
import type { C, Env } from '#src/web/context.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { RationingPage } from '#views/rationing/index.tsx'
import { type RationingQuery, rationingQuery } from './form.ts'
import { sharingPlaces } from './queries.ts'
import { rationing } from './shares.ts'

export const rationingRoutes = new Hono<Env>().get('/rationing', async (c) => {
  const query = readQuery(c, rationingQuery(c.var.today))
  const { items, item, shared } = await sharedAs(c, query)
  return query.item !== null && !item
    ? c.notFound()
    : render(c, <RationingPage {...{ items, item, shared, query }} />)
})

/** The items that can be shared, and the one that is. */
async function sharedAs(c: C, query: RationingQuery) {
  const advised = await advisedItems(c.var.asOf)
  const counted = [...advised.values()].filter(({ advice }) => advice !== null)
  const items = counted.map(({ facts, advice }) => ({
    item: facts.item,
    level: facts.isKit ? null : (advice?.level ?? null),
  }))
  const found = counted.find(({ facts }) => facts.item.id === query.item)
  if (!found?.advice) return { items, item: null, shared: null }
  const { facts, advice } = found
  const kitIds = new Set(facts.channels.flatMap(({ kitId }) => kitId ?? []))
  const kits = new Map(
    counted
      .filter(({ facts: { item } }) => kitIds.has(item.id))
      .map(({ facts: { item } }) => [item.id, item]),
  )
  const { today, app } = c.var
  const places = await app.database.read((db) => sharingPlaces(db, facts.item.id, today))
  const { leadTimeDays } = advice
  const shared = rationing({ facts, places, kits, leadTimeDays }, query)
  return { items, item: facts.item, shared }
}
