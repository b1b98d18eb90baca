// Static files, read once, served under a name that holds their hash, so that they never go stale.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  /** The program that keeps the page used outside, with the list of what it keeps. */
  readonly serviceWorker: string
}

const own = new URL('../../views/assets/', import.meta.url)
const { resolve } = createRequire(import.meta.url)

/** Where the folders of a module's name are. */
const folders: Readonly<Record<string, string>> = {
  noble: dirname(resolve('@noble/hashes/argon2.js')),
  field: fileURLToPath(new URL('field', own)),
}

const entryPoints = [
  'ui.css',
  'app.js',
  'lines.js',
  'prices.js',
  'icon.svg',
  'htmx.js',
  'pair.js',
  'field/main.js',
]
/** What the page used outside needs when there is no signal, with all that these import. */
const keptOutside = ['ui.css', 'icon.svg', 'field/main.js']

export function readAssets(): Assets {
  const assets = new Map<string, Asset>()
  for (const name of entryPoints) read(name, assets)
  const byPath = new Map([...assets.values()].map((each) => [each.path, each]))
  const path = (name: string) => {
    const found = assets.get(name)
    if (!found) throw new Error(`no asset is named ${name}`)
    return found.path
  }
  const kept = [...assets.keys()].filter((name) => name.includes('/') || keptOutside.includes(name))
  return { path, at: (at) => byPath.get(at), serviceWorker: serviceWorkerOf(kept.map(path)) }
}

/** Reads a file and, before it, the modules it imports: their addresses are part of its text. */
function read(name: string, assets: Map<string, Asset>): Asset {
  const known = assets.get(name)
  if (known) return known
  const bytes = readFileSync(fileOf(name))
  const body = name.endsWith('.js') && name !== 'htmx.js' ? linked(name, `${bytes}`, assets) : bytes
  const made = asset(name.replaceAll('/', '-'), Buffer.from(body))
  assets.set(name, made)
  return made
}

function fileOf(name: string): string {
  if (name === 'htmx.js') return `${dirname(resolve('htmx.org/package.json'))}/dist/htmx.min.js`
  const [folder = '', file] = name.split('/')
  return file === undefined ? fileURLToPath(new URL(name, own)) : `${folders[folder]}/${file}`
}

function linked(name: string, text: string, assets: Map<string, Asset>): string {
  return text.replace(
    /(\bfrom\s*|\bimport\(?\s*)(["'])(\.{1,2}\/[\w./-]+\.js)\2/g,
    (_, before: string, quote: string, path: string) => {
      const imported = posix.join(posix.dirname(name), path)
      return `${before}${quote}${read(imported, assets).path}${quote}`
    },
  )
}

function serviceWorkerOf(paths: readonly string[]): string {
  const text = readFileSync(new URL('field/service-worker.js', own), 'utf8')
  const files = JSON.stringify(['/field/fr', '/field/en', ...paths])
  const version = createHash('sha256').update(text).update(files).digest('hex').slice(0, 12)
  return text.replace("'the version'", `'${version}'`).replace("['the files']", files)
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
