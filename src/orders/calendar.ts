// What to order from whom in the weeks to come: the deadlines, what is drafted for them, and what the
// board would put in.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Advised, advisedItems } from '#src/advice/advised-items.ts'
import { addDays, type Day, type WallTime } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import type { AsOf } from '#src/db/remembered.ts'
import { location, order, supplierTerms } from '#src/db/schema/index.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { deadlinesIn, deadlinesUntil } from '#src/order-deadlines.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'
import { draftDeadline } from './draft-deadline.ts'

const weeksAhead = 8

export type Chance = {
  /** Null for what nobody is noted to supply. */
  readonly supplier: Supplier | null
  /** Null where orders are taken on any day. */
  readonly deadline: WallTime | null
  readonly drafts: readonly Draft[]
  /** What the board puts in today. */
  readonly toOrder: readonly ToOrder[]
  /** Enough for now; by then more has likely to be ordered. */
  readonly likely: readonly ReorderFacts['item'][]
}

type Supplier = {
  readonly id: number
  readonly nameFr: string | null
  readonly nameEn: string | null
}

type Draft = {
  readonly id: number
  readonly lines: number
  /** The deadline it was drafted for, when that has passed. */
  readonly missed: WallTime | null
}

type ToOrder = {
  readonly item: ReorderFacts['item']
  /** Base units, and the packs that make them. */
  readonly units: number
  readonly pack: ReorderFacts['supply']['packs'][number] | null
  /** Null where the supplier has a deadline, or nobody knows. */
  readonly orderBy: Day | null
}

export type OrderCalendar = {
  /** The first first. */
  readonly dated: readonly Chance[]
  /** Of suppliers that take orders on any day, where there is something to order. */
  readonly anyDay: readonly Chance[]
}

/** The next eight weeks. Two statements, and the board's, which are remembered. */
export async function orderCalendar(asOf: AsOf): Promise<OrderCalendar> {
  const items = [...(await advisedItems(asOf)).values()].flatMap(ordered)
  const [drafts, known] = await asOf.database.read(async (db) => [
    await draftsBySupplier(db),
    await suppliers(db),
  ])
  const chances = known.flatMap(({ supplier, terms }) =>
    chancesOf(supplier, {
      deadlines: terms && deadlinesIn(terms),
      drafts: drafts.filter(({ supplierId }) => supplierId === supplier.id),
      items: items.filter(({ facts }) => facts.supply.supplier?.id === supplier.id),
      clock: asOf.clock,
    }),
  )
  const unsupplied = items.filter(({ facts }) => facts.supply.supplier === null)
  const nobody = { supplier: null, deadline: null, drafts: [], likely: [] }
  return {
    dated: chances.filter(({ deadline }) => deadline !== null).sort(byDeadline),
    anyDay: [...chances, { ...nobody, toOrder: toOrderOf(unsupplied) }].filter(
      ({ deadline, drafts, toOrder }) =>
        deadline === null && (drafts.length > 0 || toOrder.length > 0),
    ),
  }
}

type Ordered = { readonly facts: ReorderFacts; readonly advice: ItemAdvice }

function ordered({ facts, advice }: Advised): readonly Ordered[] {
  return advice && !facts.isKit ? [{ facts, advice }] : []
}

type Around = {
  readonly deadlines: ReturnType<typeof deadlinesIn>
  readonly drafts: Awaited<ReturnType<typeof draftsBySupplier>>
  readonly items: readonly Ordered[]
  readonly clock: WallTime
}

/** One chance a deadline, the next with what is drafted and needed; or one for any day. */
function chancesOf(supplier: Supplier, { deadlines, drafts, items, clock }: Around): Chance[] {
  const now = {
    drafts: drafts.map(({ id, lines, draftedOn }) => ({
      ...{ id, lines },
      missed: draftDeadline(deadlines, { draftedOn, clock })?.missed ?? null,
    })),
    toOrder: toOrderOf(items),
  }
  if (!deadlines) return [{ supplier, deadline: null, ...now, likely: [] }]
  const ahead = deadlinesUntil(deadlines, clock, addDays(clock.day, 7 * weeksAhead))
  return ahead.map((deadline, index) => ({
    ...{ supplier, deadline },
    ...(index === 0 ? now : { drafts: [], toOrder: [] }),
    likely: items.flatMap(({ facts, advice }) =>
      advice.needed === 0 && advice.orderByDeadline?.day === deadline.day ? [facts.item] : [],
    ),
  }))
}

function toOrderOf(items: readonly Ordered[]): ToOrder[] {
  return items
    .filter(({ advice }) => advice.order.units > 0)
    .map(({ facts, advice }) => ({
      ...{ item: facts.item, units: advice.order.units },
      pack: facts.supply.packs.find(({ size }) => size === advice.packSize) ?? null,
      orderBy: advice.orderByDeadline ? null : advice.orderBy,
    }))
}

function byDeadline({ deadline: a }: Chance, { deadline: b }: Chance): number {
  const at = (time: WallTime | null) => `${time?.day} ${String(time?.hour).padStart(2, '0')}`
  return at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0
}

async function suppliers(db: Db) {
  return db
    .select({
      supplier: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      terms: supplierTerms,
    })
    .from(location)
    .leftJoin(supplierTerms, eq(supplierTerms.supplierId, location.id))
    .where(and(eq(location.role, 'supplier'), isNull(location.retiredOn)))
    .orderBy(asc(location.id))
}

async function draftsBySupplier(db: Db) {
  return db
    .select({
      ...{ id: order.id, supplierId: order.supplierId, draftedOn: order.draftedOn },
      lines: sql<number>`(select count(*) from order_line where order_line.order_id = "order".id)`,
    })
    .from(order)
    .where(and(isNull(order.sentOn), isNull(order.cancelledOn), isNull(order.closedOn)))
    .orderBy(asc(order.id))
}
