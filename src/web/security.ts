// What every answer carries and every request must pass, static files and errors included.
import type { MiddlewareHandler } from 'hono'
import type { AppOptions, C, Env } from './context.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function headers(app: AppOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    if (app.secure) c.header('Strict-Transport-Security', 'max-age=63072000')
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  }
}

/**
 * A write must come from one of our own pages, whatever its content type: Sec-Fetch-Site says so, or
 * in older browsers Origin. Neither is 403: a browser sends one of them with every POST.
 */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const site = c.req.header('sec-fetch-site')
  const same = site ? site === 'same-origin' : c.req.header('origin') === originOf(c)
  return same ? next() : c.var.deny('origin')
}

/** How the app is reached: PUBLIC_URL, or the address asked for, with the scheme our proxy speaks. */
export function originOf(c: C): string {
  const { publicUrl, trustProxy } = c.var.app
  if (publicUrl) return new URL(publicUrl).origin
  const { host, protocol } = new URL(c.req.url)
  const spoken = trustProxy ? c.req.header('x-forwarded-proto') : undefined
  return `${spoken === 'https' ? 'https:' : protocol}//${host}`
}

const largestBody = 1_048_576

/** Refuses a body that is too large before reading it, and one that grows too large while read. */
export const bodyLimit: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || !c.req.raw.body) return next()
  const announced = c.req.header('content-length')
  if (announced !== undefined) return Number(announced) > largestBody ? c.var.deny(413) : next()
  const body = await bytesOf(c.req.raw.body)
  if (!body) return c.var.deny(413)
  c.req.raw = new Request(c.req.raw, { body })
  return next()
}

/** Everything a stream gives, or null as soon as it is too much; the rest is left unread. */
async function bytesOf(
  stream: ReadableStream<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  const reader = stream.getReader()
  let size = 0
  for (let next = await reader.read(); next.value; next = await reader.read()) {
    size += next.value.byteLength
    if (size > largestBody) return null
    chunks.push(next.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** When the book does not add up nothing more is written to it; everything can still be read. */
export function safeMode(app: AppOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const writes = c.req.method === 'POST' && !c.req.path.startsWith('/sign-')
    return writes && app.keeping?.condition() === 'damaged' ? c.var.deny('damaged') : next()
  }
}
