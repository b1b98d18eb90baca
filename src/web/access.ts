// Who may do what: every route of the app, and the roles it is open to. A route that is not here
// answers 404 to everybody, so forgetting one closes it.
import type { Role } from '#src/db/schema/index.ts'

export const anyone = 'anyone' as const
const signedIn: readonly Role[] = ['outreach', 'stock', 'coordinator', 'admin']
const office: readonly Role[] = ['stock', 'coordinator', 'admin']
const planners: readonly Role[] = ['coordinator', 'admin']
const admins: readonly Role[] = ['admin']

/** A role, or the shared device of a drop-in night, on which nobody is signed in. */
export type Principal = Role | 'night'
const tally: readonly Principal[] = [...signedIn, 'night']
export type Method = 'GET' | 'POST'
export type Access = readonly [Method, path: string, roles: readonly Principal[] | typeof anyone]

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
  ['GET', '/account/digest', office],
  ['POST', '/account/digest', office],
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
  ['GET', '/', tally],
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
  ['GET', '/late-entry', signedIn],
  ['POST', '/late-entry/preview', signedIn],
  ['POST', '/late-entry', signedIn],

  // venues and distribution
  ['GET', '/venues', signedIn],
  ['GET', '/venues/:id', signedIn],
  ['GET', '/distribution', office],
  ['GET', '/distribution.csv', office],
  ['GET', '/distribution/entries', office],

  // drop-in
  ['GET', '/drop-in', tally],
  ['POST', '/drop-in/hand-outs', tally],
  ['POST', '/drop-in/unmet', tally],
  ['POST', '/drop-in/unmet/:id/reversal', tally],
  ['POST', '/drop-in/visits/:id', tally],
  ['GET', '/drop-in/opening', planners],
  ['POST', '/drop-in/observations', tally],
  ['POST', '/drop-in/observations/:id/reversal', tally],
  ['POST', '/drop-in/nights', planners],
  ['POST', '/drop-in/devices/:id/end', planners],
  ['POST', '/drop-in/closing', tally],
  ['POST', '/drop-in/nights/:id/reopening', signedIn],
  ['GET', '/drop-in/closed', anyone],
  // used sharps
  ['GET', '/sharps', signedIn],
  ['GET', '/bins/new', signedIn],
  ['POST', '/bins', signedIn],
  ['GET', '/bins/:id', office],
  ['POST', '/bins/:id', office],
  ['GET', '/bins/:id/swap', signedIn],
  ['GET', '/drop-in/closing', tally],
  ['POST', '/bins/:id/swaps', signedIn],
  ['GET', '/drop-in/sheet', signedIn],
  ['GET', '/drop-in/nights/:id', signedIn],
  ['POST', '/bin-events/:id/reversal', signedIn],
  ['GET', '/recoveries', office],
  ['GET', '/recoveries/new', signedIn],
  ['POST', '/recoveries', signedIn],
  ['POST', '/recoveries/:id/reversal', signedIn],
  ['GET', '/bin-types', office],
  ['GET', '/bin-types/new', office],
  ['POST', '/bin-types', office],
  ['GET', '/bin-types/:id', office],
  ['POST', '/bin-types/:id', office],
  ['POST', '/bin-types/:id/retirement', office],
  ['POST', '/bin-types/:id/restoration', office],

  // orders and alerts
  ['GET', '/alerts', office],
  ['GET', '/alerts.csv', office],
  ['GET', '/alerts/expiry', office],
  ['GET', '/alerts/expiry.csv', office],
  ['GET', '/alerts/:id/snooze', office],
  ['POST', '/alerts/:id/snooze', office],
  ['POST', '/alerts/:id/waking', office],
  ['GET', '/items/:id/what-if', office],
  ['GET', '/rationing', office],
  ['GET', '/orders', office],
  ['GET', '/orders/calendar', office],
  ['GET', '/orders/suppliers/:id', office],
  ['GET', '/orders/new', office],
  ['POST', '/orders', office],
  ['GET', '/orders/:id', office],
  ['POST', '/orders/:id', office],
  ['GET', '/orders/:id/lines.csv', office],
  ['POST', '/orders/:id/sending', office],
  ['POST', '/orders/:id/cancellation', office],
  ['POST', '/orders/:id/closing', office],
  ['GET', '/orders/:id/receipt', office],
  ['POST', '/orders/:id/receipts', office],

  // phones without signal: the shell holds no data, and the outbox has the phone's own token
  ['GET', '/phones', signedIn],
  ['POST', '/phones', signedIn],
  ['POST', '/phones/:id/revocation', signedIn],
  ['POST', '/outbox', anyone],
  ['GET', '/held', planners],
  ['POST', '/held/:entry', planners],
  ['GET', '/field/:language', anyone],
  ['GET', '/working-copy.json', signedIn],
  ['GET', '/sw.js', anyone],
  ['GET', '/manifest.webmanifest', anyone],

  // import and keeping
  ['GET', '/imports', office],
  ['POST', '/imports/preview', office],
  ['POST', '/imports', office],
  ['GET', '/backups', admins],
  ['POST', '/backups', admins],
  ['POST', '/verifications', admins],
]
