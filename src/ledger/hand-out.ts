import { eq, sql } from 'drizzle-orm'
import { builtInLots } from '#src/catalog/lots.ts'
import type { Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import { visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type Change, changeHandOut, type HandedOut } from './change-hand-out.ts'
import { drawnFromBag, drawnFromReturn } from './draw.ts'
import { lotsIn } from './on-hand.ts'
import { type Movement, post } from './post.ts'
import { type ShiftAtWork, shiftAtWork, shiftSums } from './shift.ts'
import { standing } from './visit.ts'

export type VisitAtWork = {
  readonly visit: typeof visit.$inferSelect
  readonly shift: ShiftAtWork
}

/** The visit, for somebody about to write on it. @throws Refusal `notFound`, `notYourShift` */
export async function visitAtWork(
  tx: Tx,
  { visitId, personId }: { readonly visitId: number; readonly personId: number | null },
): Promise<VisitAtWork> {
  const [found] = await visitAsked(tx).all({ visitId })
  if (!found || found.shiftId === null) return refuse('notFound', {})
  const shift = await shiftAtWork(tx, { shiftId: found.shiftId, personId })
  return { visit: found, shift }
}

const visitAsked = prepared((tx: Tx) =>
  tx
    .select()
    .from(visit)
    .where(eq(visit.id, sql.placeholder('visitId')))
    .prepare(),
)

/**
 * Records what was handed out at a visit. It is a fact: it is never refused because the bag should not
 * have held it. When the bag is back already, it comes first out of what its return could not explain;
 * what that does not cover takes the bag out again, to be counted once more.
 * @returns the hand-out's entry
 * @throws Refusal `notFound`, `notYourShift`
 */
export async function handOut(
  tx: Tx,
  { visitId, lines, part = 0 }: HandOut,
  recording: Recording,
): Promise<number> {
  const at = await visitAtWork(tx, { visitId, personId: recording.personId })
  return postHandOut(tx, { at, lines, part }, recording)
}

type HandOut = {
  readonly visitId: number
  readonly lines: readonly HandedOut[]
  /** The first part this request has not used; two may be used. */
  readonly part?: number
}

/**
 * Changes what was handed out before: one less, another number, or none.
 * @returns the last entry made
 * @throws Refusal `handOutGone`, `notFound`, `notYourShift`
 */
export async function changeGiven(
  tx: Tx,
  { visitId, change }: { readonly visitId: number; readonly change: Change },
  recording: Recording,
): Promise<number> {
  const at = await visitAtWork(tx, { visitId, personId: recording.personId })
  return changeHandOut(tx, { visitId, change }, recording, (lines, part) =>
    postHandOut(tx, { at, lines, part }, recording),
  )
}

type Planned = {
  readonly at: VisitAtWork
  readonly lines: readonly HandedOut[]
  /** The first part this request has not used. */
  readonly part: number
}

async function postHandOut(
  tx: Tx,
  { at, lines, part }: Planned,
  recording: Recording,
): Promise<number> {
  const { shift } = at
  await standing(tx, at.visit, recording)
  const isLate = shift.outWithId !== shift.id
  const fromReturn = isLate ? await movementsFromReturn(tx, at, lines) : []
  const rest = isLate ? left(lines, fromReturn, shift.bagId) : summedByItem(lines)
  const fromBag = await movementsFromBag(tx, at, { lines, rest })
  const isReopened = fromBag.length > 0 && shift.outWithId === null
  if (isReopened) {
    const heading = { kind: 'check-out' as const, shiftId: shift.id, part }
    await post(tx, { ...heading, happenedOn: recording.today }, [], recording)
  }
  return post(
    tx,
    {
      ...{ kind: 'hand-out' as const, shiftId: shift.id, visitId: at.visit.id },
      ...{ happenedOn: at.visit.happenedOn, period: at.visit.period },
      part: isReopened ? part + 1 : part,
    },
    [...fromReturn, ...fromBag],
    recording,
  )
}

async function movementsFromReturn(
  tx: Tx,
  { visit, shift: { id, bagId } }: VisitAtWork,
  lines: readonly HandedOut[],
): Promise<Movement[]> {
  const sums = await shiftSums(tx, { shiftId: id, bagId })
  return summedByItem(lines).flatMap((line) =>
    drawnFromReturn(sums, line).draws.flatMap(({ placeId, lotId, quantity }) => {
      const goods = { itemId: line.itemId, lotId, quantity }
      return [
        { ...goods, fromId: placeId, toId: bagId },
        { ...goods, fromId: bagId, toId: visit.venueId },
      ]
    }),
  )
}

/** What the movements out of the bag do not cover yet. */
function left(
  lines: readonly HandedOut[],
  movements: readonly Movement[],
  bagId: number,
): HandedOut[] {
  return summedByItem(lines)
    .map(({ itemId, quantity }) => {
      const covered = movements.filter((each) => each.itemId === itemId && each.fromId === bagId)
      return { itemId, quantity: covered.reduce((rest, each) => rest - each.quantity, quantity) }
    })
    .filter(({ quantity }) => quantity > 0)
}

async function movementsFromBag(
  tx: Tx,
  { visit, shift }: VisitAtWork,
  { lines, rest }: { readonly lines: readonly HandedOut[]; readonly rest: readonly HandedOut[] },
): Promise<Movement[]> {
  const itemIds = lines.map(({ itemId }) => itemId)
  // Every item that can be moved has a built-in lot: one without is not ours.
  const builtIn = await builtInLots(tx, itemIds)
  const lots = rest.length === 0 ? [] : await lotsIn(tx, { locationId: shift.bagId, itemIds })
  for (const itemId of itemIds) if (!builtIn.has(itemId)) refuse('notFound', {})
  return rest.flatMap(({ itemId, quantity }) => {
    const builtInId = builtIn.get(itemId) ?? 0
    const picks = drawnFromBag(lots, { itemId, quantity, builtInId, day: visit.happenedOn })
    const places = { fromId: shift.bagId, toId: visit.venueId }
    return picks.map((pick) => ({ itemId, ...pick, ...places }))
  })
}

function summedByItem(lines: readonly HandedOut[]): HandedOut[] {
  const sums = new Map<number, number>()
  for (const { itemId, quantity } of lines) sums.set(itemId, (sums.get(itemId) ?? 0) + quantity)
  return [...sums].map(([itemId, quantity]) => ({ itemId, quantity }))
}
