import { Hono } from 'hono'
import { Refusal, sentence } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Imports } from '#views/imports/index.tsx'
import { Preview } from '#views/imports/preview.tsx'
import { importForm } from './form.ts'
import { type Known, knownOf, type Plan, planImport, type Unreadable } from './plan.ts'
import { type Imported, requestOfFile, runImport } from './run-import.ts'

export const importsRoutes = new Hono<Env>()
  .get('/imports', (c) => render(c, <Imports />))

  .post('/imports/preview', async (c) => {
    const csv = await csvOf(c)
    const { plan } = await planned(c, csv)
    return preview(c, csv, plan)
  })

  .post('/imports', async (c) => {
    const form = await readForm(c, importForm())
    if (!form.ok) return c.redirect('/imports', 303)
    const { csv } = form.values
    const { plan, known } = await planned(c, csv)
    if (plan.kind === 'unreadable' || plan.problems.length > 0) return preview(c, csv, plan)
    const request = await c.var.app.database.read((db) => requestOfFile(db, csv))
    const imported = await save(
      c,
      { requestId: request.id },
      (tx, recording) => runImport(tx, plan, known, recording),
      ({ entryId }) => (entryId === null ? null : `/entries/${entryId}/reversal`),
    )
    if (imported instanceof Refusal) {
      const text = sentence(imported, c.var.say.refusals)
      return render(c, <Preview {...{ csv, plan, importedOn: null }} refusal={text} />, 422)
    }
    return c.redirect(whereShown[imported.kind], 303)
  })

const whereShown: Readonly<Record<Imported['kind'], string>> = {
  catalogue: '/catalogue',
  opening: '/stock',
  'past-use': '/imports',
}

async function planned(c: C, csv: string): Promise<{ plan: Plan | Unreadable; known: Known }> {
  const known = await c.var.app.database.read(knownOf)
  return { plan: planImport(csv, c.var.today, known), known }
}

async function preview(c: C, csv: string, plan: Plan | Unreadable) {
  const { importedOn } = await c.var.app.database.read((db) => requestOfFile(db, csv))
  const isGood = plan.kind !== 'unreadable' && plan.problems.length === 0
  const view = <Preview {...{ csv, plan, importedOn }} refusal={null} />
  return render(c, view, isGood ? 200 : 422)
}

/** The file chosen, or else the text pasted. */
async function csvOf(c: C): Promise<string> {
  const form = await c.req.formData().catch(() => new FormData())
  const [file, pasted] = [form.get('file'), form.get('csv')]
  if (file instanceof File && file.size > 0) return file.text()
  return typeof pasted === 'string' ? pasted : ''
}
