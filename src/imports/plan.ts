// Reads a whole file before anything is written: which kind it is, what it would add, and every
// problem with its row number.
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { folded, type ItemChoice, itemChoices } from '#src/catalog/items.ts'
import { type Place, placesOf } from '#src/catalog/places.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { type ProblemCode, problem } from '#src/fields.ts'
import {
  type CatalogueRow,
  catalogueRow,
  type OpeningRow,
  openingRow,
  type PastUseRow,
  pastUseRow,
} from './form.ts'

export type ImportKind = 'catalogue' | 'opening' | 'past-use'

export type RowProblem = {
  /** The line of the file, the header being line 1. */
  readonly row: number
  readonly column: string
  /** A message of fields.ts: a code with its parameters. */
  readonly message: string
}

type Rows<Kind extends ImportKind, Row> = {
  readonly kind: Kind
  readonly rows: readonly Row[]
  readonly problems: readonly RowProblem[]
}

export type Plan =
  | Rows<'catalogue', CatalogueRow>
  | (Rows<'opening', OpeningRow & { readonly placeId: number }> & { readonly newVenues?: never })
  | (Rows<'past-use', PastUseRow> & { readonly newVenues: readonly string[] })

/** The file cannot be read as a table at all. */
export type Unreadable = { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
export type UnreadableReason = 'notCsv' | 'empty' | 'unknownKind' | 'tooManyRows'

export const mostRows = 100_000

/** What must be known of the database to read a file. */
export type Known = {
  readonly items: readonly ItemChoice[]
  readonly stockrooms: readonly Place[]
  readonly venues: readonly Place[]
}

export async function knownOf(db: Db): Promise<Known> {
  const places = await placesOf(db, 'stockroom', 'venue')
  return {
    items: await itemChoices(db),
    stockrooms: places.filter(({ kind }) => kind === 'stockroom'),
    venues: places.filter(({ kind }) => kind === 'venue'),
  }
}

/** Pure: the same text and the same database give the same plan. */
export function planImport(csv: string, today: Day, known: Known): Plan | Unreadable {
  const table = tableOf(csv)
  if ('reason' in table) return table
  const has = (...columns: readonly string[]) =>
    columns.every((each) => table.header.includes(each))
  if (has('code', 'category')) return { kind: 'catalogue', ...readRows(table, catalogueRow()) }
  if (has('place', 'item', 'quantity')) return opening(table, today, known)
  if (has('day', 'venue', 'item', 'quantity')) return pastUse(table, today, known)
  return { kind: 'unreadable', reason: 'unknownKind' }
}

/** The request id of a file: the same file is the same request, so importing it twice adds nothing. */
export function fileId(csv: string, generation: number): string {
  // A form sends every line ending as CR LF, whatever the file had.
  const normalized = csv.replaceAll('\r\n', '\n').trim()
  const hex = createHash('sha256').update(`${generation}\n${normalized}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] }
type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

function tableOf(csv: string): Table | Unreadable {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  let header: string[] = []
  try {
    records = parse(csv, {
      bom: true,
      delimiter: [',', ';', '\t'],
      columns: (names: string[]) => {
        header = names.map((name) => folded(name).replaceAll(' ', '_'))
        return header
      },
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    })
  } catch {
    return { kind: 'unreadable', reason: 'notCsv' }
  }
  if (records.length === 0) return { kind: 'unreadable', reason: 'empty' }
  if (records.length > mostRows) return { kind: 'unreadable', reason: 'tooManyRows' }
  return { header, rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) }
}

function readRows<Row>({ rows: records }: Table, schema: z.ZodType<Row>) {
  const rows: Row[] = []
  const problems: RowProblem[] = []
  for (const { line, cells } of records) {
    const reading = schema.safeParse(cells)
    if (reading.success) rows.push(reading.data)
    else problems.push(...reading.error.issues.flatMap((issue) => problemsOf(line, issue)))
  }
  return { rows, problems }
}

function problemsOf(row: number, issue: z.core.$ZodIssue): RowProblem[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ row, column: issue.path.join('.'), message: issue.message }]
  }
  return issue.keys.map((column) => ({
    row,
    column,
    message: problem('unknownColumn', { column }),
  }))
}

function opening(table: Table, today: Day, known: Known): Plan {
  const { rows, problems } = readRows(table, openingRow(today, known.items))
  const placed = rows.map((row) => ({
    ...row,
    placeId: placeNamed(known.stockrooms, row.place)?.id,
  }))
  const lost = table.rows.filter(({ cells }) => !placeNamed(known.stockrooms, cells.place ?? ''))
  return {
    kind: 'opening',
    rows: placed.flatMap((row) => (row.placeId ? [{ ...row, placeId: row.placeId }] : [])),
    problems: [
      ...problems,
      ...lost.map(({ line }) => ({
        row: line,
        column: 'place',
        message: 'place' satisfies ProblemCode,
      })),
    ].sort((a, b) => a.row - b.row),
  }
}

function pastUse(table: Table, today: Day, known: Known): Plan {
  const { rows, problems } = readRows(table, pastUseRow(today, known.items))
  const names = new Map<string, string>()
  for (const { venue } of rows) if (!names.has(folded(venue))) names.set(folded(venue), venue)
  const newVenues = [...names.values()].filter((name) => !placeNamed(known.venues, name))
  return { kind: 'past-use', rows, problems, newVenues }
}

export function placeNamed(places: readonly Place[], typed: string): Place | undefined {
  const wanted = folded(typed)
  return places.find(({ nameFr, nameEn }) =>
    [nameFr, nameEn].some((name) => name !== null && folded(name) === wanted),
  )
}
