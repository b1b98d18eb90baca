import { Hono } from 'hono'
import { firstVisitLines } from '#src/catalog/first-visit.ts'
import { itemChoices } from '#src/catalog/items.ts'
import { wholeList } from '#src/db/amend-list.ts'
import { lastChangeId } from '#src/db/change-log.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { refused, undoOf } from '#src/web/editing.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { FirstVisit } from '#views/venues/first-visit/edit.tsx'
import { editFirstVisit } from './edit-first-visit.ts'
import { firstVisitForm } from './form.ts'

export const firstVisitRoutes = new Hono<Env>()
  .get('/venues/first-visit', (c) => firstVisitPage(c, blank, 200))

  .post('/venues/first-visit', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, firstVisitForm(items))
    if (!form.ok) return firstVisitPage(c, form, form.status)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => editFirstVisit(tx, form.values, recording),
      undoOf,
    )
    if (saved instanceof Refusal) return firstVisitPage(c, refused(c, form.typed, saved), 422)
    return c.redirect('/venues/first-visit', 303)
  })

async function firstVisitPage(c: C, filled: Filled, status: 200 | 422) {
  const found = await c.var.app.database.read(async (db) => ({
    items: (await itemChoices(db)).filter((item) => item.allowedInBags),
    lines: await firstVisitLines(db),
    seen: await lastChangeId(db, 'first_visit_line', wholeList),
  }))
  return render(c, <FirstVisit {...found} filled={filled} />, status)
}
