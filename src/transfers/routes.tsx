import { Hono } from 'hono'
import type { C, Env } from '#src/web/context.ts'
import { beforeOf, pageSize } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { Transfers } from '#views/transfers/index.tsx'
import { NewLoss } from '#views/transfers/loss.tsx'
import { NewTransfer } from '#views/transfers/new.tsx'
import { lossForm, lossQuery, transferForm, transferQuery } from './form.ts'
import { fillToPar, lossChoices, placesToFill, stockMoves, transferChoices } from './queries.ts'
import { recordLoss } from './record-loss.ts'
import { transferStock } from './transfer-stock.ts'

export const transfersRoutes = new Hono<Env>()
  .get('/transfers', async (c) => {
    const list = await c.var.app.database.read(async (db) => ({
      moves: await stockMoves(db, { before: beforeOf(c), size: pageSize }),
      toFill: await placesToFill(db),
    }))
    return render(c, <Transfers {...list} />)
  })

  .get('/transfers/new', (c) => newTransfer(c, blank, 200))

  .post('/transfers', async (c) => {
    const { items } = await c.var.app.database.read(transferChoices)
    return posted(c, {
      schema: transferForm(c.var.today, items),
      command: transferStock,
      undo: ({ entryId }) => `/entries/${entryId}/reversal`,
      page: (filled, status) => newTransfer(c, filled, status),
      next: () => '/transfers',
    })
  })

  .get('/losses/new', (c) => newLoss(c, blank, 200))

  .post('/losses', async (c) => {
    const { items } = await c.var.app.database.read(transferChoices)
    return posted(c, {
      schema: lossForm(c.var.today, items),
      command: recordLoss,
      undo: ({ entryId }) => `/entries/${entryId}/reversal`,
      page: (filled, status) => newLoss(c, filled, status),
      next: () => '/transfers',
    })
  })

async function newTransfer(c: C, filled: Filled, status: 200 | 422) {
  const { app, today } = c.var
  const { fill } = readQuery(c, transferQuery)
  const { choices, par } = await app.database.read(async (db) => {
    const choices = await transferChoices(db)
    const par = fill ? await fillToPar(db, { placeId: fill, choices, day: today }) : null
    return { choices, par }
  })
  return render(c, <NewTransfer {...{ filled, par, ...choices }} />, status)
}

async function newLoss(c: C, filled: Filled, status: 200 | 422) {
  const { app, today } = c.var
  const { expired } = readQuery(c, lossQuery)
  const choices = await app.database.read((db) => lossChoices(db, today))
  return render(c, <NewLoss {...{ filled, expired: expired ?? null, ...choices }} />, status)
}
