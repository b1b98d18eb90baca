import { Hono } from 'hono'
import type { Env } from '#src/web/context.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { Search } from '#views/search/index.tsx'
import { searchQuery } from './form.ts'
import { found } from './queries.ts'

export const searchRoutes = new Hono<Env>().get('/search', async (c) => {
  const { q } = readQuery(c, searchQuery)
  const results = await c.var.app.database.read((db) => found(db, q))
  return render(c, <Search {...{ q, results }} />)
})
