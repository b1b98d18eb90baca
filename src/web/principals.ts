// Who may stand before a route.
import type { Role } from '#src/db/schema/index.ts'

export const anyone = 'anyone' as const
export const signedIn: readonly Role[] = ['outreach', 'stock', 'coordinator', 'admin']
export const office: readonly Role[] = ['stock', 'coordinator', 'admin']
export const planners: readonly Role[] = ['coordinator', 'admin']
export const admins: readonly Role[] = ['admin']

/** A role, or the shared device of a drop-in night, on which nobody is signed in. */
export type Principal = Role | 'night'
export const tally: readonly Principal[] = [...signedIn, 'night']

export type Method = 'GET' | 'POST'
export type Access = readonly [Method, path: string, roles: readonly Principal[] | typeof anyone]
