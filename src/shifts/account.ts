// What became of a bag's content in one shift, item by item. Both sides are equal by what they are made
// of: carried in + put in + topped up + found = given + not recorded + lost + used otherwise + put back
// + left. Pure.
import type { ShiftSum } from '#src/ledger/shift.ts'
import type { ItemNames } from './queries.ts'

const cameIn = ['carriedIn', 'putIn', 'toppedUp', 'found'] as const
const wentOut = ['given', 'unlogged', 'lost', 'otherwise', 'putBack'] as const

type Term = (typeof cameIn)[number] | (typeof wentOut)[number]

/** Base units. */
export type Account = Readonly<Record<Term, number>> & {
  /** What the bag still holds of it when the shift ends, or now. */
  readonly left: number
}

export type ItemAccount = { readonly item: ItemNames; readonly account: Account }

type OfItem = { readonly item: ItemNames; readonly position: number | null }

export type ShiftFacts = {
  /** What the bag held before it was filled. */
  readonly carried: readonly (OfItem & { readonly quantity: number })[]
  /** What the shift's own entries moved. */
  readonly sums: readonly ShiftSum[]
  /** What other entries put into the bag while it was out, a row a lot; below zero, took out of it. */
  readonly meanwhile: readonly (OfItem & { readonly quantity: number })[]
}

/** The account of every item that was in the bag or moved, in the order of its par list. */
export function accountsOf({ carried, sums, meanwhile }: ShiftFacts): ItemAccount[] {
  const items = new Map(
    inParOrder([...carried, ...sums, ...meanwhile]).map(({ item }) => [item.id, item]),
  )
  return [...items.values()].map((item) => {
    const isOfItem = (row: OfItem) => row.item.id === item.id
    const terms = nothing()
    for (const { quantity } of carried.filter(isOfItem)) terms.carriedIn += quantity
    for (const sum of sums.filter(isOfItem)) addSum(terms, sum)
    for (const { quantity } of meanwhile.filter(isOfItem)) addOther(terms, quantity)
    return { item, account: { ...terms, left: leftOf(terms) } }
  })
}

/** As the tiles are; what is on no list comes last. */
export function inParOrder<Row extends OfItem>(rows: readonly Row[]): Row[] {
  const place = ({ position }: OfItem) => position ?? Number.MAX_SAFE_INTEGER
  return [...rows].sort((a, b) => place(a) - place(b) || a.item.id - b.item.id)
}

function nothing(): Record<Term, number> {
  return {
    ...{ carriedIn: 0, putIn: 0, toppedUp: 0, found: 0 },
    ...{ given: 0, unlogged: 0, lost: 0, otherwise: 0, putBack: 0 },
  }
}

function addSum(terms: Record<Term, number>, { kind, role, out }: ShiftSum) {
  // A lot that was taken for another one is still the same item.
  if (kind === 'assembly') return
  if (kind === 'venue') terms[role === 'unlogged' ? 'unlogged' : 'given'] += out
  else if (role === 'found') terms.found -= out
  else if (kind === 'loss') terms.lost += out
  else if (kind !== 'stockroom') addOther(terms, -out)
  else if (out < 0) terms.putIn -= out
  else terms.putBack += out
}

function addOther(terms: Record<Term, number>, quantity: number) {
  if (quantity > 0) terms.toppedUp += quantity
  else terms.otherwise -= quantity
}

function leftOf(terms: Readonly<Record<Term, number>>): number {
  const sum = (names: readonly Term[]) => names.reduce((total, name) => total + terms[name], 0)
  return sum(cameIn) - sum(wentOut)
}
