import { lotIds } from '#src/catalog/lots.ts'
import { donorNamed, stockroomOf } from '#src/catalog/places.ts'
import type { Tx } from '#src/db/gate.ts'
import { donation } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import type { DonationForm } from './form.ts'

/**
 * Books what a donor brought: donor → stockroom, a lot a line.
 * @throws Refusal `notFound` when the stockroom is not one any more
 */
export async function logDonation(tx: Tx, form: DonationForm, recording: Recording) {
  const place = await stockroomOf(tx, form.placeId, 'placeId')
  const donorId = await donorNamed(tx, form.donor)
  const [made] = await tx
    .insert(donation)
    .values({ donorId, receivedOn: form.receivedOn, valueCents: form.value })
    .returning()
  if (!made) throw new Error('the database returned no donation')
  const rows = form.lines.map(({ row }) => row)
  const lots = await lotIds(
    tx,
    rows.map(({ item, lotCode, expiresOn }) => ({
      ...{ itemId: item.id, lots: item.lots, code: lotCode, expiresOn },
    })),
  )
  const entryId = await post(
    tx,
    { kind: 'donation', happenedOn: form.receivedOn, donationId: made.id },
    rows.map(({ item, quantity }, index) => ({
      ...{ itemId: item.id, lotId: lots[index] ?? 0, quantity },
      ...{ fromId: donorId, toId: place.id },
    })),
    recording,
  )
  return { donationId: made.id, entryId }
}
