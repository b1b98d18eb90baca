// A form that arrives after its session has ended is held in the page that asks to sign in, and shown
// again to whoever does: for them to look at and to send. The server keeps nothing of it.
import type { Database } from '#src/db/gate.ts'
import { SignIn } from '#views/people/sign-in.tsx'
import { blank } from '#views/shared/form.tsx'
import type { C } from './context.ts'
import { needsSignIn, pageAbove } from './guard.ts'
import { ourPath } from './our-path.ts'
import { render } from './render.tsx'

/** Characters of a form that are held: encoded once more, they still pass the limit of a body. */
export const largestHeld = 300_000

/** What a form held, as the fields of another one; blank where there is none. */
export type Held = {
  /** Where it was sent. */
  readonly heldPath: string
  /** Its fields, as a query. */
  readonly held: string
}

/** Answers a write of somebody who is not signed in, or not any more: the door, with their form in it. */
export async function holdAtDoor(c: C) {
  const heldPath = c.req.path + new URL(c.req.url).search
  const fields = await fieldsOf(c)
  const isHeld = fields.size > 0 && fields.toString().length <= largestHeld
  const held = isHeld ? { heldPath, held: fields.toString() } : { heldPath: '', held: '' }
  return render(c, <SignIn filled={blank} next={pageAbove(c.req.path)} held={held} />, 401)
}

/**
 * The page of a held form, with everything typed, for the person who has just signed in. Nothing is
 * written by showing it: the form passes as one that asks for more rows, through an app that cannot
 * write. Where the form cannot be shown, or may not be by this person, the way to its page.
 * @returns null when no form was held
 */
export async function heldAgain(c: C, { heldPath, held }: Held): Promise<Response | null> {
  const path = ourPath(heldPath)
  if (path === null || path !== heldPath || !needsSignIn(path) || !c.var.rehearse) return null
  const answer = await c.var.rehearse(asSentNow(c, { heldPath, held }))
  if (answer.status === 200 || answer.status === 422) return c.html(await answer.text())
  return c.redirect(answer.status === 403 ? '/' : pageAbove(path), 303)
}

/** The same database for reading alone. */
export function unwritable(database: Database): Database {
  const write = () => Promise.reject(new Error('a form is shown again, and writes nothing'))
  return { ...database, write, alone: write }
}

/** What was typed, except passwords and what is not text. A file cannot be held: nothing is then. */
async function fieldsOf(c: C): Promise<URLSearchParams> {
  const isWithFile = c.req.header('content-type')?.startsWith('multipart/') ?? false
  const form = isWithFile ? [] : await c.req.formData().catch(() => [])
  return new URLSearchParams(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !/password/i.test(name) ? [[name, value]] : [],
    ),
  )
}

function asSentNow(c: C, { heldPath, held }: Held): Request {
  const fields = new URLSearchParams(held)
  fields.set('more', fields.get('more') ?? '')
  // The session began in this very answer.
  const cookie = c.res.headers.getSetCookie().map((each) => each.split(';')[0])
  return new Request(new URL(heldPath, c.req.url), {
    method: 'POST',
    headers: { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' },
    body: fields,
  })
}
