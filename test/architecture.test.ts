// The rules of architecture.md, executed: each is read from the code as it is, and each is shown to notice the
// code it forbids. To change a rule, change it here and say why in CONTRIBUTING.md.

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  filesBelow,
  foldersBelow,
  type Import,
  repository,
  type Source,
  sourceFrom,
  sourcesBelow,
} from '#test/support/source.ts'

/** Each layer imports only from those before it. Any other folder of src/ is a feature. */
const layers = [
  'vocabulary',
  'messages',
  'db',
  'catalog',
  'ledger',
  'planning',
  'advice',
  'jobs',
  'web',
  'feature',
  'app',
  'main',
]

/** What a view may call besides our own: elements, and the arithmetic of a picture's scales and paths. */
const libraries = ['hono/jsx', 'hono/html', 'd3-scale', 'd3-shape', '@noble/hashes']

const rollups = [
  ...['on_hand', 'arrived', 'consumption_by_day', 'kit_use_by_day', 'loss_by_day'],
  ...['stock_by_day', 'bag_out', 'carried_in'],
]

/** Processes that the application starts itself. */
const children = ['src/keeping/check-copy.ts']

/** The files that are run, not imported: they bring the clock and the environment to the rest. */
const programs = [
  ...programsOf(readFileSync(join(repository, 'package.json'), 'utf8')),
  ...children,
]

type Rule = {
  says: string
  appliesTo: readonly string[]
  complaints: (source: Source) => string[]
  notices: [path: string, text: string][]
  accepts: [path: string, text: string][]
}

const rules: Rule[] = [
  {
    says: 'each layer imports only to its left, and a feature never another feature',
    appliesTo: ['src/'],
    complaints: ({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('src/') && !mayImport(path, target))
        .map((found) => `${at(path, found)} imports ${found.specifier}`),
    notices: [
      ['src/ledger/post.ts', "import { plan } from '#src/planning/forecast.ts'"],
      ['src/day.ts', "import { open } from './db/open.ts'"],
      ['src/donations/queries.ts', "import type { Order } from '#src/orders/queries.ts'"],
      ['src/catalog/items.ts', "export * from '#src/ledger/on-hand.ts'"],
      ['src/web/session.ts', "const app = await import('#src/app.tsx')"],
    ],
    accepts: [
      ['src/ledger/post.ts', "import { item } from '#src/catalog/items.ts'"],
      ['src/donations/routes.tsx', "import { logDonation } from './log-donation.ts'"],
      ['src/app.tsx', "import { donations } from './donations/routes.tsx'"],
      ['src/main.ts', "import { createApp } from './app.tsx'"],
    ],
  },
  {
    says: 'planning is arithmetic: it knows no database',
    appliesTo: ['src/planning/'],
    complaints: ({ path, imports }) =>
      imports
        .filter(({ target }) =>
          /^(?:drizzle-orm|@libsql|src\/(?:db|catalog|ledger)\/)/.test(target),
        )
        .map((found) => `${at(path, found)} imports ${found.specifier}`),
    notices: [['src/planning/demand.ts', "import { sql } from 'drizzle-orm'"]],
    accepts: [['src/planning/demand.ts', "import type { Day } from '#src/day.ts'"]],
  },
  {
    says: 'only routes, web, app and main know of requests and elements',
    appliesTo: ['src/'],
    complaints: ({ path, imports }) => {
      if (/(?:\/routes|^src\/app)\.tsx$|^src\/web\//.test(path)) return []
      if (layerOf(path) === 'main') return []
      return imports
        .filter(({ target }) => /^(?:hono|@hono)(?:\/|$)|^src\/web\/|^views\//.test(target))
        .map((found) => `${at(path, found)} imports ${found.specifier}`)
    },
    notices: [
      ['src/donations/log-donation.ts', "import type { Context } from 'hono'"],
      ['src/donations/queries.ts', "import { csv } from '#src/web/csv.ts'"],
      ['src/donations/queries.ts', "import { Table } from '#views/shared/table.tsx'"],
    ],
    accepts: [['src/donations/routes.tsx', "import { Hono } from 'hono'"]],
  },
  {
    says: 'views import each other, messages, the vocabulary and types',
    appliesTo: ['views/'],
    complaints: ({ path, imports }) =>
      imports
        .filter((found) => !found.isTypeOnly && !isForViews(found))
        .map((found) => `${at(path, found)} imports ${found.specifier}`),
    notices: [
      ['views/donations/show.tsx', "import { donation } from '#src/donations/queries.ts'"],
      ['views/donations/show.tsx', "import { Hono } from 'hono'"],
      ['views/donations/show.tsx', "import { type Item, item } from '#src/catalog/items.ts'"],
      ['views/donations/show.tsx', "import 'node:fs'"],
    ],
    accepts: [
      ['views/donations/show.tsx', "import type { Donation } from '#src/donations/queries.ts'"],
      ['views/donations/show.tsx', "import { type Item } from '#src/catalog/items.ts'"],
      ['views/donations/show.tsx', "import { raw } from 'hono/html'"],
      ['views/donations/show.tsx', "import { Layout } from '../layout.tsx'"],
      ['views/donations/show.tsx', "import { longDay } from '#src/day.ts'"],
    ],
  },
  {
    says: 'imports name the whole file, and go by an alias when they leave their folder',
    appliesTo: ['src/', 'views/', 'test/'],
    complaints: ({ path, imports }) =>
      imports
        .filter((found) => isOurs(found) && !isWellAddressed(path, found))
        .map((found) => `${at(path, found)} imports ${found.specifier}`),
    notices: [
      ['src/donations/form.ts', "import { day } from '../day.ts'"],
      ['test/donations/form.test.ts', "import { world } from '../support/world.ts'"],
      ['views/donations/show.tsx', "import type { Day } from '../../src/day.ts'"],
      ['src/donations/form.ts', "import { day } from '#src/day'"],
    ],
    accepts: [
      ['src/db/schema/ledger.ts', "import { gate } from '../gate.ts'"],
      ['src/donations/form.ts', "import { day } from '#src/day.ts'"],
    ],
  },
  {
    says: 'only ledger/post.ts writes entries and movements',
    appliesTo: ['src/', 'views/'],
    complaints: ({ path, writes }) =>
      writes
        .filter(({ table }) => table === 'entry' || table === 'movement')
        .filter(() => path !== 'src/ledger/post.ts' && path !== 'src/db/ledger.sql')
        .map((found) => `${at(path, found)} writes ${found.table}`),
    notices: [
      ['src/donations/log-donation.ts', 'await tx.insert(entry).values({})'],
      ['src/ledger/reverse.ts', 'await tx.insert(schema.movement).values({})'],
      ['src/db/import.ts', 'await tx.run(`INSERT OR IGNORE INTO movement VALUES (1)`)'],
      ['src/db/import.ts', `await client.execute('insert into "entry" default values')`],
      ['src/db/import.ts', `await tx.run(sql\`insert into \${schema.entry} default values\`)`],
    ],
    accepts: [
      ['src/ledger/post.ts', 'await tx.insert(entry).values({})'],
      ['src/people/forget.ts', 'await tx.delete(entryTrace)'],
    ],
  },
  {
    says: 'only the triggers in ledger.sql write balances',
    appliesTo: ['src/', 'views/'],
    complaints: ({ path, writes }) =>
      writes
        .filter(({ table }) => rollups.includes(table) && path !== 'src/db/ledger.sql')
        .map((found) => `${at(path, found)} writes ${found.table}`),
    notices: [
      ['src/ledger/post.ts', 'await tx.update(onHand).set({ quantity: 1 })'],
      ['src/ledger/verify.ts', 'await tx.run(sql`delete from consumption_by_day`)'],
      ['src/shifts/check-out-bag.ts', 'await tx.insert(bagOut).values({})'],
      ['src/db/views.sql', 'UPDATE on_hand SET quantity = 0;'],
    ],
    accepts: [
      ['src/ledger/verify.ts', 'await db.select().from(onHand)'],
      ['src/db/ledger.sql', 'UPDATE on_hand SET quantity = 0;'],
    ],
  },
  {
    says: 'the clock, chance and the environment enter through main',
    appliesTo: ['src/', 'views/'],
    complaints: ({ path, uses, strings }) => {
      if (layerOf(path) === 'main' || path.startsWith('views/assets/')) return []
      return [
        ...uses
          .filter(({ name }) => isAmbient(name))
          .map((found) => `${at(path, found)} uses ${found.name}`),
        ...strings
          .filter(({ text }) => asksTheDatabaseForTheTime(text))
          .map((found) => `${at(path, found)} asks the database for the time or for chance`),
      ]
    },
    notices: [
      ['src/day.ts', 'export const today = () => new Date()'],
      ['src/day.ts', 'export const clock = Date.now'],
      ['src/planning/demand.ts', 'const draw = Math.random()'],
      ['src/db/open.ts', 'const { env } = process'],
      ['src/web/session.ts', "import { randomUUID } from 'node:crypto'\nconst id = randomUUID()"],
      ['src/db/open.ts', "await client.execute('select unixepoch()')"],
      ['src/db/ledger.sql', "INSERT INTO log VALUES (datetime('now'));"],
    ],
    accepts: [
      ['src/day.ts', 'const noon = new Date(value)'],
      ['src/day.ts', '// new Date() is not for us'],
      ['src/main.ts', 'const clock = () => Date.now()'],
      ['src/keeping/copy.ts', 'await execFile(process.execPath, [])'],
    ],
  },
  {
    says: 'no source file is longer than 250 lines',
    appliesTo: ['src/', 'views/'],
    complaints: ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length
      const exempt = path.startsWith('src/messages/') || path.endsWith('.css')
      return lines <= 250 || exempt ? [] : [`${path} has ${lines} lines`]
    },
    notices: [['src/donations/routes.tsx', '// line\n'.repeat(251)]],
    accepts: [
      ['src/donations/routes.tsx', '// line\n'.repeat(250)],
      ['src/messages/fr/common.ts', '// line\n'.repeat(251)],
    ],
  },
  {
    says: 'no function is longer than 40 lines of its own',
    appliesTo: ['src/', 'views/'],
    complaints: ({ path, functions }) =>
      functions
        .filter(({ ownLines }) => ownLines > 40)
        .map((found) => `${at(path, found)} has a function of ${found.ownLines} lines`),
    notices: [
      ['src/day.ts', `function long() {\n${'work()\n'.repeat(39)}}`],
      ['views/show.tsx', `const Long = () => (\n<p>\n${'<br />\n'.repeat(37)}</p>\n)`],
    ],
    accepts: [
      ['src/day.ts', `function long() {\n${'work()\n'.repeat(38)}}`],
      ['src/day.ts', `function outer() {\nconst inner = () => {\n${'work()\n'.repeat(38)}}\n}`],
    ],
  },
  {
    says: 'no any and no enum',
    appliesTo: ['src/', 'views/', 'test/'],
    complaints: ({ path, uses }) =>
      uses
        .filter(({ name }) => name === 'any' || name === 'enum')
        .map((found) => `${at(path, found)} has ${found.name}`),
    notices: [
      ['src/day.ts', 'const day = value as any'],
      ['src/day.ts', 'enum Kind { Bag }'],
    ],
    accepts: [['src/day.ts', "// any enum will do\nconst any = 'enum'"]],
  },
  {
    says: 'nothing is left to do',
    appliesTo: ['src/', 'views/', 'test/'],
    complaints: ({ path, text }) =>
      /\bTO(?:DO)\b|\bFIX(?:ME)\b/.test(text) ? [`${path} has something left to do`] : [],
    notices: [
      ['src/day.ts', `// TO${'DO'} later`],
      ['views/assets/ui.css', `/* FIX${'ME'} */`],
    ],
    accepts: [['src/day.ts', '// everything is done']],
  },
  {
    says: 'no file is named after nothing, and all are in kebab-case',
    appliesTo: ['src/', 'views/', 'test/'],
    complaints: ({ path }) => {
      const isVague = /(?:^|\/)(?:utils?|libs?|helpers?|services?|types|misc)(?:\/|\.|$)/.test(path)
      const isKebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/.test(basename(path))
      return isVague || !isKebab ? [`${path} needs a name`] : []
    },
    notices: [
      ['src/utils.ts', ''],
      ['src/donations/types.ts', ''],
      ['src/services/stock.ts', ''],
      ['src/donations/logDonation.ts', ''],
    ],
    accepts: [['src/donations/log-donation.ts', '']],
  },
  {
    says: 'tests run, all of them, on the real thing',
    appliesTo: ['test/'],
    complaints: ({ path, uses }) =>
      uses
        .filter(({ name }) => /^(?:test|it|describe)\.(?:only|skip|todo)$|^vi\./.test(name))
        .map((found) => `${at(path, found)} uses ${found.name}`),
    notices: [
      ['test/donations/form.test.ts', "test.skip('later', () => {})"],
      ['test/donations/form.test.ts', "vi.mock('#src/db/gate.ts')"],
    ],
    accepts: [['test/db/open.test.ts', "describe.skipIf(!sqldAvailable)('remote', () => {})"]],
  },
]

const everything = sourcesBelow('src', 'views', 'test')

for (const { says, appliesTo, complaints, notices, accepts } of rules) {
  describe(says, () => {
    test('in every file', () => {
      const ruled = everything.filter(({ path }) => appliesTo.some((top) => path.startsWith(top)))
      const all = ruled.flatMap(complaints)
      expect(all, `\n${all.join('\n')}\n`).toEqual([])
    })

    test('a breach would be noticed, and nothing else', () => {
      for (const [path, text] of notices) {
        expect(complaints(sourceFrom(path, text)), `${path}\n${text}`).toHaveLength(1)
      }
      for (const [path, text] of accepts) expect(complaints(sourceFrom(path, text))).toEqual([])
    })
  })
}

describe('every folder of views and test has its namesake in src', () => {
  test('in the repository', () => {
    expect(strays(foldersBelow('views'), foldersBelow('src'))).toEqual([])
    expect(strays(foldersBelow('test'), foldersBelow('src'))).toEqual([])
  })

  test('a stray folder would be noticed, a shared one not', () => {
    expect(strays(['donations', 'gifts', 'shared/charts'], ['donations'])).toEqual(['gifts'])
    expect(strays(['db/schema', 'db/wires'], ['db', 'db/schema'])).toEqual(['db/wires'])
  })
})

describe('the rules look at something', () => {
  test('every layer but the features has files', () => {
    const found = new Set(filesBelow('src').map((path) => layerOf(path)))
    for (const layer of ['vocabulary', 'messages', 'db', 'ledger', 'web', 'app', 'main']) {
      expect(found).toContain(layer)
    }
  })

  test('the tables that only triggers write are the ones they write', () => {
    const triggers = readFileSync(join(repository, 'src/db/ledger.sql'), 'utf8')
    for (const rollup of rollups) expect(triggers).toContain(rollup)
  })

  test('a program is what a script of package.json runs', () => {
    expect(programsOf('{"scripts":{"start":"node --import tsx src/main.ts --verbose"}}')).toEqual([
      'src/main.ts',
    ])
    expect(programs).toContain('src/main.ts')
  })
})

function at(path: string, { line }: { line: number }) {
  return `${path}:${line}`
}

function programsOf(packageJson: string): string[] {
  const { scripts } = JSON.parse(packageJson) as { scripts: Record<string, string> }
  const files = Object.values(scripts).flatMap(
    (script) => script.match(/\bsrc\/[\w/-]+\.tsx?/g) ?? [],
  )
  return [...new Set(files)]
}

function layerOf(path: string): string {
  if (programs.includes(path) || path.startsWith('src/commands/')) return 'main'
  if (path === 'src/app.tsx') return 'app'
  const [, folder = '', ...rest] = path.split('/')
  if (rest.length === 0) return 'vocabulary'
  return layers.includes(folder) ? folder : 'feature'
}

/** Messages and the vocabulary are one layer with two names. */
function mayImport(from: string, to: string): boolean {
  const rank = (path: string) => Math.max(1, layers.indexOf(layerOf(path)))
  if (rank(to) !== rank(from)) return rank(to) < rank(from)
  return layerOf(from) !== 'feature' || from.split('/')[1] === to.split('/')[1]
}

function isForViews({ target }: Import): boolean {
  if (libraries.some((library) => target === library || target.startsWith(`${library}/`)))
    return true
  if (target.startsWith('views/')) return true
  return target.startsWith('src/') && ['vocabulary', 'messages'].includes(layerOf(target))
}

function isOurs({ specifier }: Import): boolean {
  return /^[.#]/.test(specifier)
}

/** Relative paths stay inside `src/<folder>`, `test/<folder>` or views. */
function isWellAddressed(path: string, { specifier, target }: Import): boolean {
  if (!/\.[a-z]+$/.test(specifier)) return false
  if (!specifier.startsWith('../')) return true
  const homeOf = (file: string) =>
    file
      .split('/')
      .slice(0, file.startsWith('views/') ? 1 : 2)
      .join('/')
  return homeOf(path) === homeOf(target)
}

/** Not `randomBytes`: a salt or a nonce changes nothing that a person sees, and must not be a caller's choice. */
function isAmbient(name: string): boolean {
  return (
    /^(?:new Date\(\)|Date\(\)|Date\.now|performance\.now|Math\.random|process)$/.test(name) ||
    /^(?:crypto\.randomUUID|randomUUID\(\))$/.test(name)
  )
}

function asksTheDatabaseForTheTime(sql: string): boolean {
  return /\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|'now'|\bunixepoch\(\)|\brandom(?:blob)?\(\d*\)/i.test(
    sql,
  )
}

function strays(folders: readonly string[], namesakes: readonly string[]): string[] {
  const ownKind = ['shared', 'assets', 'support', 'journeys', 'proof', 'bench']
  return folders.filter(
    (folder) => !ownKind.includes(folder.split('/')[0] ?? '') && !namesakes.includes(folder),
  )
}
