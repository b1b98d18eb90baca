// Which lots to hand out first so that nothing expires unused, and where they are.
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { location, lot, onHand } from '#src/db/schema/index.ts'
import type { Expiring } from './expiring.ts'
import type { Alert } from './queries.ts'

/** A lot of the list with where it is; quantities in base units. */
export type GiveFirst = Expiring & {
  readonly item: Alert['item']
  readonly hasForecast: boolean
  readonly lot: Pick<LotInPlace, 'kind' | 'code' | 'expiresOn'>
  readonly places: readonly Pick<LotInPlace, 'place' | 'quantity'>[]
}

/** Every lot that will not all be given in time, the first to end first: one statement. */
export async function giveFirst(db: Db, alerts: readonly Alert[]): Promise<GiveFirst[]> {
  const risks = alerts.flatMap(({ item, counted }) =>
    (counted?.expiring ?? []).map((risk) => ({
      ...{ ...risk, item, hasForecast: counted?.hasForecast ?? false },
    })),
  )
  const places = await placesOfLots(
    db,
    risks.map(({ lotId }) => lotId),
  )
  return risks
    .flatMap((risk) => {
      const here = places.filter(({ lotId }) => lotId === risk.lotId)
      const [lot] = here
      return lot ? [{ ...risk, lot, places: here }] : []
    })
    .sort((a, b) =>
      a.lastUsableOn < b.lastUsableOn ? -1 : a.lastUsableOn > b.lastUsableOn ? 1 : 0,
    )
}

type LotInPlace = Awaited<ReturnType<typeof placesOfLots>>[number]

async function placesOfLots(db: Db, lotIds: readonly number[]) {
  if (lotIds.length === 0) return []
  return (
    db
      .select({
        ...{ lotId: lot.id, kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
        quantity: onHand.quantity,
        place: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      })
      .from(lot)
      .innerJoin(onHand, eq(onHand.lotId, lot.id))
      .innerJoin(location, eq(location.id, onHand.locationId))
      .where(and(inArray(lot.id, [...lotIds]), ne(location.role, 'quarantine')))
      // Stockrooms before bags.
      .orderBy(desc(location.kind), asc(location.id))
  )
}
