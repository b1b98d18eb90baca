// A view, whole, as an answer.
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Page, type PageContext } from '#views/shared/page.tsx'
import type { C } from './context.ts'
import { mayOpen, pageOfForm } from './guard.ts'
import { undoneOf } from './undo.ts'

/** Renders a page around its context: language, person, what can be undone. */
export async function render(c: C, view: Child, status: ContentfulStatusCode = 200) {
  const { say, viewer, today, assets, programme, app, period, rehearse } = c.var
  const page: PageContext = {
    say,
    today,
    timeZone: app.timeZone,
    path: c.req.path,
    here: addressOf(c),
    programme,
    newId: app.newId,
    asset: (await assets).path,
    unsent: rehearse === null,
    night: period === 'night' || period === 'evening',
    isShared: c.var.night !== null,
    viewer: viewer && {
      ...{ name: viewer.name, role: viewer.role, personId: viewer.personId },
      mayOpen: (path) => mayOpen(viewer.role, path),
    },
    undo: viewer?.undoPath
      ? await app.database.read((db) => undoneOf(db, viewer.undoPath ?? '', say))
      : null,
  }
  const html = <Page context={page}>{view}</Page>
  return c.html(`<!doctype html>${await html.toString()}`, status)
}

/** Where this page can be asked for again: a refused form was sent, and its page is another address. */
function addressOf(c: C): string {
  const { path, method, url } = c.req
  return method === 'POST' ? pageOfForm(path) : path + new URL(url).search
}
