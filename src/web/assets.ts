// Static files, read and put together once, served under a name that holds their hash, so that they never
// go stale: a page brings a script in one piece, and nothing is built before the app starts.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

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
  'lines.js': 'lines.js',
  'prices.js': 'prices.js',
  'pair.js': 'pair.js',
  'outside.js': 'outside/main.js',
}

let read: Assets | undefined

/** Reads the files of this program, once for as long as it runs. */
export function readAssets(): Assets {
  read ??= assetsOf(built())
  return read
}

type Built = ReturnType<typeof built>

function built() {
  return buildSync({
    entryPoints: Object.entries(sources).map(([name, source]) => ({
      ...{ in: `${folder}${source}`, out: name.slice(0, -extname(name).length) },
    })),
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022' },
    ...{ write: false, metafile: true, outdir: '/assets' },
    ...{ entryNames: '[name].[hash]', chunkNames: '[name].[hash]', absWorkingDir: folder },
  })
}

function assetsOf({ outputFiles, metafile }: Built): Assets {
  const all = new Map(outputFiles.map(({ path, contents }) => [path, asset(path, contents)]))
  const paths = new Map<string, string>()
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = Object.entries(sources).find(([, source]) => source === entryPoint)?.[0]
    if (name) paths.set(name, absolute(path))
  }
  for (const [name, file] of Object.entries({
    'icon.svg': `${folder}icon.svg`,
    'htmx.js': htmx(),
  })) {
    const body = readFileSync(file)
    const path = `/assets/${name.replace('.', `.${hashOf(body)}.`)}`
    all.set(path, asset(path, body))
    paths.set(name, path)
  }
  const path = (name: string) => {
    const found = paths.get(name)
    if (!found) throw new Error(`no asset is named ${name}`)
    return found
  }
  const outside = [path('ui.css'), path('icon.svg'), ...withImports(path('outside.js'), metafile)]
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

function asset(path: string, body: Uint8Array): Asset {
  return {
    ...{ path, body, type: types[extname(path)] ?? 'application/octet-stream' },
    gzip: gzipSync(body),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  }
}

function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12)
}
