// A form of a page, the usual way: read, saved once, and on; refused, the page again with everything typed.
import type { z } from 'zod'
import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C } from './context.ts'
import { refused, sentTo } from './editing.ts'
import { type Problems, readForm, type Typed } from './read-form.ts'
import { save } from './save.ts'

type Filled = { readonly typed: Typed; readonly problems: Problems; readonly overtaken?: boolean }

type Sent = { readonly requestId: string }

type Posting<Values extends Sent, Done> = {
  readonly schema: z.ZodType<Values>
  readonly command: (tx: Tx, values: Values, recording: Recording) => Promise<Done>
  /** The path that takes what was done back; left out where nothing does. */
  readonly undo?: (done: Done) => string | null
  /** The page of the form again, with what was typed and why it was refused. */
  readonly page: (filled: Filled, status: 200 | 422) => Response | Promise<Response>
  /** Where the person goes on. */
  readonly next: (done: Done) => string
}

/** Answers the POST of a form: 303 to where it goes on, or its page with 422. */
export async function posted<Values extends Sent, Done>(
  c: C,
  { schema, command, undo = () => null, page, next }: Posting<Values, Done>,
): Promise<Response> {
  const form = await readForm(c, schema)
  if (!form.ok) return page(form, form.status)
  const { values, typed } = form
  const done = await save(
    c,
    sentTo(c, values),
    (tx, recording) => command(tx, values, recording),
    undo,
  )
  return done instanceof Refusal ? page(refused(c, typed, done), 422) : c.redirect(next(done), 303)
}
