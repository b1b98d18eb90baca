import { Hono } from 'hono'
import { changesSince } from '#src/catalog/changes.ts'
import { addDays } from '#src/day.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { changeRow, refused, sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { CleanUps } from '#views/sharps/clean-ups/index.tsx'
import { NewCleanUp } from '#views/sharps/clean-ups/new.tsx'
import { ShowCleanUp } from '#views/sharps/clean-ups/show.tsx'
import { binTypes } from '../bin-types/queries.ts'
import { recoveriesOf } from '../recoveries/queries.ts'
import { cleanUpForm, collectedForm, newCleanUpForm } from './form.ts'
import { cleanUpById, cleanUps, type Reach, sectors } from './queries.ts'
import { beginCleanUp, cancelCleanUp, editCleanUp, recordCollected } from './record-clean-up.ts'

export const cleanUpRoutes = new Hono<Env>()
  .get('/clean-ups', async (c) => {
    const page = { before: beforeOf(c), size: pageSize, since: reachOf(c).since }
    const rows = await c.var.app.database.read((db) => cleanUps(db, page))
    return render(c, <CleanUps rows={rows} />)
  })

  .get('/clean-ups/new', (c) => newCleanUp(c, blank, 200))

  .post('/clean-ups', async (c) => {
    const form = await readForm(c, newCleanUpForm(c.var.today))
    if (!form.ok) return newCleanUp(c, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => beginCleanUp(tx, form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) return newCleanUp(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/clean-ups/${saved.cleanUpId}`, 303)
  })

  .get('/clean-ups/:id', (c) => cleanUp(c, {}, 200))

  .post('/clean-ups/:id', async (c) => {
    const form = await readForm(c, cleanUpForm(c.var.today))
    if (!form.ok) return cleanUp(c, { edited: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editCleanUp(tx, reachOf(c), form.values, recording),
      undoOf,
    )
    if (saved instanceof Refusal) {
      return cleanUp(c, { edited: refused(c, form.typed, saved) }, 422)
    }
    return c.redirect(`/clean-ups/${idOf(c)}`, 303)
  })

  .post('/clean-ups/:id/recoveries', async (c) => {
    const form = await readForm(c, collectedForm)
    if (!form.ok) return cleanUp(c, { collected: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => recordCollected(tx, reachOf(c), form.values, recording),
      ({ recoveryId }) => `/recoveries/${recoveryId}/reversal`,
    )
    if (saved instanceof Refusal) {
      return cleanUp(c, { collected: refused(c, form.typed, saved) }, 422)
    }
    return c.redirect(`/clean-ups/${idOf(c)}`, 303)
  })

  .post('/clean-ups/:id/cancellation', (c) =>
    changeRow(c, {
      command: (tx, { version }, recording) => cancelCleanUp(tx, reachOf(c), version, recording),
      again: (filled) => cleanUp(c, { edited: filled }, 422),
      next: () => '/clean-ups',
    }),
  )

/** Outside, yesterday's is still written up; what is further back is read in the office. */
function reachOf(c: C): Reach {
  const since = viewerOf(c).role === 'outreach' ? addDays(c.var.today, -1) : null
  return { id: idOf(c), since }
}

async function newCleanUp(c: C, filled: Filled, status: 200 | 422) {
  const known = await c.var.app.database.read(sectors)
  return render(c, <NewCleanUp {...{ filled }} sectors={known} />, status)
}

/** The page has two forms: each comes back as it was sent, the other as it was. */
type Sent = {
  readonly edited?: Filled & { readonly overtaken?: boolean }
  readonly collected?: Filled
}

async function cleanUp(c: C, { edited = blank, collected = blank }: Sent, status: 200 | 422) {
  const at = reachOf(c)
  const overtaken = 'overtaken' in edited && edited.overtaken
  const seen = { tableName: 'clean_up', rowId: at.id, version: Number(edited.typed.version) }
  const page = await c.var.app.database.read(async (db) => ({
    found: await cleanUpById(db, at),
    rows: await recoveriesOf(db, at.id),
    types: (await binTypes(db, { withRetired: false })).map(({ type }) => type),
    overtaking: overtaken ? await changesSince(db, seen) : null,
  }))
  const { found, overtaking } = page
  if (!found) return c.notFound()
  const again = withTheirs(edited, overtaking)
  return render(c, <ShowCleanUp {...{ ...page, found, collected }} edited={again} />, status)
}
