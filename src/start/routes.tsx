// The way in: health for machines, the right first page for each role, the way to every other page.
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { person, type Role } from '#src/db/schema/index.ts'
import { choice } from '#src/fields.ts'
import { bagsAway } from '#src/ledger/bags-away.ts'
import { type Env, viewerOf } from '#src/web/context.ts'
import { isPage, pageAbove } from '#src/web/guard.ts'
import { ourPath } from '#src/web/our-path.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { rememberLanguage } from '#src/web/session.ts'
import { GettingStarted } from '#views/start/getting-started.tsx'
import { Menu } from '#views/start/menu.tsx'
import { beginnings, hasEntries, lastVerification } from './queries.ts'
import { stepGroups } from './steps.ts'

const languageForm = z.strictObject({
  language: choice(['fr', 'en']),
  returnTo: z.string().max(2000),
})

const landing: Record<Role, string> = {
  outreach: '/bags',
  stock: '/stock',
  coordinator: '/alerts',
  admin: '/alerts',
}

export const startRoutes = new Hono<Env>()
  .get('/health', async (c) => {
    const { database, keeping } = c.var.app
    const verification = await database.read(lastVerification)
    return c.json({ status: keeping?.condition() ?? 'ok', verification })
  })

  .get('/', async (c) => {
    if (c.var.night) return c.redirect('/drop-in', 303)
    const page = landing[viewerOf(c).role]
    // Nothing can be reordered before anything is in the book.
    const isNew = page === '/alerts' && !(await c.var.app.database.read(hasEntries))
    return c.redirect(isNew ? '/start' : page, 303)
  })

  .get('/start', async (c) => {
    const begun = await c.var.app.database.read(beginnings)
    const away = await bagsAway(c.var.asOf)
    return render(c, <GettingStarted groups={stepGroups(begun)} begun={begun} away={away} />)
  })

  .get('/menu', (c) => render(c, <Menu />))

  .post('/language', async (c) => {
    const form = await readForm(c, languageForm)
    if (!form.ok) return c.redirect('/', 303)
    const { language, returnTo } = form.values
    const { viewer, app } = c.var
    rememberLanguage(c, language)
    if (viewer) {
      await app.database.write((tx) =>
        tx.update(person).set({ language }).where(eq(person.id, viewer.personId)),
      )
    }
    const path = ourPath(returnTo) ?? '/'
    const [page = '/'] = path.split('?')
    return c.redirect(isPage(page) ? path : pageAbove(page), 303)
  })
