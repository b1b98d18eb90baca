// A lot is corrected, held or released; its past keeps pointing at it.
import { and, eq, isNull, ne } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { lot } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { HoldForm, LotForm } from './form.ts'
import { kitLotsFrom } from './queries.ts'

type Seen = { readonly id: number; readonly version: number }

/**
 * Corrects the number or the date of a lot.
 * @throws Refusal `stale`, `notFound`, `lotFixed` for a built-in lot, `lotTaken` when the item has a
 *   lot like that
 */
export async function correctLot(tx: Tx, lotId: number, form: LotForm, recording: Recording) {
  const [found] = await tx.select().from(lot).where(eq(lot.id, lotId))
  if (!found) return refuse('notFound', {})
  if (found.kind !== 'real') return refuse('lotFixed', {})
  const values = { code: form.code ?? '', expiresOn: form.expiresOn }
  const [other] = await tx
    .select({ id: lot.id })
    .from(lot)
    .where(
      and(
        ...[eq(lot.itemId, found.itemId), eq(lot.kind, 'real'), eq(lot.code, values.code)],
        values.expiresOn === null ? isNull(lot.expiresOn) : eq(lot.expiresOn, values.expiresOn),
        ne(lot.id, lotId),
      ),
    )
  if (other) refuse('lotTaken', {}, 'expiresOn')
  const seen = { id: lotId, version: form.version }
  return { changeId: await amend(tx, lot, seen, values, recording) }
}

/**
 * Holds a lot and, if asked, the kit lots built from it that are not held yet.
 * @returns the change of the lot, and how many kit lots were held with it
 * @throws Refusal `stale`, `notFound`
 */
export async function holdLot(tx: Tx, lotId: number, form: HoldForm, recording: Recording) {
  const hold = { heldOn: recording.today, heldReason: form.reason }
  const changeId = await amend(tx, lot, { id: lotId, version: form.version }, hold, recording)
  const kits = form.withKits ? await kitLotsFrom(tx, lotId) : []
  const free = kits.filter((kit) => kit.lot.heldOn === null)
  for (const kit of free) await amend(tx, lot, kit.lot, hold, recording)
  return { changeId, kits: free.length }
}

/** @throws Refusal `stale`, `notFound` */
export async function releaseLot(tx: Tx, seen: Seen, recording: Recording) {
  const released = { heldOn: null, heldReason: null }
  return { changeId: await amend(tx, lot, seen, released, recording) }
}
