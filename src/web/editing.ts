// What every form that edits something needs around it.
import { z } from 'zod'
import type { Overtaking } from '#src/catalog/changes.ts'
import type { Tx } from '#src/db/gate.ts'
import { requestId, version } from '#src/fields.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C } from './context.ts'
import { idOf } from './paging.ts'
import { type Problems, problemsOfRefusal, readForm, type Typed } from './read-form.ts'
import { save } from './save.ts'

type Filled = { readonly typed: Typed; readonly problems: Problems }

/** What a button sends that changes one row: retire, bring back, release. */
export const rowForm = z.strictObject({ requestId: requestId(), version: version() })

/** The path that undoes an edit. */
export function undoOf({ changeId }: { readonly changeId: number }): string {
  return `/changes/${changeId}/reversal`
}

/**
 * What was sent, with the row it was sent for: the same form sent for another row is another request.
 */
export function sentTo<Values extends { readonly requestId: string }>(c: C, values: Values) {
  return { ...values, path: c.req.path, rowId: idOf(c) }
}

type RowChange<Done> = {
  readonly command: (
    tx: Tx,
    seen: { readonly id: number; readonly version: number },
    recording: Recording,
  ) => Promise<Done>
  /** The page of the row once more: its own form was not sent, so nothing typed belongs in it. */
  readonly again: (filled: Filled) => Response | Promise<Response>
  readonly next: (done: Done) => string
}

/** Answers a button that changes the row of this address as the person saw it: retire, bring back. */
export async function changeRow<Done extends { readonly changeId: number }>(
  c: C,
  { command, again, next }: RowChange<Done>,
) {
  const form = await readForm(c, rowForm)
  if (!form.ok) return again({ typed: {}, problems: form.problems })
  const seen = { id: idOf(c), version: form.values.version }
  const saved = await save(
    c,
    sentTo(c, form.values),
    (tx, recording) => command(tx, seen, recording),
    undoOf,
  )
  if (!(saved instanceof Refusal)) return c.redirect(next(saved), 303)
  return again({ typed: {}, problems: problemsOfRefusal(saved, c.var.say) })
}

/**
 * A form that others overtook: what the person changed stays as typed, and what they left as it was
 * takes the value it has now, so that saving again undoes nothing of the others' work.
 */
export function withTheirs<Sent extends { readonly typed: Typed }>(
  sent: Sent,
  overtaking: Pick<Overtaking, 'seen' | 'current'> | null,
): Sent {
  const { seen, current } = overtaking ?? {}
  if (!seen || !current) return sent
  const theirs = Object.keys(current)
    .filter((field) => current[field] !== seen[field])
    .filter((field) => (sent.typed[field] ?? '') === asTyped(seen[field]))
  const typed = { ...sent.typed }
  for (const field of theirs) typed[field] = asTyped(current[field])
  return { ...sent, typed }
}

/** A value as its field sends it; a box that is not ticked sends nothing. */
function asTyped(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : ''
  return value === null || value === undefined ? '' : String(value)
}

/** A form again, as it was typed, with why it was refused. */
export function refused(
  c: C,
  typed: Typed,
  refusal: Refusal,
): { readonly typed: Typed; readonly problems: Problems; readonly overtaken: boolean } {
  const overtaken = refusal.code === 'stale'
  return { typed, problems: problemsOfRefusal(refusal, c.var.say), overtaken }
}
