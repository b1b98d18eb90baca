import { Hono } from 'hono'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { beforeOf, pageSize } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
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
    const form = await readForm(c, transferForm(c.var.today, items))
    if (!form.ok) return newTransfer(c, form, form.status)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => transferStock(tx, form.values, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (saved instanceof Refusal) return newTransfer(c, refused(c, saved, form.typed), 422)
    return c.redirect('/transfers', 303)
  })

  .get('/losses/new', (c) => newLoss(c, blank, 200))

  .post('/losses', async (c) => {
    const { items } = await c.var.app.database.read(transferChoices)
    const form = await readForm(c, lossForm(c.var.today, items))
    if (!form.ok) return newLoss(c, form, form.status)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => recordLoss(tx, form.values, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (saved instanceof Refusal) return newLoss(c, refused(c, saved, form.typed), 422)
    return c.redirect('/transfers', 303)
  })

function refused(c: C, refusal: Refusal, typed: Filled['typed']): Filled {
  return { typed, problems: problemsOfRefusal(refusal, c.var.say) }
}

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
