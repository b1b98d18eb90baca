import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'

const exported = async (rows: Cell[][]) => {
  const app = new Hono<Env>().get('/', (c) => csv(c, 'stock', ['a'], rows))
  const answer = await app.request('/')
  return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

const text = async (cell: Cell) => {
  const { bytes } = await exported([[cell]])
  const [, row] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true })
  return (row as string[])[0]
}

describe('a spreadsheet export', () => {
  test.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '=HYPERLINK("http://example.org";"x")',
  ])('runs nothing: %j is shown, not computed', async (cell) => {
    expect(await text(cell)).toBe(`'${cell}`)
  })

  test('has no cell that begins like a formula, whatever people typed', async () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ',', '\n', '0', 'é')
    const typed = fc.tuple(starts, fc.string()).map(([start, rest]) => start + rest)
    await fc.assert(
      fc.asyncProperty(typed, async (cell) => {
        expect(await text(cell)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  test.each([
    ['007', '007'],
    ['0', '0'],
    [-5, '-5'],
    [5, '5'],
    [0, '0'],
    [null, ''],
    ['Sac « 1 », l’ami', 'Sac « 1 », l’ami'],
    ['a "b", c', 'a "b", c'],
    ['two\nlines', 'two\nlines'],
  ])('keeps %j as %j', async (cell, kept) => {
    expect(await text(cell)).toBe(kept)
  })

  test('opens with its accents right, under its own name', async () => {
    const { headers, bytes } = await exported([['é']])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="stock.csv"')
  })
})
