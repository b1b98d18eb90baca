// A bag leaves as the page proposes it.
import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import { checkOutBag } from '#src/shifts/check-out-bag.ts'
import { checkOutPlan, takeOutKey } from '#src/shifts/check-out-plan.ts'
import { checkOutFacts } from '#src/shifts/queries.ts'

type Leaving = {
  readonly bagId: number
  readonly people: readonly number[]
  readonly routeId: number
}

/** @returns the shift, and what the bag holds now, by the item's code */
export async function takeBag(tx: Tx, { bagId, people, routeId }: Leaving, recording: Recording) {
  const facts = await checkOutFacts(tx, bagId)
  if (!facts) throw new Error(`there is no bag ${bagId}`)
  const plan = checkOutPlan({ ...facts, day: recording.today, amounts: new Map() })
  const form = {
    ...{ requestId: recording.requestId, bagId, routeId, people: [...people] },
    lines: plan.lines.map(({ item, putIn }) => ({
      ...{ id: item.id, row: { shown: putIn, amount: null } },
    })),
    takeOut: takeOutKey(plan),
  }
  const { shiftId } = await checkOutBag(tx, form, recording)
  const left = new Map(plan.lines.map(({ item, held, putIn }) => [item.code, held + putIn]))
  return { shiftId, left }
}
