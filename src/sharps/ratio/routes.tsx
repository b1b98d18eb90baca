import { Hono } from 'hono'
import { z } from 'zod'
import type { C, Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { answerExport } from '#src/web/exports.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { ReturnRatio } from '#views/sharps/ratio/index.tsx'
import { figuresByMonth } from './queries.ts'
import { type Figures, monthsOf, ratioOf, reportYear, sumOf } from './return-ratio.ts'
import { countsOf, withheld } from './small-counts.ts'

const ratioQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2099).nullable().catch(null),
})

export const ratioRoutes = new Hono<Env>()
  .get('/sharps/ratio', async (c) => {
    const { year, needles, months } = await yearWanted(c)
    const rows = months.map((each) => ({ ...each, ratio: ratioOf(each) }))
    const total = sumOf(months)
    const isCurrent = year.to >= c.var.today
    return render(
      c,
      <ReturnRatio
        {...{ year, needles, rows, isCurrent }}
        total={{ ...total, ratio: ratioOf(total) }}
      />,
    )
  })

  .get('/sharps/ratio.csv', (c) =>
    answerExport(c, async () => {
      const { say } = c.var
      const { file, columns, total } = say.sharps.ratio
      const word = say.leaving.withheld
      const { year, months } = await yearWanted(c)
      const kept = withheld(months)
      const cells = (name: string, figures: Figures, isKept: boolean): Cell[] => [
        name,
        ...(isKept ? countsOf(figures).map(() => word) : countsOf(figures)),
        ...percents(figures).map((percent) => (isKept ? word : percent)),
      ]
      const rows = months.map((each, index) =>
        cells(monthName(c, each), each, kept.rows[index] ?? true),
      )
      const sum = cells(total, sumOf(months), kept.total)
      return csv(c, `${file}-${year.year}-${year.year + 1}`, columns, [...rows, sum])
    }),
  )

async function yearWanted(c: C) {
  const { today, programme } = c.var
  const asked = readQuery(c, ratioQuery).year
  const year = reportYear(programme.fiscalYearStart, { today, year: asked })
  const { needles, months } = await c.var.app.database.read((db) => figuresByMonth(db, year))
  return { year, needles, months: monthsOf(year, today, months) }
}

function monthName(c: C, { month, isPartial }: { month: string; isPartial: boolean }): string {
  const { say } = c.var
  return isPartial ? say.sharps.ratio.soFar({ month: say.month(month) }) : say.month(month)
}

function percents(figures: Figures): (number | null)[] {
  const ratio = ratioOf(figures)
  const percent = (part: number) => Math.round(part * 100)
  return ratio
    ? [percent(ratio.low), percent(ratio.likely), percent(ratio.high)]
    : [null, null, null]
}
