import { sql } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import { plannedStop, shift, shiftPerson } from '#src/db/schema/index.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type CheckOutPlan, checkOutPlan, takeOutKey } from './check-out-plan.ts'
import type { CheckOutForm } from './form.ts'
import { checkOutFacts } from './queries.ts'
import { venuesOnRoute } from './rounds/queries.ts'

/**
 * Sends a bag out with one to three people: what is short of its par list goes in from the stockroom
 * that fills it, what is past its date or held comes out, in one entry. The plan is made again here.
 * @throws Refusal `bagOutWith`, `planChanged` when it is no longer the one that was shown, `short`
 */
export async function checkOutBag(tx: Tx, form: CheckOutForm, recording: Recording) {
  const facts = await checkOutFacts(tx, form.bagId)
  if (!facts || facts.bag.feederId === null) return refuse('notFound', {})
  const { bag } = facts
  if (bag.out) refuse('bagOutWith', { bag, people: bag.out.people, day: bag.out.startedOn })
  const day = recording.today
  refuseIfChanged(checkOutPlan({ ...facts, day, amounts: new Map() }), form)
  const plan = checkOutPlan({ ...facts, day, amounts: amountsOf(form) })
  refuseIfShort(plan, form, facts)

  const shiftId = await newShift(tx, form, recording)
  if (form.routeId !== undefined) await planStops(tx, { shiftId, routeId: form.routeId })
  const entryId = await post(
    tx,
    { kind: 'check-out', happenedOn: day, shiftId },
    movementsOf(plan, { bagId: bag.id, feederId: facts.bag.feederId }),
    recording,
  )
  return { shiftId, entryId }
}

/** What people decided themselves; a proposal left as it was may still be short. */
function amountsOf(form: CheckOutForm): Map<number, number> {
  const changed = form.lines.flatMap(({ id, row: { amount, shown } }) =>
    amount === null || amount === shown ? [] : [[id, amount] as const],
  )
  return new Map(changed)
}

function refuseIfChanged(plan: CheckOutPlan, form: CheckOutForm) {
  const shown = new Map(form.lines.map(({ id, row }) => [id, row.shown]))
  const changes = plan.lines
    .filter(({ item, putIn }) => (shown.get(item.id) ?? 0) !== putIn)
    .map(({ item, putIn }) => ({ item, from: shown.get(item.id) ?? 0, to: putIn }))
  const isSame = changes.length === 0 && takeOutKey(plan) === form.takeOut
  if (!isSame) refuse('planChanged', { changes })
}

type Facts = NonNullable<Awaited<ReturnType<typeof checkOutFacts>>>

/** The proposal may fall short of par; an amount that somebody typed may not. */
function refuseIfShort(plan: CheckOutPlan, form: CheckOutForm, { bag }: Facts) {
  const place = bag.feeder ?? bag
  const amounts = amountsOf(form)
  const line = plan.lines.find(({ item, short }) => short > 0 && amounts.has(item.id))
  if (!line) return
  const wanted = line.putIn + line.short
  const about = { item: line.item, place, available: line.putIn, wanted }
  refuse('short', about, `lines.i${line.item.id}.amount`)
}

async function newShift(tx: Tx, form: CheckOutForm, { today }: Recording): Promise<number> {
  const [made] = await shiftMade(tx).all({ bagId: form.bagId, startedOn: today })
  if (!made) throw new Error('the database returned no shift')
  await peopleAdded(tx).run({ shiftId: made.id, people: JSON.stringify(form.people) })
  return made.id
}

const { placeholder } = sql

const shiftMade = prepared((tx: Tx) =>
  tx
    .insert(shift)
    .values({ bagId: placeholder('bagId'), startedOn: placeholder('startedOn') })
    .returning({ id: shift.id })
    .prepare(),
)

const peopleAdded = prepared((tx: Tx) =>
  tx
    .insert(shiftPerson)
    .select(sql`select ${placeholder('shiftId')}, value from json_each(${placeholder('people')})`)
    .prepare(),
)

/** The places of a route, as it is now: a shift keeps them when the route changes. */
async function planStops(
  tx: Tx,
  { shiftId, routeId }: { readonly shiftId: number; readonly routeId: number },
) {
  const venues = await venuesOnRoute(tx, routeId)
  if (venues.length === 0) refuse('notFound', {}, 'routeId')
  await tx
    .insert(plannedStop)
    .values(venues.map((venueId, position) => ({ shiftId, venueId, position })))
}

type Places = { readonly bagId: number; readonly feederId: number }

function movementsOf(plan: CheckOutPlan, { bagId, feederId }: Places): Movement[] {
  return [
    ...plan.lines.flatMap(({ item, picks }) =>
      picks.map(({ lotId, quantity }) => ({
        ...{ itemId: item.id, lotId, quantity },
        ...{ fromId: feederId, toId: bagId },
      })),
    ),
    ...plan.takeOut.map(({ item, lotId, quantity }) => ({
      ...{ itemId: item.id, lotId, quantity },
      ...{ fromId: bagId, toId: feederId },
    })),
  ]
}
