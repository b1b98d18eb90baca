import { Hono } from 'hono'
import { changesSince } from '#src/catalog/changes.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { refused, sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Settings } from '#views/settings/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { editSettings } from './edit-settings.ts'
import { settingsForm } from './form.ts'
import { settings } from './queries.ts'

export const settingsRoutes = new Hono<Env>()
  .get('/settings', async (c) => settingsPage(c, blank, 200))

  .post('/settings', async (c) => {
    const form = await readForm(c, settingsForm)
    if (!form.ok) return settingsPage(c, form, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editSettings(tx, form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) return settingsPage(c, refused(c, form.typed, saved), 422)
    return c.redirect('/settings', 303)
  })

async function settingsPage(
  c: C,
  filled: Filled & { readonly overtaken?: boolean },
  status: 200 | 422,
) {
  const version = Number(filled.typed.version)
  const page = await c.var.app.database.read(async (db) => ({
    setting: await settings(db),
    overtaking: filled.overtaken
      ? await changesSince(db, { tableName: 'setting', rowId: 1, version })
      : null,
  }))
  return render(c, <Settings {...page} filled={withTheirs(filled, page.overtaking)} />, status)
}
