// Static files, read once, served under a name that holds their hash, so that they never go stale.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

type Asset = {
  readonly path: string
  readonly type: string
  readonly body: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
}

export type Assets = {
  /** The address of a file: '/assets/ui.3f2a….css'. */
  readonly path: (name: string) => string
  readonly at: (path: string) => Asset | undefined
}

const names = ['ui.css', 'app.js', 'lines.js', 'prices.js', 'icon.svg'] as const

export function readAssets(): Assets {
  const folder = new URL('../../views/assets/', import.meta.url)
  const htmx = `${dirname(createRequire(import.meta.url).resolve('htmx.org/package.json'))}/dist/htmx.min.js`
  const assets = new Map<string, Asset>()
  for (const name of names) assets.set(name, asset(name, readFileSync(new URL(name, folder))))
  assets.set('htmx.js', asset('htmx.js', readFileSync(htmx)))
  const byPath = new Map([...assets.values()].map((each) => [each.path, each]))
  return {
    path: (name) => {
      const found = assets.get(name)
      if (!found) throw new Error(`no asset is named ${name}`)
      return found.path
    },
    at: (path) => byPath.get(path),
  }
}

function asset(name: string, body: Buffer): Asset {
  const extension = extname(name)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return {
    path: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    body,
    gzip: gzipSync(body),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  }
}
