import { Hono } from 'hono'
import { itemChoices } from '#src/catalog/items.ts'
import { placesOf } from '#src/catalog/places.ts'
import { termsOf } from '#src/catalog/supplier-terms.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { packMaking } from '#src/quantity.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { beforeOf, idOf, pageSize, readId } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Calendar } from '#views/orders/calendar.tsx'
import { Orders } from '#views/orders/index.tsx'
import { NewOrder } from '#views/orders/new.tsx'
import { ReceiveOrder } from '#views/orders/receipt.tsx'
import { ShowOrder } from '#views/orders/show.tsx'
import { Supplier } from '#views/orders/supplier.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { orderCalendar } from './calendar.ts'
import { draftDeadline } from './draft-deadline.ts'
import { cancelOrder, closeOrder } from './end-order.ts'
import { draftForm, endingForm, orderForm, receiptForm, sendingForm } from './form.ts'
import { finishedOrders, openOrders, orderById } from './queries.ts'
import { receiveOrder } from './receive-order.ts'
import { recommended } from './recommended.ts'
import { sendOrder } from './send-order.ts'
import { supplierRecord } from './supplier-record.ts'
import { draftOrder, editDraft } from './write-draft.ts'

export const ordersRoutes = new Hono<Env>()
  .get('/orders', async (c) => {
    const supplierId = readId(c.req.query('supplier')) || null
    const page = { before: beforeOf(c), size: pageSize, today: c.var.today }
    const list = await c.var.app.database.read(async (db) => ({
      open: page.before === null ? await openOrders(db, supplierId, c.var.today) : [],
      finished: await finishedOrders(db, supplierId, page),
      suppliers: await suppliersOf(db),
    }))
    const last = list.finished.length < pageSize ? undefined : list.finished.at(-1)
    return render(c, <Orders {...list} supplierId={supplierId} nextBefore={last?.id ?? null} />)
  })

  .get('/orders/calendar', async (c) => {
    const found = await orderCalendar(c.var.asOf)
    return render(c, <Calendar {...found} />)
  })

  .get('/orders/suppliers/:id', async (c) => {
    const found = await c.var.app.database.read((db) => supplierRecord(db, idOf(c), c.var.today))
    return found ? render(c, <Supplier {...found} />) : c.notFound()
  })

  .get('/orders/new', async (c) => newOrder(c, blank, 200))

  .post('/orders', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, orderForm(items))
    if (!form.ok) return newOrder(c, form, form.status)
    const id = await save(
      c,
      form.values,
      (tx, recording) => draftOrder(tx, form.values, recording),
      () => null,
    )
    if (id instanceof Refusal) return newOrder(c, refusedWith(c, form, id), 422)
    return c.redirect(`/orders/${id}`, 303)
  })

  .get('/orders/:id', async (c) => showOrder(c, {}, 200))

  .post('/orders/:id', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, draftForm(items))
    if (!form.ok) return showOrder(c, { draft: form }, form.status)
    const content = { ...form.values, orderId: idOf(c) }
    const change = await save(
      c,
      content,
      (tx, recording) => editDraft(tx, content, recording),
      (changeId) => (changeId === null ? null : `/changes/${changeId}/reversal`),
    )
    if (change instanceof Refusal) return showOrder(c, { draft: refusedWith(c, form, change) }, 422)
    return c.redirect(`/orders/${content.orderId}`, 303)
  })

  .get('/orders/:id/lines.csv', async (c) => {
    const found = await c.var.app.database.read(async (db) => {
      const order = await orderById(db, idOf(c), c.var.today)
      return order && { order, items: await itemChoices(db) }
    })
    if (!found) return c.notFound()
    const { say } = c.var
    const { orders, reorder, common } = say
    const { columns } = orders
    const header = [
      ...[reorder.columns.code, columns.itemFr, columns.itemEn, common.quantity],
      ...[reorder.columns.unit, reorder.columns.packs, columns.pack, reorder.columns.packSize],
      ...[columns.price, columns.priceFor, orders.receivedUnits, columns.notReceived],
    ]
    const rows = found.order.lines.map(
      ({ item, quantity, received, price, priceUnits }): Cell[] => {
        const known = found.items.find(({ id }) => id === item.id)
        const pack = packMaking(quantity, known?.packs ?? [])
        return [
          ...[known?.code ?? null, item.nameFr, item.nameEn, quantity, say.unit(item)],
          ...(pack ? [quantity / pack.size, say.name(pack), pack.size] : [null, null, null]),
          ...[price === null ? null : price / 10_000, priceUnits],
          ...[received, Math.max(0, quantity - received)],
        ]
      },
    )
    return csv(c, orders.file({ id: found.order.id }), header, rows)
  })

  .post('/orders/:id/sending', async (c) => {
    const form = await readForm(c, sendingForm(c.var.today))
    if (!form.ok) return showOrder(c, { sending: form }, form.status)
    const content = { ...form.values, orderId: idOf(c) }
    const change = await changed(c, content, sendOrder)
    if (change instanceof Refusal) {
      return showOrder(c, { sending: refusedWith(c, form, change) }, 422)
    }
    return c.redirect(`/orders/${content.orderId}`, 303)
  })

  .post('/orders/:id/cancellation', (c) => endOrder(c, cancelOrder))
  .post('/orders/:id/closing', (c) => endOrder(c, closeOrder))

  .get('/orders/:id/receipt', async (c) => receipt(c, blank, 200))

  .post('/orders/:id/receipts', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, receiptForm(c.var.today, items))
    if (!form.ok) return receipt(c, form, form.status)
    const content = { ...form.values, orderId: idOf(c) }
    const entryId = await save(
      c,
      content,
      (tx, recording) => receiveOrder(tx, content, recording),
      (id) => `/entries/${id}/reversal`,
    )
    if (entryId instanceof Refusal) return receipt(c, refusedWith(c, form, entryId), 422)
    return c.redirect(`/orders/${content.orderId}`, 303)
  })

async function newOrder(c: C, filled: Filled, status: 200 | 422) {
  const asked = (c.req.queries('item') ?? []).slice(0, 200).map(Number)
  const choices = await c.var.app.database.read(async (db) => ({
    items: await itemChoices(db),
    suppliers: await suppliersOf(db),
  }))
  const proposed = await recommended(asked, c.var.asOf)
  return render(c, <NewOrder filled={filled} {...choices} recommended={proposed} />, status)
}

/** The order with the forms on its page, of which one may have been refused. */
async function showOrder(
  c: C,
  { draft = blank, sending = blank }: { draft?: Filled; sending?: Filled },
  status: 200 | 422,
) {
  const shown = await c.var.app.database.read(async (db) => {
    const order = await orderById(db, idOf(c), c.var.today)
    if (!order) return null
    const terms = await termsOf(db, order.supplierId)
    const { draftedOn } = order
    const deadline = draftDeadline(terms.deadlines, { draftedOn, clock: c.var.asOf.clock })
    return {
      order,
      terms,
      deadline,
      items: await itemChoices(db),
      suppliers: await suppliersOf(db),
    }
  })
  return shown
    ? render(c, <ShowOrder {...shown} draft={draft} sending={sending} />, status)
    : c.notFound()
}

async function receipt(c: C, filled: Filled, status: 200 | 422) {
  const shown = await c.var.app.database.read(async (db) => ({
    order: await orderById(db, idOf(c), c.var.today),
    items: await itemChoices(db),
    places: await placesOf(db, 'stockroom'),
  }))
  const { order, ...choices } = shown
  if (!order || order.status === 'draft') return c.notFound()
  return render(c, <ReceiveOrder {...{ order, filled, ...choices }} />, status)
}

type Ending = typeof cancelOrder

async function endOrder(c: C, end: Ending) {
  const form = await readForm(c, endingForm)
  if (!form.ok) return showOrder(c, {}, 422)
  const content = { ...form.values, orderId: idOf(c) }
  const change = await changed(c, content, end)
  if (change instanceof Refusal) {
    const problems = problemsOfRefusal(change, c.var.say)
    return showOrder(c, { draft: { typed: {}, problems } }, 422)
  }
  return c.redirect(`/orders/${content.orderId}`, 303)
}

function changed<Content extends { readonly requestId: string }>(
  c: C,
  content: Content,
  command: (tx: Tx, content: Content, recording: Recording) => Promise<number>,
) {
  return save(
    c,
    content,
    (tx, recording) => command(tx, content, recording),
    (changeId) => `/changes/${changeId}/reversal`,
  )
}

function refusedWith(c: C, { typed }: Pick<Filled, 'typed'>, refusal: Refusal): Filled {
  // What somebody else changed is shown instead of what was typed over it.
  const kept = refusal.code === 'stale' ? {} : typed
  return { typed: kept, problems: problemsOfRefusal(refusal, c.var.say) }
}

async function suppliersOf(db: Db) {
  const sources = await placesOf(db, 'source')
  return sources.filter(({ role }) => role === 'supplier')
}
