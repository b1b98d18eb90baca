import { Hono } from 'hono'
import { isDay } from '#src/day.ts'
import { Refusal } from '#src/refusal.ts'
import { colleagues } from '#src/shifts/queries.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { undoOf } from '#src/web/editing.ts'
import { beforeOf, readId } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { LateEntryPage } from '#views/shifts/late/index.tsx'
import { type LateForm, lateForm, type Sticky, stickyQuery } from './form.ts'
import { lateEntries, type Reader } from './queries.ts'
import { recordLate } from './record-late.ts'
import { choices, keyOf, sheetRead } from './sheet.ts'

export const lateRoutes = new Hono<Env>()
  .get('/late-entry', async (c) => {
    const sticky = readQuery(c, stickyQuery)
    const typed = { ...blank.typed, ...typedAgain(sticky) }
    return latePage(c, { typed, problems: {} }, 200)
  })

  // Without scripts a page; with them its preview is taken out of it as one types.
  .post('/late-entry/preview', async (c) => {
    const { typed } = await readForm(c, lateForm(c.var.today, []))
    return latePage(c, { typed, problems: {} }, 200)
  })

  .post('/late-entry', async (c) => {
    const people = await c.var.app.database.read(colleagues)
    const form = await readForm(
      c,
      lateForm(
        c.var.today,
        people.map(({ id }) => id),
      ),
    )
    if (!form.ok) return latePage(c, form, form.status)
    const values = { ...form.values, people: withMe(c, form.values.people) }
    const sheet = await c.var.app.database.read((db) => sheetRead(db, values))
    const unread = sheet.lines.some(({ problems }) => problems.length > 0)
    if (unread) {
      const problems = { lines: c.var.say.lateEntry.unread }
      return latePage(c, { typed: form.typed, problems }, 422)
    }
    // Nobody saves what they have not seen read.
    if (keyOf(sheet) !== values.shown) {
      return latePage(c, { typed: form.typed, problems: {} }, 'unseen')
    }
    const content = { ...values, lines: form.values.lines }
    const shiftId = sheet.shift?.id ?? null
    const saved = await save(
      c,
      content,
      (tx, recording) => recordLate(tx, { ...values, shiftId, lines: sheet.lines }, recording),
      ({ entryId, changeId }) => {
        if (entryId !== null) return `/entries/${entryId}/reversal`
        return changeId === null ? null : undoOf({ changeId })
      },
    )
    if (saved instanceof Refusal) {
      const problems = problemsOfRefusal(saved, c.var.say)
      return latePage(c, { typed: form.typed, problems }, 422)
    }
    return c.redirect(nextLine(values, sheet.lines.at(-1)?.venue?.id), 303)
  })

/** A worker types in their own sheets: they were out whoever else was. */
function withMe(c: C, people: readonly number[]): number[] {
  const { personId, role } = viewerOf(c)
  return role === 'outreach' ? [...new Set([personId, ...people])] : [...people]
}

/** The page for the next line of the pile: day, bag, people and place stay. */
function nextLine({ day, bagId, people }: LateForm, venueId: number | undefined): string {
  const query = new URLSearchParams({ day, bag: String(bagId), people: people.join('.') })
  if (venueId !== undefined) query.set('venue', String(venueId))
  return `/late-entry?${query}`
}

function typedAgain({ day, bag, people, venue }: Sticky): Filled['typed'] {
  const ids = people?.split('.').map(readId) ?? []
  return {
    ...(day && { day }),
    ...(bag && { bagId: String(bag) }),
    ...(venue && { venueId: String(venue) }),
    ...Object.fromEntries(ids.map((id) => [`people.p${id}`, 'on'])),
  }
}

/** The list is below a form: a page of it is short. */
const lateShown = 20

async function latePage(c: C, filled: Filled, status: 200 | 422 | 'unseen') {
  const { today, app } = c.var
  const { personId, role } = viewerOf(c)
  const reader: Reader =
    role === 'outreach' ? { role: 'outreach', personId, today } : { role: 'office' }
  const { typed } = filled
  const day = isDay(typed.day ?? '') && (typed.day ?? '') <= today ? (typed.day ?? today) : today
  const found = await app.database.read(async (db) => {
    const { bags, people } = await choices(db, personId)
    const bagId = bags.find(({ id }) => id === readId(typed.bagId))?.id ?? bags[0]?.id ?? null
    const ticked = people.map(({ id }) => id).filter((id) => typed[`people.p${id}`] === 'on')
    const asked = { day, bagId: bagId ?? 0, people: withMe(c, ticked), lines: typed.lines ?? '' }
    return {
      ...{ bags, people, bagId },
      sheet: await sheetRead(db, { ...asked, venueId: readId(typed.venueId) || undefined }),
      late:
        c.req.method === 'GET'
          ? await lateEntries(db, { before: beforeOf(c), size: lateShown, reader })
          : null,
    }
  })
  const stage = status === 'unseen' ? 'unseen' : c.req.method === 'GET' ? 'fresh' : 'typed'
  const shown = keyOf(found.sheet)
  return render(
    c,
    <LateEntryPage {...{ ...found, day, filled, stage, shown, lateShown }} />,
    status === 'unseen' ? 200 : status,
  )
}
