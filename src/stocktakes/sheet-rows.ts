// The sheet of a count as it is counted: a row a lot, and one for all the kits of an item, because the
// number of a build is on no kit. Pure.
import { byExpiry } from '#src/ledger/count-gaps.ts'
import type { SheetLine } from './queries.ts'

/** What is counted as one; base units. */
export type SheetRow = Pick<SheetLine, 'lotId' | 'item' | 'now' | 'expected' | 'counted'> & {
  readonly lot: Pick<SheetLine['lot'], 'kind' | 'code' | 'expiresOn' | 'heldOn'>
  /** Its lots, first to expire first. */
  readonly lots: readonly SheetLine[]
  /** Counted, and something came or went since. */
  readonly hasMoved: boolean
}

/** In the order of the lines. What is held lies apart, and is counted apart. */
export function sheetRows(lines: readonly SheetLine[]): SheetRow[] {
  const built = lines.filter(({ lot }) => lot.recipeId !== null)
  const kits = new Set(built.map(({ item }) => item.id))
  const rows = new Map<string, SheetLine[]>()
  for (const line of lines) {
    const isOfMany = kits.has(line.item.id) && line.lot.heldOn === null
    const key = isOfMany ? `kits of ${line.item.id}` : `lot ${line.lotId}`
    rows.set(key, [...(rows.get(key) ?? []), line])
  }
  return [...rows.values()].map(rowOf)
}

function rowOf(lines: readonly SheetLine[]): SheetRow {
  const lots = lines.toSorted((a, b) => byExpiry(dated(a), dated(b)))
  const [first] = lots
  if (!first) throw new Error('a row has a lot')
  const isCounted = lots.some(({ counted }) => counted !== null)
  const total = (of: (line: SheetLine) => number | null) =>
    lots.reduce((sum, line) => sum + (of(line) ?? 0), 0)
  return {
    ...{ lotId: first.lotId, item: first.item, lots, now: total(({ now }) => now) },
    lot: lots.length > 1 ? { ...first.lot, kind: 'real', code: '', expiresOn: null } : first.lot,
    counted: isCounted ? total(({ counted }) => counted) : null,
    expected: isCounted ? total(({ expected }) => expected) : null,
    hasMoved: isCounted && lots.some(({ now, expected }) => now !== (expected ?? 0)),
  }
}

function dated({ lotId, lot: { expiresOn } }: SheetLine) {
  return { lotId, expiresOn }
}
