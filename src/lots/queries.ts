import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { entry, item, location, lot, lotComponent, movement, onHand } from '#src/db/schema/index.ts'
import { isUsable, lastUsableDay } from '#src/ledger/pick.ts'

const from = alias(location, 'from_place')
const to = alias(location, 'to_place')

/** A lot with its item; null without one. */
export async function lotById(db: Db, id: number, today: Day) {
  const [found] = await db
    .select({ lot, item })
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(eq(lot.id, id))
  if (!found) return null
  const life = { ...found.lot, ...ruleOf(found.item) }
  return {
    ...found,
    lastUsableOn: lastUsableDay(life),
    isPastUse: !isUsable({ ...life, heldOn: null }, today),
  }
}

function ruleOf({ expiry, graceDays, minimumLifeDays }: typeof item.$inferSelect) {
  return { expiry, graceDays, minimumLifeDays }
}

/** Where a lot is now. */
export async function placesOfLot(db: Db, id: number) {
  return db
    .select({
      id: location.id,
      nameFr: location.nameFr,
      nameEn: location.nameEn,
      quantity: onHand.quantity,
    })
    .from(onHand)
    .innerJoin(location, eq(location.id, onHand.locationId))
    .where(eq(onHand.lotId, id))
    .orderBy(location.kind, location.id)
}

/** The lots that went into a kit lot. */
export async function componentsOf(db: Db, kitLotId: number) {
  return db
    .select({ lot, item, quantity: lotComponent.quantity })
    .from(lotComponent)
    .innerJoin(lot, eq(lot.id, lotComponent.componentLotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(eq(lotComponent.kitLotId, kitLotId))
    .orderBy(item.code, lot.id)
}

/** The kit lots that a lot went into, kits of kits included. */
export async function kitLotsFrom(db: Db, lotId: number) {
  return db
    .select({ lot, item })
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(
      sql`${lot.id} in (
        with recursive built(id) as (
          select kit_lot_id from lot_component where component_lot_id = ${lotId}
          union select kit_lot_id from lot_component join built on component_lot_id = built.id)
        select id from built)`,
    )
    .orderBy(item.code, lot.id)
}

/** What happened to a lot, latest first, a page of `size` before `before`. */
export async function movementsOfLot(
  db: Db,
  { lotId, before, size }: { lotId: number; before: number | null; size: number },
) {
  return db
    .select({
      id: movement.id,
      entryId: movement.entryId,
      quantity: movement.quantity,
      kind: entry.kind,
      sign: entry.sign,
      happenedOn: entry.happenedOn,
      recordedOn: entry.recordedOn,
      from: { nameFr: from.nameFr, nameEn: from.nameEn },
      to: { nameFr: to.nameFr, nameEn: to.nameEn },
    })
    .from(movement)
    .innerJoin(entry, eq(entry.id, movement.entryId))
    .innerJoin(from, eq(from.id, movement.fromId))
    .innerJoin(to, eq(to.id, movement.toId))
    .where(and(eq(movement.lotId, lotId), before === null ? undefined : lt(movement.id, before)))
    .orderBy(desc(movement.id))
    .limit(size)
}
