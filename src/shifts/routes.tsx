import { Hono } from 'hono'
import { plannedStops, stopsToGo } from '#src/ledger/planned-stops.ts'
import { perStop } from '#src/ledger/tally.ts'
import { venuesDue } from '#src/ledger/venues-due.ts'
import type { Say } from '#src/messages/index.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { beforeOf, idOf, pageSize, readId } from '#src/web/paging.ts'
import { shiftPath } from '#src/web/phone.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { ShowBag } from '#views/shifts/bag.tsx'
import { BagIsOut, CheckOut } from '#views/shifts/check-out.tsx'
import type { ReturnLine } from '#views/shifts/count-line.tsx'
import { Bags } from '#views/shifts/index.tsx'
import { ReturnBag } from '#views/shifts/return.tsx'
import { ShowShift } from '#views/shifts/show.tsx'
import { accountsOf, type ShiftFacts } from './account.ts'
import { bagContents } from './bag-contents.ts'
import { bagPage } from './bag-page.ts'
import { checkOutBag } from './check-out-bag.ts'
import { checkOutPlan, takeOutKey } from './check-out-plan.ts'
import { countsOf, countsTyped, type Unanswered, unanswered } from './counting.ts'
import { checkOutForm, returnForm } from './form.ts'
import { bags, checkOutFacts, colleagues, lotsAround } from './queries.ts'
import { type CountItem, countSheet, reconciled, sheetKey } from './reconciliation.ts'
import { returnBag } from './return-bag.ts'
import { rounds } from './rounds/queries.ts'
import { shiftById, shiftFacts, stopsOf } from './shift-queries.ts'

export const shiftsRoutes = new Hono<Env>()
  .get('/bags', async (c) => {
    const { personId } = viewerOf(c)
    const list = await c.var.app.database.read((db) => bags(db, personId))
    return render(c, <Bags bags={list} />)
  })

  .get('/bags/:id', async (c) => {
    const found = await bagPage(c.var.asOf, idOf(c), beforeOf(c), pageSize)
    return found ? render(c, <ShowBag {...found} />) : c.notFound()
  })

  .get('/bags/:id/check-out', (c) => checkOutPage(c, { bagId: idOf(c), filled: blank }, 200))

  .post('/shifts', async (c) => {
    const people = await c.var.app.database.read(colleagues)
    const form = await readForm(c, checkOutForm(people.map(({ id }) => id)))
    const bagId = readId(form.typed.bagId)
    if (!form.ok) return checkOutPage(c, { bagId, filled: form }, 422)
    const { personId, role } = viewerOf(c)
    // A worker who takes a bag is always one of its people: they could not write on it otherwise.
    if (role === 'outreach' && !form.values.people.includes(personId)) return c.var.deny(403)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => checkOutBag(tx, form.values, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (saved instanceof Refusal) {
      const problems = problemsOfRefusal(saved, c.var.say)
      return checkOutPage(c, { bagId, filled: { typed: form.typed, problems } }, 422)
    }
    const goes = form.values.people.includes(personId)
    return c.redirect(goes ? shiftPath(c, saved.shiftId) : `/shifts/${saved.shiftId}`, 303)
  })

  .get('/shifts/:id', async (c) => {
    const { personId, role } = viewerOf(c)
    const found = await c.var.app.database.read(async (db) => {
      const shift = await shiftById(db, idOf(c), personId)
      if (!shift) return null
      const isOut = shift.state === 'out' || shift.state === 'reopened'
      const at = { shiftId: shift.id, bagId: shift.bag.id }
      return {
        shift,
        stops: await stopsOf(db, shift.id),
        planned: await plannedStops(db, shift.id),
        venues: await venuesDue(db, c.var.today),
        inBag: isOut ? await lotsAround(db, { bagId: at.bagId, feederId: null }) : [],
        facts: shift.state === 'returned' ? await shiftFacts(db, at) : null,
      }
    })
    if (!found) return c.notFound()
    const toGo = stopsToGo(found.planned)
    const contents = bagContents({ par: [], inBag: found.inBag }, c.var.today).map((each) => ({
      ...{ ...each, perStop: perStop(each.quantity, toGo) },
    }))
    const mayWrite = role !== 'outreach' || found.shift.isTheirs === 1
    const accounts = found.facts ? accountsOf(found.facts) : []
    return render(
      c,
      <ShowShift {...found} {...{ contents, accounts, mayWrite }} stopsToGo={toGo} />,
    )
  })

  .get('/shifts/:id/return', (c) => returnPage(c, blank, 200))

  .post('/shifts/:id/return', async (c) => {
    const form = await readForm(c, returnForm)
    const { all, step } = form.typed
    if (all !== undefined || step !== undefined) {
      return returnPage(c, { typed: form.typed, problems: {} }, 200)
    }
    if (!form.ok) return returnPage(c, form, 422)
    const content = { ...form.values, shiftId: idOf(c) }
    const saved = await save(
      c,
      content,
      (tx, recording) => returnBag(tx, content, recording),
      (entryId) => `/entries/${entryId}/reversal`,
    )
    if (!(saved instanceof Refusal)) return c.redirect(`/shifts/${content.shiftId}`, 303)
    const problems = problemsOfRefusal(saved, c.var.say)
    return returnPage(c, { typed: form.typed, problems }, 422)
  })

type Asked = { readonly bagId: number; readonly filled: Filled }

async function checkOutPage(c: C, { bagId, filled }: Asked, status: 200 | 422) {
  const found = await c.var.app.database.read(async (db) => ({
    facts: await checkOutFacts(db, bagId),
    people: await colleagues(db),
    rounds: await rounds(db, { withRetired: false }),
  }))
  const { facts, people, rounds: ways } = found
  if (!facts) return c.notFound()
  const { bag } = facts
  if (bag.out) return render(c, <BagIsOut bag={bag} />, status)
  const plan = checkOutPlan({ ...facts, day: c.var.today, amounts: new Map() })
  const change = c.req.query('change') !== undefined || Object.keys(filled.typed).some(isAmount)
  return render(
    c,
    <CheckOut
      {...{ bag, plan, people, change, filled }}
      rounds={ways}
      takeOut={takeOutKey(plan)}
    />,
    status,
  )
}

function isAmount(name: string): boolean {
  return name.endsWith('.amount')
}

async function returnPage(c: C, filled: Filled, status: 200 | 422) {
  const { personId } = viewerOf(c)
  const found = await c.var.app.database.read(async (db) => {
    const shift = await shiftById(db, idOf(c), personId)
    if (!shift) return null
    const { id: shiftId, bag } = shift
    const lots = await lotsAround(db, { bagId: bag.id, feederId: null })
    return { shift, lots, facts: await shiftFacts(db, { shiftId, bagId: bag.id }) }
  })
  if (!found) return c.notFound()
  const { shift, lots, facts } = found
  // A bag that is back has nothing to count; its page says what became of it.
  if (shift.state !== 'out' && shift.state !== 'reopened') {
    return c.redirect(`/shifts/${shift.id}`, 303)
  }
  const sheet = countSheet(lots, facts.sums)
  const typed = countsTyped(sheet, filled.typed)
  const lines = returnLines(sheet, { facts, counts: countsOf(typed) })
  const missing = unanswered(
    lines.map(({ counted }) => counted),
    typed,
  )
  const problems = status === 200 ? {} : { ...sentences(missing, c.var.say), ...filled.problems }
  return render(
    c,
    <ReturnBag {...{ shift, lines }} shown={sheetKey(sheet)} filled={{ typed, problems }} />,
    status,
  )
}

type Counting = { readonly facts: ShiftFacts; readonly counts: ReturnType<typeof countsOf> }

function returnLines(sheet: readonly CountItem[], { facts, counts }: Counting): ReturnLine[] {
  const accounts = new Map(accountsOf(facts).map(({ item, account }) => [item.id, account]))
  return sheet.map((each) => ({
    ...{ sheet: each, counted: reconciled(each, counts) },
    account: accounts.get(each.item.id) ?? null,
  }))
}

function sentences(fields: readonly Unanswered[], { refusals }: Say) {
  return Object.fromEntries(
    fields.map(({ field, difference, ...about }) => [
      field,
      difference === null
        ? refusals.lineUncounted(about)
        : refusals.reasonMissing({ ...about, difference }),
    ]),
  )
}
