import { inArray } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { item, type visit } from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type Change, changeHandOut, type HandedOut } from './change-hand-out.ts'
import { pickLines } from './pick-lines.ts'
import { post } from './post.ts'

/** A tap, or a change of what was tapped before. */
export type Tap = { readonly given: HandedOut } | { readonly change: Change }

type At = {
  readonly visit: typeof visit.$inferSelect
  /** What it is given from. */
  readonly stockroom: Named & { readonly id: number }
}

/**
 * Hands out at a visit that no bag serves, from a stockroom, first to expire first on the day of the visit.
 * What is not there, or was not to be given that day, is refused with what is there.
 * @returns the last entry made
 * @throws Refusal `notFound`, `short`, `shortUsable`, `notAllowedThere`, `handOutGone`
 */
export async function handOutFromStockroom(
  tx: Tx,
  { tap, ...at }: At & { readonly tap: Tap },
  recording: Recording,
): Promise<number> {
  if ('given' in tap) return giveFromStockroom(tx, { ...at, lines: [tap.given] }, recording)
  return changeHandOut(tx, { visitId: at.visit.id, change: tap.change }, recording, (lines, part) =>
    giveFromStockroom(tx, { ...at, lines, part }, recording),
  )
}

/** The field of a form to point at when there are not as many; a tile has none. */
type Line = HandedOut & { readonly field?: string }

type Given = At & {
  readonly lines: readonly Line[]
  /** The first part this request has not used. */
  readonly part?: number
}

/** The same of several items, as one entry. @returns the entry */
export async function giveFromStockroom(
  tx: Tx,
  { visit, stockroom, lines, part = 0 }: Given,
  recording: Recording,
): Promise<number> {
  const { id: visitId, venueId, happenedOn, period } = visit
  const picked = await pickLines(tx, stockroom, { lines: await wanted(tx, lines), day: happenedOn })
  const places = { fromId: stockroom.id, toId: venueId }
  return post(
    tx,
    { kind: 'hand-out', happenedOn, period, part, visitId },
    picked.map((each) => ({ ...each, ...places })),
    recording,
  )
}

async function wanted(tx: Tx, lines: readonly Line[]) {
  const ids = lines.map(({ itemId }) => itemId)
  const items = await tx.select().from(item).where(inArray(item.id, ids))
  return lines.map(({ itemId, quantity, field = '' }) => ({
    item: items.find(({ id }) => id === itemId) ?? refuse('notFound', {}),
    ...{ quantity, field },
  }))
}
