// What a person submitted: kept as typed, then read strictly.
import type { z } from 'zod'
import { problemSentence } from '#src/fields.ts'
import type { Say } from '#src/messages/index.ts'
import { type Refusal, sentence } from '#src/refusal.ts'
import type { C } from './context.ts'

/** Every field as it was typed, by its name; a list field by its first value. */
export type Typed = Readonly<Record<string, string>>

/** A sentence for each field that needs a change; the form as a whole is ''. */
export type Problems = Readonly<Record<string, string>>

export type Submitted<Values> =
  | { readonly ok: true; readonly values: Values; readonly typed: Typed }
  | {
      readonly ok: false
      readonly typed: Typed
      readonly problems: Problems
      /** What to answer: 200 when only more rows were asked for, and nothing was judged yet. */
      readonly status: 200 | 422
    }

/**
 * Reads a form: names such as lines.0.item nest, names ending in [] are lists. Unknown fields are
 * refused when the schema is strict. Nothing typed is ever lost: `typed` fills the form again.
 * The button named `more`, of a form with lines, asks for the same form with more rows.
 */
export async function readForm<Schema extends z.ZodType>(
  c: C,
  schema: Schema,
): Promise<Submitted<z.output<Schema>>> {
  const form = await c.req.formData().catch(() => new FormData())
  const pairs = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const typed = Object.fromEntries(pairs)
  if (typed.more !== undefined) return { ok: false, typed, problems: {}, status: 200 }
  const result = schema.safeParse(nested(pairs))
  return result.success
    ? { ok: true, values: result.data, typed }
    : { ok: false, typed, problems: problemsOfIssues(result.error, c.var.say), status: 422 }
}

/** The same for the query of a GET page, where anything unreadable falls back to its default. */
export function readQuery<Schema extends z.ZodType>(c: C, schema: Schema): z.output<Schema> {
  return schema.parse(Object.fromEntries(new URL(c.req.url).searchParams))
}

/** The field a refusal points at, with its sentence. */
export function problemsOfRefusal(refusal: Refusal, say: Say): Problems {
  return { [refusal.field ?? '']: sentence(refusal, say.refusals) }
}

function problemsOfIssues(error: z.ZodError, say: Say): Problems {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.code === 'unrecognized_keys' ? '' : issue.path.join('.')
    const message = issue.code === 'unrecognized_keys' ? 'unknownField' : issue.message
    problems[field] ??= problemSentence(message, say.problems)
  }
  return problems
}

type Tree = { [name: string]: Tree | Tree[] | string | string[] }

// Deep or huge indexes would be memory for nothing: no form nests deeper or has more rows.
const deepest = 4
const mostRows = 6000

function nested(pairs: readonly [string, string][]): Tree {
  const root: Tree = Object.create(null)
  for (const [name, value] of pairs) {
    if (name.endsWith('[]')) {
      const list = name.slice(0, -2)
      const before = root[list]
      root[list] = Array.isArray(before) ? [...(before as string[]), value] : [value]
    } else {
      put(root, name.split('.').slice(0, deepest), value)
    }
  }
  return root
}

function put(root: Tree, path: readonly string[], value: string) {
  let branch: Tree = root
  for (const [depth, name] of path.entries()) {
    if (name === '__proto__') return
    if (depth === path.length - 1) {
      branch[name] = value
      return
    }
    const wantsRows = /^\d+$/.test(path[depth + 1] ?? '')
    if (wantsRows && Number(path[depth + 1]) >= mostRows) return
    const existing = branch[name]
    if (typeof existing === 'string') return
    branch[name] = existing ?? (wantsRows ? [] : Object.create(null))
    branch = branch[name] as Tree
  }
}
