import { eq } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { item } from '#src/db/schema/index.ts'
import { type Change, changeHandOut, type HandedOut } from '#src/ledger/change-hand-out.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { pick } from '#src/ledger/pick.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { beginNight, type Tonight } from './tonight.ts'

/** A tap, or a change of what was tapped before. */
export type Tap = { readonly given: HandedOut } | { readonly change: Change }

/**
 * Hands out from the shelves, first to expire first. The shelves are a stockroom: what is not there, or not
 * to be given any more, is refused with what is there.
 * @returns the last entry made
 * @throws Refusal `short`, `notFound`, `notAllowedThere`, `handOutGone`, `nightClosed`
 */
export async function handOutAtDropIn(tx: Tx, tap: Tap, recording: Recording): Promise<number> {
  const { night, ...floor } = await beginNight(tx, recording)
  const handOut = async (lines: readonly HandedOut[], part: number) => {
    const heading = { kind: 'hand-out' as const, happenedOn: night.happenedOn, part }
    const movements = await movementsOf(tx, { floor, lines, recording })
    return post(tx, { ...heading, visitId: night.id }, movements, recording)
  }
  if ('given' in tap) return handOut([tap.given], 0)
  return changeHandOut(tx, { visitId: night.id, change: tap.change }, recording, handOut)
}

type Given = {
  readonly floor: Pick<Tonight, 'id' | 'shelves'>
  readonly lines: readonly HandedOut[]
  readonly recording: Recording
}

async function movementsOf(tx: Tx, { floor, lines, recording }: Given): Promise<Movement[]> {
  const itemIds = lines.map(({ itemId }) => itemId)
  const lots = await lotsIn(tx, { locationId: floor.shelves.id, itemIds })
  const movements: Movement[] = []
  for (const { itemId, quantity } of lines) {
    const mine = lots.filter((lot) => lot.itemId === itemId)
    const { picks, short } = pick(mine, { quantity, day: recording.today })
    if (short > 0) await refuseShort(tx, { floor, itemId, wanted: quantity, short })
    const places = { fromId: floor.shelves.id, toId: floor.id }
    movements.push(...picks.map((each) => ({ itemId, ...each, ...places })))
  }
  return movements
}

type Short = Pick<Given, 'floor'> & { itemId: number; wanted: number; short: number }

async function refuseShort(tx: Tx, { floor, itemId, wanted, short }: Short) {
  const [about] = await tx.select().from(item).where(eq(item.id, itemId))
  if (!about) refuse('notFound', {})
  refuse('short', { item: about, place: floor.shelves, available: wanted - short, wanted })
}
