import { Hono } from 'hono'
import { z } from 'zod'
import { requestId } from '#src/fields.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { Refusal } from '#src/refusal.ts'
import type { Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { save } from '#src/web/save.ts'

const reversalForm = z.strictObject({ requestId: requestId() })

export const entriesRoutes = new Hono<Env>().post('/entries/:id/reversal', async (c) => {
  const form = await readForm(c, reversalForm)
  if (!form.ok) return c.var.deny(404)
  const content = { ...form.values, entryId: idOf(c) }
  const reversed = await save(
    c,
    content,
    (tx, recording) => reverse(tx, content.entryId, recording),
    ([first]) => `/entries/${first}/reversal`,
  )
  if (reversed instanceof Refusal) return c.text('refused', 422)
  return c.redirect(`/entries/${reversed[0]}`, 303)
})
