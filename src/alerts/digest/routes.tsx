// Whether to be told by e-mail, for each to decide for themselves. A message leads here to be stopped; only
// sending the form stops it, for mail programs open links by themselves.
import { Hono } from 'hono'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { DigestChoice } from '#views/alerts/digest/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { chooseDigest } from './choose-digest.ts'
import { digestForm } from './form.ts'
import { digestOf } from './queries.ts'

export const digestRoutes = new Hono<Env>()
  .get('/account/digest', (c) => digestPage(c, blank, 200))

  .post('/account/digest', async (c) => {
    const form = await readForm(c, digestForm)
    if (!form.ok) return digestPage(c, form, 422)
    const { personId } = viewerOf(c)
    const content = { ...form.values, personId }
    const saved = await save(
      c,
      content,
      (tx, recording) => chooseDigest(tx, personId, form.values, recording),
      () => null,
    )
    if (!(saved instanceof Refusal)) return c.redirect('/account', 303)
    // Overtaken by oneself, elsewhere: what was typed may be saved over it.
    const { version: _, ...typed } = form.typed
    return digestPage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
  })

async function digestPage(c: C, filled: Filled, status: 200 | 422) {
  const { app } = c.var
  const chosen = await app.database.read((db) => digestOf(db, viewerOf(c).personId))
  return render(c, <DigestChoice {...{ chosen, filled, offered: app.sendsMail }} />, status)
}
