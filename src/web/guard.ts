// What the table of access means: who is let in, what is a page, and which page a form belongs to.
import type { MiddlewareHandler } from 'hono'
import type { Role } from '#src/db/schema/index.ts'
import { access } from './access.ts'
import type { C, Env } from './context.ts'
import { anyone } from './principals.ts'

/** Lets in who may come in: strangers go to sign in, others get 403, unknown routes 404. */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const { path } = c.req
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const rule = compiled.find((each) => each.method === method && each.pattern.test(path))
  if (!rule) return c.var.deny(compiled.some(({ pattern }) => pattern.test(path)) ? 405 : 404)
  if (rule.roles !== anyone) {
    const principal = c.var.viewer?.role ?? (c.var.night && 'night')
    if (!principal) return method === 'GET' ? c.redirect(signInPath(c), 303) : c.var.deny(401)
    if (!rule.roles.includes(principal)) return c.var.deny(403)
  }
  return next()
}

/** Who a route is open to, for menus: a link nobody may follow is not shown. */
export function mayOpen(role: Role, path: string): boolean {
  const rule = compiled.find((each) => each.method === 'GET' && each.pattern.test(path))
  return rule !== undefined && (rule.roles === anyone || rule.roles.includes(role))
}

/** A page that exists, whoever may open it. */
export function isPage(path: string): boolean {
  return compiled.some(({ method, pattern }) => method === 'GET' && pattern.test(path))
}

/**
 * The page that a form is on, from where the form is sent: /donations/new for /donations, and without
 * such a page the nearest above, /visits/12 for /visits/12/hand-outs.
 */
export function pageOfForm(path: string): string {
  const ofNew = `${path}/new`
  return access.some(([method, page]) => method === 'GET' && page === ofNew)
    ? ofNew
    : pageAbove(path)
}

// No page is deeper: what somebody may send is not looked through to its end.
const deepest = 6

/** The path itself where it is a page, else the nearest page above. */
export function pageAbove(path: string): string {
  const words = path.split('/', deepest)
  const above = words.map((_, index) => words.slice(0, words.length - index).join('/'))
  return above.find((each) => isPage(each)) ?? '/'
}

/** Where a form may be sent by those alone who have signed in. */
export function needsSignIn(path: string): boolean {
  const { pathname } = new URL(path, 'http://relais.invalid')
  const rule = compiled.find((each) => each.method === 'POST' && each.pattern.test(pathname))
  return rule !== undefined && rule.roles !== anyone
}

// A fixed word wins over a parameter (/items/new is not /items/:id), so words are looked at first.
const compiled = access
  .map(([method, path, roles]) => ({
    ...{ method, roles, path },
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  .sort((a, b) => parameters(a.path) - parameters(b.path))

function parameters(path: string): number {
  return path.split(':').length - 1
}

function signInPath(c: C): string {
  const { pathname, search } = new URL(c.req.url)
  const next = pathname + search
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
