// Who may do what: every route of the app, and the roles it is open to. A route that is not here
// answers 404 to everybody, so forgetting one closes it.
import type { MiddlewareHandler } from 'hono'
import type { Role } from '#src/db/schema/index.ts'
import type { C, Env } from './context.ts'

const anyone = 'anyone' as const
const signedIn: readonly Role[] = ['outreach', 'stock', 'coordinator', 'admin']
const office: readonly Role[] = ['stock', 'coordinator', 'admin']
const planners: readonly Role[] = ['coordinator', 'admin']
const admins: readonly Role[] = ['admin']

export type Method = 'GET' | 'POST'
export type Access = readonly [Method, path: string, roles: readonly Role[] | typeof anyone]

export const access: readonly Access[] = [
  ['GET', '/health', anyone],
  ['GET', '/assets/:file', anyone],
  ['POST', '/language', anyone],

  // people
  ['GET', '/sign-in', anyone],
  ['POST', '/sign-in', anyone],
  ['POST', '/sign-in/second-step', anyone],
  ['GET', '/set-up/:token', anyone],
  ['POST', '/set-up/:token', anyone],
  ['GET', '/invitations/:token', anyone],
  ['POST', '/invitations/:token', anyone],
  ['GET', '/demo-sign-in/:token', anyone],
  ['POST', '/demo-sign-in/:token', anyone],
  ['POST', '/sign-out', signedIn],
  ['GET', '/account', signedIn],
  ['POST', '/account/password', signedIn],
  ['GET', '/account/second-step', signedIn],
  ['POST', '/account/second-step', signedIn],
  ['POST', '/account/second-step/confirmation', signedIn],
  ['POST', '/account/second-step/removal', signedIn],
  ['POST', '/account/sessions/:session/end', signedIn],
  ['GET', '/people', admins],
  ['GET', '/people/new', admins],
  ['POST', '/people', admins],
  ['GET', '/people/:id', admins],
  ['POST', '/people/:id', admins],
  ['POST', '/people/:id/disabling', admins],
  ['POST', '/people/:id/enabling', admins],
  ['POST', '/people/:id/second-step-removal', admins],
  ['POST', '/people/:id/invitation', admins],

  // programme
  ['GET', '/', signedIn],
  ['GET', '/start', office],
  ['GET', '/menu', signedIn],
  ['GET', '/search', signedIn],
  ['GET', '/settings', admins],
  ['POST', '/settings', admins],
  ['GET', '/calendar', office],
  ['POST', '/calendar/pattern', planners],
  ['POST', '/calendar/exceptions', planners],
  ['POST', '/calendar/exceptions/:id/removal', planners],
  ['GET', '/changes', office],
  // Who may undo a change is who may make it: src/changes/undo.ts asks by what was changed.
  ['POST', '/changes/:id/reversal', signedIn],

  // catalogue
  ['GET', '/catalogue', office],
  ['GET', '/items/new', office],
  ['POST', '/items', office],
  ['GET', '/items/:id/edit', office],
  ['POST', '/items/:id', office],
  ['POST', '/items/:id/retirement', office],
  ['POST', '/items/:id/restoration', office],
  ['GET', '/items/:id/packs', office],
  ['POST', '/items/:id/packs', office],
  ['GET', '/packs/:id', office],
  ['POST', '/packs/:id', office],
  ['POST', '/packs/:id/retirement', office],
  ['POST', '/packs/:id/restoration', office],
  ['GET', '/items/:id/supplies', office],
  ['POST', '/items/:id/supplies', office],
  ['GET', '/lots/:id', office],
  ['POST', '/lots/:id', office],
  ['POST', '/lots/:id/hold', office],
  ['POST', '/lots/:id/release', office],
  ['GET', '/places', office],
  ['GET', '/places/new', office],
  ['POST', '/places', office],
  ['GET', '/places/:id/edit', office],
  ['POST', '/places/:id', office],
  ['POST', '/places/:id/retirement', office],
  ['POST', '/places/:id/restoration', office],
  ['GET', '/places/:id/par', office],
  ['POST', '/places/:id/par', office],

  // stock
  ['GET', '/stock', signedIn],
  ['GET', '/stock.csv', office],
  ['GET', '/items/:id', signedIn],
  ['GET', '/items/:id/entries', office],
  ['POST', '/items/:id/observations', office],
  ['POST', '/observations/:id/reversal', office],
  ['GET', '/entries/:id', signedIn],
  ['POST', '/entries/:id/reversal', signedIn],

  // donations
  ['GET', '/donations', office],
  ['GET', '/donations/new', office],
  ['POST', '/donations', office],
  ['GET', '/donations/:id', office],

  // transfers and losses
  ['GET', '/transfers', office],
  ['GET', '/transfers/new', office],
  ['POST', '/transfers', office],
  ['GET', '/losses/new', office],
  ['POST', '/losses', office],

  // kits
  ['GET', '/kits', office],
  ['GET', '/kits/:id', office],
  ['POST', '/kits/:id/builds', office],
  ['POST', '/kits/:id/recipes', office],

  // stocktakes
  ['GET', '/stocktakes', office],
  ['POST', '/stocktakes', office],
  ['GET', '/stocktakes/:id', office],
  ['POST', '/stocktakes/:id/lines', office],
  ['POST', '/stocktakes/:id/posting', office],

  // bags and shifts
  ['GET', '/bags', signedIn],
  ['GET', '/bags/:id', signedIn],
  ['GET', '/bags/:id/check-out', signedIn],
  ['POST', '/shifts', signedIn],
  ['GET', '/shifts/:id', signedIn],
  ['GET', '/shifts/:id/return', signedIn],
  ['POST', '/shifts/:id/return', signedIn],
  ['POST', '/shifts/:id/visits', signedIn],
  ['GET', '/visits/:id', signedIn],
  ['POST', '/visits/:id', signedIn],
  ['POST', '/visits/:id/hand-outs', signedIn],
  ['POST', '/visits/:id/unmet', signedIn],
  ['POST', '/unmet/:id/reversal', signedIn],

  // venues and distribution
  ['GET', '/venues', signedIn],
  ['GET', '/venues/:id', signedIn],
  ['GET', '/distribution', office],
  ['GET', '/distribution.csv', office],
  ['GET', '/distribution/entries', office],

  // drop-in
  ['GET', '/drop-in', signedIn],
  ['POST', '/drop-in/hand-outs', signedIn],
  ['POST', '/drop-in/unmet', signedIn],
  ['POST', '/drop-in/visits/:id', signedIn],

  // orders and alerts
  ['GET', '/alerts', office],
  ['GET', '/alerts.csv', office],
  ['GET', '/alerts/expiry', office],
  ['GET', '/alerts/expiry.csv', office],
  ['GET', '/items/:id/what-if', office],
  ['GET', '/orders/calendar', office],
  ['GET', '/orders', office],
  ['GET', '/orders/new', office],
  ['POST', '/orders', office],
  ['GET', '/orders/:id', office],
  ['POST', '/orders/:id', office],
  ['POST', '/orders/:id/sending', office],
  ['POST', '/orders/:id/cancellation', office],
  ['POST', '/orders/:id/closing', office],
  ['GET', '/orders/:id/receipt', office],
  ['POST', '/orders/:id/receipts', office],

  // import and keeping
  ['GET', '/imports', office],
  ['POST', '/imports/preview', office],
  ['POST', '/imports', office],
  ['GET', '/backups', admins],
  ['POST', '/backups', admins],
  ['POST', '/verifications', admins],
]

/** Lets in who may come in: strangers go to sign in, other roles get 403, unknown routes 404. */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const here = compiled.filter(({ pattern }) => pattern.test(c.req.path))
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const rule = here.find((each) => each.method === method)
  if (!rule) return c.var.deny(here.length > 0 ? 405 : 404)
  if (rule.roles !== anyone) {
    const { viewer } = c.var
    if (!viewer) return method === 'GET' ? c.redirect(signInPath(c), 303) : c.var.deny(401)
    if (!rule.roles.includes(viewer.role)) return c.var.deny(403)
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
