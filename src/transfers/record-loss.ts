import { type Holder, holderAt, holders } from '#src/catalog/holders.ts'
import { builtInPlace } from '#src/catalog/places.ts'
import type { Tx } from '#src/db/gate.ts'
import { type LotInPlace, lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { LossForm } from './form.ts'

type Line = LossForm['lines'][number]

/**
 * Takes what is expired, damaged or lost out of a place, from the lot it was.
 * @throws Refusal `lotMissing` where the place has several, `short`, `bagIsOut`, `notFound`
 */
export async function recordLoss(tx: Tx, form: LossForm, recording: Recording) {
  const place = holderAt(await holders(tx), form.placeId, 'placeId')
  const itemIds = [...new Set(form.lines.map(({ row }) => row.item.id))]
  const there = await lotsIn(tx, { locationId: place.id, itemIds })
  const gone = form.lines.map((line) => lotOf(line, place, there))
  refuseShort(form.lines, place, { gone, there })
  const lossPlace = await builtInPlace(tx, form.reason)
  const entryId = await post(
    tx,
    { kind: 'loss', happenedOn: form.happenedOn },
    gone.map((each) => ({ ...each, fromId: place.id, toId: lossPlace.id })),
    recording,
  )
  return { entryId }
}

type Gone = { readonly itemId: number; readonly lotId: number; readonly quantity: number }

/** The lot that was chosen, or the only one there. */
function lotOf({ row, index }: Line, place: Holder, there: readonly LotInPlace[]): Gone {
  const own = there.filter(({ itemId, lotId }) =>
    row.lotId === null ? itemId === row.item.id : lotId === row.lotId && itemId === row.item.id,
  )
  const [only, another] = own
  const { item, quantity } = row
  if (another) refuse('lotMissing', { item, place, lots: own.length }, `lines.${index}.lot`)
  if (!only) {
    const field = row.lotId === null ? 'quantity' : 'lot'
    return refuse(
      'short',
      { item, place, available: 0, wanted: quantity },
      `lines.${index}.${field}`,
    )
  }
  return { itemId: item.id, lotId: only.lotId, quantity }
}

type Lots = { readonly gone: readonly Gone[]; readonly there: readonly LotInPlace[] }

/** Two lines of one lot share what is there. */
function refuseShort(lines: readonly Line[], place: Holder, { gone, there }: Lots) {
  const left = new Map(there.map(({ lotId, quantity }) => [lotId, quantity]))
  for (const [place_, { lotId, quantity }] of gone.entries()) {
    const available = left.get(lotId) ?? 0
    const line = lines[place_]
    if (available < quantity && line) {
      const about = { item: line.row.item, place, available, wanted: quantity }
      refuse('short', about, `lines.${line.index}.quantity`)
    }
    left.set(lotId, available - quantity)
  }
}
