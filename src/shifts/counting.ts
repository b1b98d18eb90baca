// The count as it is being typed: "All match" and the steppers answer with the same page, changed. Pure.
import { readQuantity } from '#src/quantity.ts'
import type { ItemNames } from './queries.ts'
import type { CountedItem, CountItem } from './reconciliation.ts'

type Typed = Readonly<Record<string, string>>

/** The fields after the button that was pressed; a number that cannot be read is left as it is. */
export function countsTyped(sheet: readonly CountItem[], typed: Typed): Typed {
  const { all, step, ...rest } = typed
  if (all !== undefined) return { ...Object.fromEntries(sheet.flatMap(matching)), ...counted(rest) }
  const [, lotId, change] = step?.match(/^(\d+):(-?1)$/) ?? []
  const row = sheet.flatMap(({ rows }) => rows).find((each) => String(each.lotId) === lotId)
  if (!row) return rest
  const name = countName(row.lotId)
  const before = readQuantity(rest[name] ?? '').quantity ?? Math.max(0, row.expected)
  return { ...rest, [name]: String(Math.max(0, before + Number(change))) }
}

/** What somebody has typed: "The rest matches" fills only what is blank. */
function counted(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
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

export type Unanswered = {
  readonly field: string
  readonly item: ItemNames
  /** Which lot is to be counted, where the item has several. */
  readonly lot: string | null
  /** How much is to be explained; null where it is to be counted first. */
  readonly difference: number | null
}

/** The fields that still need an answer: lots without a count, differences without a reason. */
export function unanswered(counted: readonly CountedItem[], typed: Typed): readonly Unanswered[] {
  return counted.flatMap(({ item, uncounted, difference }) => {
    const field = reasonName(item.id)
    const isOpen = difference !== 0 && !typed[field]
    return [
      ...uncounted.map(({ lotId, code }) => {
        return { field: countName(lotId), item, lot: code, difference: null }
      }),
      ...(isOpen ? [{ field, item, lot: null, difference: Math.abs(difference) }] : []),
    ]
  })
}

function countName(lotId: number): string {
  return `counts.l${lotId}.counted`
}

function reasonName(itemId: number): string {
  return `reasons.i${itemId}.reason`
}
