import { Hono } from 'hono'
import { stockLevels } from '#src/planning/item-advice.ts'
import type { Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { reasonIn } from '#views/alerts/board.tsx'
import { Alerts } from '#views/alerts/index.tsx'
import { board } from './board.ts'
import { boardFilter } from './form.ts'

export const alertsRoutes = new Hono<Env>()
  .get('/alerts', async (c) => {
    const { level } = readQuery(c, boardFilter)
    const list = await board(c.var.app.database, c.var.today)
    return render(c, <Alerts alerts={list} levels={stockLevels} level={level} />)
  })

  .get('/alerts.csv', async (c) => {
    const { say, today } = c.var
    const { reorder, common } = say
    const { columns } = reorder
    const list = await board(c.var.app.database, today)
    const header = [
      ...[columns.code, common.item, columns.unit, reorder.level, reorder.usable, columns.onOrder],
      ...[columns.low, columns.median, columns.high, reorder.order],
      ...[columns.packs, columns.packSize, columns.orderBy, columns.supplier, columns.why],
    ]
    const rows = list.map(({ item, level, reason, counted }): Cell[] => {
      const { lasts, order, supplier } = counted ?? { lasts: null, order: null, supplier: null }
      return [
        ...[item.code, say.name(item), say.unit(item), reorder.levels[level]],
        ...[counted?.usable ?? null, counted?.onOrder ?? null],
        ...[lasts?.low ?? null, lasts?.median ?? null, lasts?.high ?? null],
        ...[order?.units ?? null, order?.pack ? order.packs : null, order?.pack?.size ?? null],
        ...[counted?.orderBy ?? null, supplier && say.name(supplier), reasonIn(say, reason)],
      ]
    })
    return csv(c, `${reorder.file}-${today}`, header, rows)
  })
