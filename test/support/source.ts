// What the architecture test needs to know of a source file: what it imports, how long it and its functions are,
// which tables it writes, which names it uses. Read from the parsed code, so that a comment or a string never counts.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'

export type Source = {
  /** From the top of the repository: `src/ledger/post.ts`. */
  path: string
  text: string
  imports: Import[]
  functions: { line: number; ownLines: number }[]
  /** `vi.mock`, `new Date()`, `randomUUID()`, `process`, `any`, `enum`: everything that is forbidden somewhere. */
  uses: { name: string; line: number }[]
  /** Tables written by drizzle or by SQL, under their names in the database. */
  writes: { table: string; line: number }[]
  strings: { text: string; line: number }[]
}

export type Import = {
  specifier: string
  /** The file it means, from the top of the repository, or the package. */
  target: string
  isTypeOnly: boolean
  line: number
}

type Span = { start: number; end: number }
type Read = Omit<Source, 'path' | 'text'>

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Every file below the folders that somebody wrote: not the generated migrations. */
export function filesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => posix.join(found.parentPath.slice(repository.length), found.name))
      .filter((path) => !path.startsWith('src/db/migrations/')),
  )
}

/** Every folder below one, by its path from there: `donations`, `db/schema`. */
export function foldersBelow(folder: string): string[] {
  const top = join(repository, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map((found) => posix.join(found.parentPath.slice(top.length), found.name).replace(/^\//, ''))
}

export function sourcesBelow(...folders: string[]): Source[] {
  return filesBelow(...folders)
    .filter((path) => /\.(?:tsx?|js|css|sql)$/.test(path))
    .map((path) => sourceFrom(path, readFileSync(join(repository, path), 'utf8')))
}

export function sourceFrom(path: string, text: string): Source {
  const read: Read = { imports: [], functions: [], uses: [], writes: [], strings: [] }
  if (path.endsWith('.sql')) read.strings.push({ text, line: 1 })
  else if (!path.endsWith('.css')) readCode(read, path, text)

  for (const { text: sql, line } of read.strings) {
    read.writes.push(...tablesWrittenBy(sql).map((table) => ({ table, line })))
  }
  return { path, text, ...read }
}

function readCode(read: Read, path: string, text: string) {
  const { program, module, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const lineAt = lineFinder(text)
  read.imports.push(...importsOf(module, path, text, lineAt))
  new Visitor({
    ...usesVisitor(read, text, lineAt),
    ...functionsVisitor(read, lineAt),
    ...stringsVisitor(read, text, lineAt),
  }).visit(program)
}

function usesVisitor(read: Read, text: string, lineAt: (offset: number) => number) {
  const use = (name: string, { start }: Span) => read.uses.push({ name, line: lineAt(start) })
  return {
    Identifier: (node) => {
      // Which Node runs us is no setting.
      const isProgram = text.startsWith('.execPath', node.end)
      if (node.name === 'process' && !isProgram) use('process', node)
    },
    MemberExpression: (node) => {
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier') {
        use(`${node.object.name}.${node.property.name}`, node)
      }
    },
    NewExpression: (node) => {
      if (node.arguments.length === 0)
        use(`new ${text.slice(node.callee.start, node.callee.end)}()`, node)
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier') use(`${node.callee.name}()`, node)
      const [first] = node.arguments
      const isWrite = /\.(?:insert|update|delete)$/.test(
        text.slice(node.callee.start, node.callee.end),
      )
      if (!isWrite || !first) return
      const table = tableName(text.slice(first.start, first.end))
      read.writes.push({ table, line: lineAt(node.start) })
    },
    TSAnyKeyword: (node) => use('any', node),
    TSEnumDeclaration: (node) => use('enum', node),
  } satisfies ConstructorParameters<typeof Visitor>[0]
}

/**
 * A function is as long as its own lines: each function inside it counts there as the one line it starts on, and
 * is measured for itself.
 */
function functionsVisitor(read: Read, lineAt: (offset: number) => number) {
  const open: { nestedLines: number }[] = []
  const enter = () => {
    open.push({ nestedLines: 0 })
  }
  const leave = ({ start, end }: Span) => {
    const lines = lineAt(end) - lineAt(start) + 1
    const { nestedLines } = open.pop() ?? { nestedLines: 0 }
    read.functions.push({ line: lineAt(start), ownLines: lines - nestedLines })
    const outer = open.at(-1)
    if (outer) outer.nestedLines += lines - 1
  }
  return {
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    'FunctionDeclaration:exit': leave,
    'FunctionExpression:exit': leave,
    'ArrowFunctionExpression:exit': leave,
  } satisfies ConstructorParameters<typeof Visitor>[0]
}

/** A template is read with the names of what it interpolates, so that `insert into ${entry}` names its table. */
function stringsVisitor(read: Read, text: string, lineAt: (offset: number) => number) {
  return {
    Literal: (node) => {
      if (typeof node.value === 'string')
        read.strings.push({ text: node.value, line: lineAt(node.start) })
    },
    TemplateLiteral: (node) => {
      const words = text.slice(node.start + 1, node.end - 1).replace(/\$\{([^{}]*)\}/g, '$1')
      read.strings.push({ text: words, line: lineAt(node.start) })
    },
  } satisfies ConstructorParameters<typeof Visitor>[0]
}

/** The tables that a piece of SQL inserts into, updates or deletes from. */
export function tablesWrittenBy(sql: string): string[] {
  const writing =
    /\b(?:(?:insert|replace)(?:\s+or\s+\w+)?\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+["`]?([\w.]+)["`]?/gi
  return [...sql.matchAll(writing)].map((match) => tableName(match[1] ?? ''))
}

/** `schema.onHand` and `on_hand` are the same table. */
function tableName(name: string): string {
  const last = name.split('.').at(-1) ?? name
  return last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function importsOf(
  module: ReturnType<typeof parseSync>['module'],
  path: string,
  text: string,
  lineAt: (offset: number) => number,
): Import[] {
  const importing = (specifier: string, isTypeOnly: boolean, { start }: Span): Import => ({
    specifier,
    target: targetOf(specifier, path),
    isTypeOnly,
    line: lineAt(start),
  })
  const areTypes = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every((entry) => entry.isType)
  return [
    ...module.staticImports.map((found) =>
      importing(found.moduleRequest.value, areTypes(found.entries), found),
    ),
    ...module.staticExports.flatMap((found) => {
      const from = found.entries.find((entry) => entry.moduleRequest)?.moduleRequest
      return from ? [importing(from.value, areTypes(found.entries), found)] : []
    }),
    ...module.dynamicImports.map((found) => {
      const quoted = text.slice(found.moduleRequest.start, found.moduleRequest.end)
      return importing(quoted.slice(1, -1), false, found)
    }),
  ]
}

function targetOf(specifier: string, path: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(path), specifier)
  return specifier.replace(/^#/, '')
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
