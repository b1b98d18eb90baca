// Static files, read and put together once, served under a name that holds their hash, so that they never
// go stale: a page brings a script in one piece, and nothing is built before the app starts.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, stop } from 'esbuild'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Asset = {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array
  readonly gzip: Uint8Array
  readonly brotli: Uint8Array
}

export type Assets = {
  /** The address of a file: '/assets/ui.3f2a….css'. */
  readonly path: (name: string) => string
  readonly at: (path: string) => Asset | undefined
  /** The program that keeps the page used outside, with the list of what it keeps. */
  readonly serviceWorker: string
}

const folder = fileURLToPath(new URL('../../views/assets/', import.meta.url))

/** Scripts and styles by what pages call them. */
const sources = {
  'ui.css': 'ui.css',
  'app.js': 'app.js',
  'cover.js': 'cover.js',
  'lines.js': 'lines.js',
  'prices.js': 'prices.js',
  'pair.js': 'pair.js',
  'outside.js': 'outside/main.js',
}

let read: Promise<Assets> | undefined

/** Reads the files of this program, once for as long as it runs; meanwhile others are answered. */
export function readAssets(): Promise<Assets> {
  read ??= built().then(assetsOf)
  return read
}

type Built = Awaited<ReturnType<typeof built>>

function built() {
  return build({
    entryPoints: Object.entries(sources).map(([name, source]) => ({
      ...{ in: `${folder}${source}`, out: name.slice(0, -extname(name).length) },
    })),
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022' },
    ...{ write: false, metafile: true, outdir: '/assets' },
    ...{ entryNames: '[name].[hash]', chunkNames: '[name].[hash]', absWorkingDir: folder },
  }).finally(stop)
}

async function assetsOf({ outputFiles, metafile }: Built): Promise<Assets> {
  const files = outputFiles.map(({ path, contents }) => ({ path, body: contents }))
  const paths = new Map<string, string>()
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = Object.entries(sources).find(([, source]) => source === entryPoint)?.[0]
    if (name) paths.set(name, absolute(path))
  }
  for (const [name, file] of Object.entries({
    'icon.svg': `${folder}icon.svg`,
    'htmx.js': htmx(),
  })) {
    const body = new Uint8Array(readFileSync(file))
    const path = `/assets/${name.replace('.', `.${hashOf(body)}.`)}`
    files.push({ path, body })
    paths.set(name, path)
  }
  const all = new Map((await Promise.all(files.map(asset))).map((each) => [each.path, each]))
  const path = (name: string) => {
    const found = paths.get(name)
    if (!found) throw new Error(`no asset is named ${name}`)
    return found
  }
  const first = ['ui.css', 'icon.svg', 'cover.js'].map(path)
  const outside = [...first, ...withImports(path('outside.js'), metafile)]
  return { path, at: (at) => all.get(at), serviceWorker: serviceWorkerOf(outside) }
}

function htmx(): string {
  const { resolve } = createRequire(import.meta.url)
  return `${dirname(resolve('htmx.org/package.json'))}/dist/htmx.min.js`
}

/** A script and all that it may ever ask for. */
function withImports(path: string, metafile: Built['metafile'], found = new Set<string>()) {
  if (found.has(path)) return found
  found.add(path)
  const [, output] =
    Object.entries(metafile.outputs).find(([each]) => absolute(each) === path) ?? []
  for (const imported of output?.imports ?? [])
    withImports(absolute(imported.path), metafile, found)
  return found
}

/** The builder tells paths from its working folder. */
function absolute(path: string): string {
  return path.replace(/^(\.\.\/)+/, '/')
}

function serviceWorkerOf(paths: readonly string[]): string {
  const text = readFileSync(`${folder}outside/service-worker.js`, 'utf8')
  const files = JSON.stringify(['/field/fr', '/field/en', ...paths])
  const version = hashOf(Buffer.from(text + files))
  return text.replace("'the version'", `'${version}'`).replace("['the files']", files)
}

async function asset({ path, body }: Pick<Asset, 'path' | 'body'>): Promise<Asset> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return {
    ...{ path, body, type: types[extname(path)] ?? 'application/octet-stream' },
    gzip: await promisify(gzip)(body),
    brotli: await promisify(brotliCompress)(body, { params }),
  }
}

function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12)
}
