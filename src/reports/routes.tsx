import { Hono } from 'hono'
import { periodBeside, type ReportPeriod, reportPeriod } from '#src/report-period.ts'
import type { C, Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { answerExport } from '#src/web/exports.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { Report } from '#views/reports/index.tsx'
import { ReportSheet } from '#views/reports/sheet.tsx'
import { leavingRows } from '#views/reports/spreadsheet.ts'
import { figuresOf } from './figures.ts'
import { reportQuery } from './form.ts'
import { leavingSections } from './leaving.ts'
import { reportFacts } from './queries.ts'
import { begun, reportSections } from './summary.ts'

export const reportsRoutes = new Hono<Env>()
  .get('/reports', async (c) => {
    const { today } = c.var
    const { fiscalYearStart: startMonth } = c.var.programme
    const period = periodWanted(c)
    const before = periodBeside(period, -1, startMonth)
    const read = { from: before.from, to: period.to }
    const facts = await c.var.app.database.read((db) =>
      reportFacts(db, { periods: { current: period, before }, read, today }),
    )
    const figures = figuresOf(facts)
    const sections = reportSections(figures, { period, before, today })
    return render(
      c,
      <Report {...{ period, before, sections, startMonth }} months={begun(period, today)} />,
    )
  })

  .get('/reports.csv', (c) =>
    answerExport(c, async () => {
      const { say } = c.var
      const leaving = await whatLeaves(c)
      const [header = [], ...rows] = leavingRows(leaving, { say, today: c.var.today })
      const { from, to } = leaving.period
      return csv(c, `${say.reports.file}-${from}-${to}`, header.map(String), rows as Cell[][])
    }),
  )

  .get('/reports/sheet', (c) =>
    answerExport(c, async () => render(c, <ReportSheet {...(await whatLeaves(c))} />)),
  )

function periodWanted(c: C): ReportPeriod {
  const { today, programme } = c.var
  return readQuery(c, reportQuery({ today, startMonth: programme.fiscalYearStart }))
}

/** The report without what does not leave; its whole year is read, to know what would give what away. */
async function whatLeaves(c: C) {
  const { today, app, programme } = c.var
  const period = periodWanted(c)
  const [month = ''] = period.months
  const read = reportPeriod('year', month, programme.fiscalYearStart)
  const facts = await app.database.read((db) =>
    reportFacts(db, { periods: { current: period, before: period }, read, today }),
  )
  const figures = figuresOf(facts)
  const sections = leavingSections(figures, period)
  return { period, months: begun(period, today), since: figures.since, sections }
}
