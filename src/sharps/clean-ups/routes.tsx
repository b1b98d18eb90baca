import { Hono } from 'hono'
import { changesSince } from '#src/catalog/changes.ts'
import { addDays } from '#src/day.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { changeRow, undoOf, withTheirs } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { render } from '#src/web/render.tsx'
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

  .post('/clean-ups', (c) =>
    posted(c, {
      schema: newCleanUpForm(c.var.today),
      command: beginCleanUp,
      page: (filled, status) => newCleanUp(c, filled, status),
      next: ({ cleanUpId }) => `/clean-ups/${cleanUpId}`,
    }),
  )

  .get('/clean-ups/:id', (c) => cleanUp(c, {}, 200))

  .post('/clean-ups/:id', (c) =>
    posted(c, {
      schema: cleanUpForm(c.var.today),
      command: (tx, form, recording) => editCleanUp(tx, reachOf(c), form, recording),
      undo: undoOf,
      page: (edited, status) => cleanUp(c, { edited }, status),
      next: () => `/clean-ups/${idOf(c)}`,
    }),
  )

  .post('/clean-ups/:id/recoveries', (c) =>
    posted(c, {
      schema: collectedForm,
      command: (tx, form, recording) => recordCollected(tx, reachOf(c), form, recording),
      undo: ({ recoveryId }) => `/recoveries/${recoveryId}/reversal`,
      page: (collected, status) => cleanUp(c, { collected }, status),
      next: () => `/clean-ups/${idOf(c)}`,
    }),
  )

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
