import { z } from 'zod'
import { findItem, type ItemChoice } from '#src/catalog/items.ts'
import type { Day } from '#src/day.ts'
import { streams } from '#src/db/schema/index.ts'
import {
  checkbox,
  choice,
  lines,
  named,
  names,
  optionalDay,
  optionalId,
  optionalWholeNumber,
  problem,
  quantity,
  requestId,
  version,
} from '#src/fields.ts'
import type { OrderDeadlines } from '#src/order-deadlines.ts'
import { type Kind, newRoles } from './kinds.ts'
import { deadlineComes, rhythmOf, type SupplierTyped, supplierFields } from './supplier-form.ts'

const days = { min: 1, max: 365 }
const optionalStream = () =>
  z.preprocess((typed) => (typed === '' ? null : typed), choice(streams).nullable())

/** What each kind of place asks for, beside its names. A built-in place does not send its role. */
const asks = {
  stockroom: {
    role: choice(newRoles.stockroom).optional(),
    stream: optionalStream(),
    feederId: optionalId(),
  },
  bag: { stream: choice(streams), feederId: optionalId() },
  venue: {
    role: choice(newRoles.venue).optional(),
    stream: choice(streams),
    visitEveryDays: optionalWholeNumber(days),
    agreementSignedOn: optionalDay(),
    agreementReviewOn: optionalDay(),
    startsOn: optionalDay(),
    endsOn: optionalDay(),
    feederId: optionalId(),
  },
  donor: { anonymous: checkbox() },
  supplier: supplierFields,
}

const seen = { version: version(), /** The last change of a supplier's terms. */ seen: version() }

/** A new place of a kind. */
export const placeForm = (kind: Kind) =>
  z
    .strictObject({ requestId: requestId(), kind: z.literal(kind), ...names(), ...asks[kind] })
    .superRefine(named)
    .superRefine(deadlineComes)
    .superRefine(lasts)
    .transform(({ kind: _, ...form }) => placeIn(form))

export const placeEditForm = (kind: Kind) =>
  z
    .strictObject({ requestId: requestId(), ...names(), ...asks[kind], ...seen })
    .superRefine(named)
    .superRefine(deadlineComes)
    .superRefine(lasts)
    .transform(({ version, seen, ...form }): PlaceEditForm => ({ ...placeIn(form), version, seen }))

/** What any kind of place may have been given. */
export type PlaceForm = {
  readonly requestId: string
  readonly nameFr: string | null
  readonly nameEn: string | null
  readonly role?: (typeof newRoles)['stockroom' | 'venue'][number] | undefined
  readonly stream?: (typeof streams)[number] | null | undefined
  readonly visitEveryDays?: number | null | undefined
  readonly agreementSignedOn?: Day | null | undefined
  readonly agreementReviewOn?: Day | null | undefined
  readonly startsOn?: Day | null | undefined
  readonly endsOn?: Day | null | undefined
  readonly feederId?: number | undefined
  readonly anonymous?: boolean | undefined
  readonly leadTimeDays?: number | undefined
  readonly reviewDays?: number | undefined
  /** Null where orders are taken on any day. */
  readonly deadlines?: OrderDeadlines | null | undefined
}
/** An event ends on the day it begins, or later. */
function lasts(typed: object, context: z.RefinementCtx) {
  const { startsOn, endsOn } = typed as Pick<PlaceForm, 'startsOn' | 'endsOn'>
  if (!endsOn || (startsOn && startsOn <= endsOn)) return
  context.addIssue({ code: 'custom', path: ['endsOn'], message: problem('untilBefore') })
}

type PlaceTyped = Omit<PlaceForm, 'leadTimeDays' | 'reviewDays' | 'deadlines'> &
  Partial<SupplierTyped>

function placeIn({ taken, ...form }: PlaceTyped): PlaceForm {
  const { nameFr, nameEn, requestId, role, stream, visitEveryDays, feederId, anonymous } = form
  const { agreementSignedOn, agreementReviewOn, startsOn, endsOn } = form
  const place = {
    ...{ nameFr, nameEn, requestId, role, stream, visitEveryDays, feederId, anonymous },
    ...{ agreementSignedOn, agreementReviewOn, startsOn, endsOn },
  }
  const { leadTimeDays } = form
  return taken && leadTimeDays !== undefined
    ? { ...place, leadTimeDays, ...rhythmOf({ ...form, taken, leadTimeDays }) }
    : place
}

export type PlaceEditForm = PlaceForm & { readonly version: number; readonly seen: number }

/** Where a line stands; blank is at the end, 2.5 between 2 and 3. */
const position = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').trim().replace(',', '.'))
  .pipe(z.string().regex(/^(\d{1,4}(\.\d{1,3})?)?$/, { error: problem('position') }))
  .transform((typed) => (typed === '' ? Number.POSITIVE_INFINITY : Number(typed)))

type Where = { readonly kind: 'bag' | 'stockroom'; readonly stream: string | null }

/** A par list; only what may go where it is for. */
export const parForm = (items: readonly ItemChoice[], where: Where) => {
  const item = z.string({ error: problem('item') }).transform((typed, context) => {
    const found = findItem(items, typed)
    const objection = found ? objectionTo(found, where) : problem('item')
    if (found && objection === null) return found
    context.addIssue({ code: 'custom', message: objection ?? problem('item') })
    return z.NEVER
  })
  const line = z.strictObject({ position, item, quantity: quantity() })
  return z.strictObject({
    requestId: requestId(),
    seen: version(),
    lines: lines(line, { min: 0, prefilled: ['position'] }).superRefine((rows, context) => {
      for (const [place, { row, index }] of rows.entries()) {
        if (rows.findIndex((each) => each.row.item.id === row.item.id) === place) continue
        const path = [index, 'item']
        context.addIssue({ code: 'custom', path, message: problem('twiceOnList') })
      }
    }),
  })
}

export type ParForm = z.output<ReturnType<typeof parForm>>

function objectionTo(item: ItemChoice, { kind, stream }: Where): string | null {
  if (item.tracking === 'rough') return problem('roughItem')
  if (kind === 'bag' && !item.allowedInBags) return problem('notInBags')
  if (stream === 'drop-in' && !item.allowedAtDropIn) return problem('notAtDropIn')
  return null
}
