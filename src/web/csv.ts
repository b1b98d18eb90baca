// Spreadsheets out: cells that a spreadsheet would run are neutralised, leading zeros survive.
import { stringify } from 'csv-stringify/sync'
import type { C } from './context.ts'

export type Cell = string | number | null

/** Answers a table as a CSV file that Excel opens with its accents right. */
export function csv(c: C, name: string, header: readonly string[], rows: readonly Cell[][]) {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body(stringify([[...header], ...rows], { bom: true, escape_formulas: true }))
}
