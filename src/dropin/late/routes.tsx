// An evening that was kept on paper, typed in afterwards.
import { Hono } from 'hono'
import { isDay } from '#src/day.ts'
import { tallyAt } from '#src/ledger/visit.ts'
import type { C, Env } from '#src/web/context.ts'
import { undoOf } from '#src/web/editing.ts'
import { posted } from '#src/web/posted.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { LateNight } from '#views/dropin/late/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { roughItems } from '../kitchen.ts'
import { tonightAt } from '../tonight.ts'
import { eveningQuery, nightSheetForm } from './form.ts'
import { recordNightSheet } from './record-night-sheet.ts'

export const lateNightRoutes = new Hono<Env>()
  .get('/drop-in/late-sheet', (c) => lateSheet(c, blank, 200))

  .post('/drop-in/late-sheet', (c) =>
    posted(c, {
      schema: nightSheetForm(c.var.today),
      command: recordNightSheet,
      undo: ({ entryId, changeId }) =>
        entryId === null ? undoOf({ changeId }) : `/entries/${entryId}/reversal`,
      page: (filled, status) => lateSheet(c, filled, status),
      next: ({ visitId }) => `/drop-in/nights/${visitId}`,
    }),
  )

async function lateSheet(c: C, filled: Filled, status: 200 | 422) {
  const asked = readQuery(c, eveningQuery(c.var.today)).day
  const typed = filled.typed.day ?? ''
  const day = isDay(typed) ? typed : asked
  const page = await c.var.app.database.read(async (db) => {
    const { night, shelves } = await tonightAt(db, day)
    const holder = { placeId: shelves.id, kind: 'shelves' } as const
    const tally = await tallyAt(db, { visitId: night?.id ?? null, holder, day })
    return { night, tally, rough: await roughItems(db, day) }
  })
  return render(c, <LateNight {...{ ...page, day, filled }} />, status)
}
