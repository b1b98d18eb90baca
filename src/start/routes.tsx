// The way in: health for machines, the right first page for each role, the language.

import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { person } from '#src/db/schema/index.ts'
import { choice } from '#src/fields.ts'
import { type Env, viewerOf } from '#src/web/context.ts'
import { readForm } from '#src/web/read-form.ts'
import { rememberLanguage } from '#src/web/session.ts'

const languageForm = z.strictObject({ language: choice(['fr', 'en']), returnTo: z.string() })

const landing = { outreach: '/bags', stock: '/stock', coordinator: '/alerts', admin: '/alerts' }

export const startRoutes = new Hono<Env>()
  .get('/health', (c) => c.json({ status: c.var.app.keeping?.condition() ?? 'ok' }))

  .get('/', (c) => c.redirect(landing[viewerOf(c).role], 303))

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
    // A path of ours and nothing else: //elsewhere.example is an address of somebody else.
    return c.redirect(/^\/(?![/\\])/.test(returnTo) ? returnTo : '/', 303)
  })
