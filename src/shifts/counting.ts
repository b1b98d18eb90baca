// The count as it is being typed: "All match" and the steppers answer with the same page, changed. Pure.
import { readQuantity } from '#src/quantity.ts'
import type { CountedItem, CountItem } from './reconciliation.ts'

type Typed = Readonly<Record<string, string>>

/** The fields after the button that was pressed; a number that cannot be read is left as it is. */
export function countsTyped(sheet: readonly CountItem[], typed: Typed): Typed {
  const { all, step, ...rest } = typed
  if (all !== undefined) return { ...rest, ...Object.fromEntries(sheet.flatMap(matching)) }
  const [, lotId, change] = step?.match(/^(\d+):(-?1)$/) ?? []
  const row = sheet.flatMap(({ rows }) => rows).find((each) => String(each.lotId) === lotId)
  if (!row) return rest
  const name = countName(row.lotId)
  const before = readQuantity(rest[name] ?? '').quantity ?? Math.max(0, row.expected)
  return { ...rest, [name]: String(Math.max(0, before + Number(change))) }
}

// A bag cannot hold less than nothing: what owes units is counted by a person.
function matching({ rows }: CountItem): [string, string][] {
  return rows
    .filter(({ expected }) => expected >= 0)
    .map(({ lotId, expected }) => [countName(lotId), String(expected)])
}

/** What can be read of the typed counts, by lot. */
export function countsOf(typed: Typed): Map<number, number | null> {
  return new Map(
    Object.entries(typed).flatMap(([name, text]) => {
      const [, lotId] = name.match(/^counts\.l(\d+)\.counted$/) ?? []
      return lotId ? [[Number(lotId), readQuantity(text).quantity ?? null] as const] : []
    }),
  )
}

/** The fields that still need an answer, by name: lots without a count, differences without a reason. */
export function unanswered(
  counted: readonly CountedItem[],
  typed: Typed,
): { readonly counts: readonly string[]; readonly reasons: ReadonlyMap<string, number> } {
  const reasons = counted
    .filter(({ difference }) => difference !== 0)
    .map(({ item, difference }) => [reasonName(item.id), Math.abs(difference)] as const)
    .filter(([name]) => !typed[name])
  return {
    counts: counted.flatMap(({ uncounted }) => uncounted.map(({ lotId }) => countName(lotId))),
    reasons: new Map(reasons),
  }
}

function countName(lotId: number): string {
  return `counts.l${lotId}.counted`
}

function reasonName(itemId: number): string {
  return `reasons.i${itemId}.reason`
}
