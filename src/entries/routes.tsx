import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { type Problems, problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { ShowEntry } from '#views/entries/show.tsx'
import { entryById } from './queries.ts'
import { takeBackEntry } from './take-back-entry.ts'

export const entriesRoutes = new Hono<Env>()
  .get('/entries/:id', (c) => showEntry(c, {}, 200))

  .post('/entries/:id/reversal', async (c) => {
    const id = idOf(c)
    const form = await readForm(c, buttonForm)
    if (!form.ok) return showEntry(c, form.problems, 422)
    const content = { ...form.values, entryId: id }
    const reversed = await save(
      c,
      content,
      (tx, recording) => takeBackEntry(tx, { id, reader: viewerOf(c) }, recording),
      ([first]) => `/entries/${first}/reversal`,
    )
    return reversed instanceof Refusal
      ? showEntry(c, problemsOfRefusal(reversed, c.var.say), 422)
      : c.redirect(`/entries/${reversed[0]}`, 303)
  })

async function showEntry(c: C, problems: Problems, status: 200 | 422) {
  const { app } = c.var
  const entry = await app.database.read((db) => entryById(db, idOf(c), viewerOf(c)))
  if (!entry) return c.notFound()
  return render(c, <ShowEntry {...{ entry, problems, timeZone: app.timeZone }} />, status)
}
