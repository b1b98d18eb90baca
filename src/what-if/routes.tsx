import { Hono } from 'hono'
import { advisedItems } from '#src/advice/advised-items.ts'
import type { Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { WhatIfPage } from '#views/what-if/index.tsx'
import { whatIfQuery } from './form.ts'
import { whatIf } from './what-if.ts'

export const whatIfRoutes = new Hono<Env>().get('/items/:id/what-if', async (c) => {
  const query = readQuery(c, whatIfQuery)
  const items = await advisedItems(c.var.asOf)
  const found = whatIf(items.get(idOf(c)), query)
  return found ? render(c, <WhatIfPage {...found} query={query} />) : c.notFound()
})
