// The lots of an item as they should be given, each with where it is. Pure.
import { type Day, daysBetween } from '#src/day.ts'
import { fefo, isUsable, type LotLife, lastUsableDay } from '#src/ledger/pick.ts'
import type { LotInPlace } from './item-card.ts'

/** Why a lot may not be given; null when it may. */
export type Aside = 'held' | 'quarantine' | 'expired' | 'demonstration' | null

export type LotLine = {
  readonly lotId: number
  readonly kind: LotInPlace['kind']
  readonly code: string
  readonly expiresOn: Day | null
  readonly heldReason: string | null
  /** Last day it may be given. */
  readonly lastUsableOn: Day | null
  /** Base units of all places below. */
  readonly quantity: number
  readonly aside: Aside
  readonly places: readonly { readonly place: LotInPlace['place']; readonly quantity: number }[]
}

type Rules = Omit<LotLife, 'expiresOn' | 'heldOn'> & { readonly today: Day }

// A lot with less than this left is named before the others.
const soonDays = 90

/** Usable lots first, the first to end first; then what is set aside. */
export function lotsInOrder(rows: readonly LotInPlace[], rules: Rules) {
  const lots = fefo(linesOf(rows, rules).map((line) => ({ ...rules, ...line, heldOn: null })))
  const usable = lots.filter(({ aside }) => aside === null)
  const [first] = usable
  const isSoon = first?.lastUsableOn && daysBetween(rules.today, first.lastUsableOn) <= soonDays
  return {
    usable: sum(usable),
    usableLots: usable as readonly LotLine[],
    asideLots: lots.filter(({ aside }) => aside !== null) as readonly LotLine[],
    /** The lot to give first: where there is a choice, or little time. */
    giveFirst: first?.lastUsableOn && (usable.length > 1 || isSoon) ? first.lotId : null,
  }
}

/** One line a lot, and one more for what of it is in quarantine. */
function linesOf(rows: readonly LotInPlace[], rules: Rules): LotLine[] {
  const lines = new Map<string, LotInPlace[]>()
  for (const row of rows) {
    const key = `${row.lotId} ${row.place.role === 'quarantine'}`
    lines.set(key, [...(lines.get(key) ?? []), row])
  }
  return [...lines.values()].flatMap(([first, ...others]) =>
    first ? [lineOf(first, [first, ...others], rules)] : [],
  )
}

function lineOf(first: LotInPlace, rows: readonly LotInPlace[], rules: Rules): LotLine {
  const { lotId, kind, code, expiresOn, heldReason } = first
  return {
    ...{ lotId, kind, code, expiresOn, heldReason },
    lastUsableOn: lastUsableDay({ ...rules, expiresOn, heldOn: null }),
    quantity: sum(rows),
    aside: asideOf(first, rules),
    places: rows.map(({ place, quantity }) => ({ place, quantity })),
  }
}

function asideOf({ place, heldOn, expiresOn }: LotInPlace, rules: Rules): Aside {
  if (heldOn !== null) return 'held'
  if (place.role === 'quarantine') return 'quarantine'
  if (isUsable({ ...rules, expiresOn, heldOn }, rules.today)) return null
  // With too little life left for its rule, but not past its date: good to show how it is used.
  return isUsable({ ...rules, expiresOn, heldOn, minimumLifeDays: 0 }, rules.today)
    ? 'demonstration'
    : 'expired'
}

function sum(rows: readonly { readonly quantity: number }[]): number {
  return rows.reduce((total, { quantity }) => total + quantity, 0)
}
