// A supplier with its terms, and what it supplies, in one line.
import type { Day } from '#src/day.ts'
import { itemSupply, location, supplierTerms } from '#src/db/schema/index.ts'
import { columnsOf, type OrderDeadlines } from '#src/order-deadlines.ts'
import type { World } from '#test/support/world.ts'

/** The Friday of the week in which the world begins. */
export const friday: Day = '2026-11-27'
export const otherFriday: OrderDeadlines = { every: 'two-weeks', from: friday, hour: 12 }

type Supplier = {
  readonly name?: string
  readonly deadlines?: OrderDeadlines | null
  readonly leadTimeDays?: number
  readonly reviewDays?: number
  /** Codes, with what a line of an order may hold. */
  readonly supplies: Readonly<Record<string, { minimumOrder?: number; maximumOrder?: number }>>
}

/** Ten days to deliver and two weeks between orders, unless it is said otherwise. @returns its id */
export async function supplierOf(world: World, supplier: Supplier): Promise<number> {
  const { name = 'Cactus', deadlines = null, leadTimeDays = 10, reviewDays = 14 } = supplier
  return world.write(async (tx) => {
    const source = { kind: 'source', role: 'supplier', nameFr: name } as const
    const [made] = await tx.insert(location).values(source).returning()
    const supplierId = made?.id ?? 0
    const terms = { supplierId, leadTimeDays, reviewDays, ...columnsOf(deadlines) }
    await tx.insert(supplierTerms).values(terms)
    const rows = Object.entries(supplier.supplies).map(([code, line]) => ({
      ...{ supplierId, itemId: world.item(code).id, ...line },
    }))
    await tx.insert(itemSupply).values(rows)
    return supplierId
  })
}
