import { Hono } from 'hono'
import { categories, streams } from '#src/db/schema/index.ts'
import { bagsAway } from '#src/ledger/bags-away.ts'
import { stockLevels } from '#src/planning/item-advice.ts'
import type { C, Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { reasonIn } from '#views/alerts/board.tsx'
import { ExpiryList } from '#views/alerts/expiry.tsx'
import { Alerts } from '#views/alerts/index.tsx'
import { lotName } from '#views/stock/lots.tsx'
import { board, filtered, listed } from './board.ts'
import { boardFilter } from './form.ts'
import { giveFirst } from './give-first.ts'

export const alertsRoutes = new Hono<Env>()
  .get('/alerts', async (c) => {
    const filter = readQuery(c, boardFilter)
    const all = await board(c.var.asOf)
    const away = await bagsAway(c.var.asOf)
    const alerts = filtered(all, filter)
    const choices = { levels: stockLevels, categories, streams }
    const lists = {
      ...{ all, shown: listed(alerts, filter.level) },
      ...{ awake: listed(alerts, null), asleep: listed(alerts, 'snoozed') },
    }
    return render(c, <Alerts {...{ ...lists, filter, choices, away, held: c.var.held }} />)
  })

  .get('/alerts.csv', async (c) => {
    const { say, today } = c.var
    const { reorder, common } = say
    const { columns } = reorder
    const filter = readQuery(c, boardFilter)
    const list = listed(filtered(await board(c.var.asOf), filter), filter.level)
    const header = [
      ...[columns.code, common.item, columns.unit, reorder.level, reorder.usable, columns.onOrder],
      ...[columns.low, columns.median, columns.high, columns.runsOut, columns.from, columns.until],
      ...[reorder.order, columns.packs, columns.packSize, columns.orderBy, columns.supplier],
      ...[columns.why, reorder.category, reorder.services],
      columns.snoozedUntil,
    ]
    const rows = list.map(({ item, level, reason, counted, snooze, streams }): Cell[] => {
      const { lasts, order, supplier } = counted ?? { lasts: null, order: null, supplier: null }
      return [
        ...[item.code, say.name(item), say.unit(item), reorder.levels[level]],
        ...[counted?.usable ?? null, counted?.onOrder ?? null],
        ...[lasts?.low ?? null, lasts?.median ?? null, lasts?.high ?? null],
        ...[counted?.runsOut?.on ?? null, counted?.runsOut?.from ?? null],
        counted?.runsOut?.until ?? null,
        ...[order?.units ?? null, order?.pack ? order.packs : null, order?.pack?.size ?? null],
        ...[counted?.orderBy ?? null, supplier && say.name(supplier), reasonIn(say, reason)],
        common.categories[item.category],
        say.list(streams.map((each) => common.streams[each])),
        snooze?.untilOn ?? null,
      ]
    })
    return csv(c, `${reorder.file}-${today}`, header, rows)
  })

  .get('/alerts/expiry', async (c) => render(c, <ExpiryList lots={await lotsToGiveFirst(c)} />))

  .get('/alerts/expiry.csv', async (c) => {
    const { say, today } = c.var
    const { expiry, common } = say
    const { columns } = expiry
    const header = [
      ...[columns.code, common.item, columns.unit, columns.lot, columns.expiresOn],
      ...[columns.giveBy, columns.places, columns.onHand, columns.unused],
      ...[columns.needed, columns.expected],
    ]
    const rows = (await lotsToGiveFirst(c)).map((row): Cell[] => {
      const { item, lot, lastUsableOn, places, quantity, unused, pace } = row
      const where = places.map((each) =>
        expiry.inPlace({ place: say.name(each.place), quantity: each.quantity }),
      )
      return [
        ...[item.code, say.name(item), say.unit(item), lotName(lot, say), lot.expiresOn],
        ...[lastUsableOn, where.join(', '), quantity, unused],
        ...[pace && rounded(pace.needed), pace && rounded(pace.expected)],
      ]
    })
    return csv(c, `${expiry.file}-${today}`, header, rows)
  })

async function lotsToGiveFirst(c: C) {
  const list = await board(c.var.asOf)
  return c.var.app.database.read((db) => giveFirst(db, list))
}

function rounded(units: number): number {
  return Math.round(units * 10) / 10
}
