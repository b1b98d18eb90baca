import { type Holder, holderAt, holders } from '#src/catalog/holders.ts'
import type { Tx } from '#src/db/gate.ts'
import { pickLines } from '#src/ledger/pick-lines.ts'
import { post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { TransferForm } from './form.ts'

/**
 * Moves stock from one place to another, usable lots first to expire first.
 * @throws Refusal `short`, `shortUsable`, `itemNotInBags`, `bagIsOut`, `notFound`
 */
export async function transferStock(tx: Tx, form: TransferForm, recording: Recording) {
  const places = await holders(tx)
  const from = holderAt(places, form.fromId, 'fromId')
  const to = holderAt(places, form.toId, 'toId')
  refuseWhatMayNotGo(form, to)
  const picked = await pickLines(tx, from, {
    lines: form.lines.map(({ row, index }) => ({ ...row, field: `lines.${index}.quantity` })),
    day: form.happenedOn,
  })
  const entryId = await post(
    tx,
    { kind: 'transfer', happenedOn: form.happenedOn },
    picked.map((each) => ({ ...each, fromId: from.id, toId: to.id })),
    recording,
  )
  return { entryId }
}

function refuseWhatMayNotGo({ lines }: TransferForm, to: Holder) {
  const line = to.kind === 'bag' && lines.find(({ row }) => !row.item.allowedInBags)
  if (line) refuse('itemNotInBags', { item: line.row.item }, `lines.${line.index}.item`)
}
