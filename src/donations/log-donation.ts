import { lotIds } from '#src/catalog/lots.ts'
import { donorNamed, stockroomOf } from '#src/catalog/places.ts'
import type { Tx } from '#src/db/gate.ts'
import { donation, observation } from '#src/db/schema/index.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import type { DonationForm } from './form.ts'

/**
 * Books what a donor brought: donor → stockroom, a lot a line; what is followed roughly is noted as seen.
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
  const counted = rows.filter(({ item }) => item.tracking === 'exact')
  const rough = rows.filter(({ item }) => item.tracking === 'rough')
  const goods = await countedGoods(tx, counted)
  // Without anything to count the entry is empty, and still what can be taken back.
  const entryId = await post(
    tx,
    { kind: 'donation', happenedOn: form.receivedOn, donationId: made.id },
    goods.map((each) => ({ ...each, fromId: donorId, toId: place.id })),
    recording,
  )
  await note(tx, rough, { donation: made, placeId: place.id, recording })
  return { donationId: made.id, entryId }
}

type Row = DonationForm['lines'][number]['row']
type Goods = Pick<Movement, 'itemId' | 'lotId' | 'quantity'>

async function countedGoods(tx: Tx, rows: readonly Row[]): Promise<Goods[]> {
  const lots = await lotIds(
    tx,
    rows.map(({ item, lotCode, expiresOn }) => ({
      ...{ itemId: item.id, lots: item.lots, code: lotCode, expiresOn },
    })),
  )
  return rows.map(({ item, quantity }, index) => ({
    ...{ itemId: item.id, lotId: lots[index] ?? 0, quantity },
  }))
}

type Gift = {
  readonly donation: typeof donation.$inferSelect
  readonly placeId: number
  readonly recording: Recording
}

async function note(tx: Tx, rows: readonly Row[], { donation, placeId, recording }: Gift) {
  if (rows.length === 0) return
  await tx.insert(observation).values(
    rows.map(({ item, quantity }) => ({
      ...{ requestId: recording.requestId, recordedOn: recording.today },
      ...{ itemId: item.id, locationId: placeId, happenedOn: donation.receivedOn },
      ...{ kind: 'intake' as const, amount: quantity, donationId: donation.id },
    })),
  )
}
