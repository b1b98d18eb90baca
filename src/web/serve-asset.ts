import type { C } from './context.ts'

/** Answers a static file in the smallest form the browser reads. */
export async function serveAsset(c: C) {
  const asset = (await c.var.assets).at(c.req.path)
  if (!asset) return c.text('Not found', 404)
  const accepts = c.req.header('accept-encoding') ?? ''
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null
  const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.body
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  if (encoding) c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(body))
}
