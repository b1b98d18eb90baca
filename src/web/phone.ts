// Which phone is asking: a token of its own, that opens no page and outlives every session.
import { getCookie, setCookie } from 'hono/cookie'
import type { C } from './context.ts'

const keptDays = 400

/** The token of a phone that was paired, whether or not it is trusted still. */
export function phoneToken(c: C): string | undefined {
  return getCookie(c, cookieName(c))
}

/** Longer than a session, because what waits must be sent after it. */
export function keepPhoneToken(c: C, token: string) {
  setCookie(c, cookieName(c), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'Strict', secure: c.var.app.secure },
    maxAge: keptDays * 86_400,
  })
}

/** Where somebody goes on with a shift: outside on a paired phone, on its page elsewhere. */
export function shiftPath(c: C, shiftId: number): string {
  return phoneToken(c) ? `/field/${c.var.say.language}` : `/shifts/${shiftId}`
}

// __Host- needs Secure; a laptop that serves itself over plain HTTP has neither.
function cookieName(c: C): string {
  return c.var.app.secure ? '__Host-phone' : 'phone'
}
