import { z } from 'zod'
import { priceFields } from '#src/catalog/line-form.ts'
import { categories } from '#src/db/schema/index.ts'
import {
  checkbox,
  choice,
  id,
  lines,
  named,
  names,
  optionalId,
  optionalQuantity,
  optionalText,
  problem,
  requestId,
  version,
  wholeNumber,
} from '#src/fields.ts'

const days = () => wholeNumber({ min: 0, max: 3650 })

const itemFields = {
  requestId: requestId(),
  ...names(),
  /** Begins with a letter or digit, so that no spreadsheet runs it. */
  code: z
    .string({ error: problem('required') })
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u, { error: problem('code') })),
  shortFr: optionalText(14),
  shortEn: optionalText(14),
  unitFr: optionalText(40),
  unitEn: optionalText(40),
  category: choice(categories),
  family: optionalText(80),
  size: optionalText(20),
  tracking: choice(['exact', 'rough']),
  lots: choice(['none', 'date', 'number']),
  expiry: choice(['hard', 'best-before', 'none']),
  graceDays: days(),
  minimumLifeDays: days(),
  allowedInBags: checkbox(),
  allowedAtDropIn: checkbox(),
  isSharp: checkbox(),
  serviceLevelPercent: wholeNumber({ min: 50, max: 99 }),
  minimumStock: optionalQuantity(),
  maximumStock: optionalQuantity({ min: 1 }),
}

const newItem = z.strictObject(itemFields)
const editedItem = z.strictObject({ ...itemFields, version: version() })

export type ItemForm = z.output<typeof newItem>
export type ItemEditForm = z.output<typeof editedItem>

export const itemForm = newItem.superRefine(agrees)
export const itemEditForm = editedItem.superRefine(agrees)

function agrees(typed: ItemForm, context: z.RefinementCtx) {
  const { tracking, lots, expiry, minimumStock, maximumStock } = typed
  const object = (path: keyof ItemForm, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  named(typed, context)
  if (typed.unitFr === null && typed.unitEn === null) object('unitFr', problem('nameMissing'))
  if (tracking === 'rough' && (lots !== 'none' || expiry !== 'none')) {
    object('tracking', problem('roughHasNoLots'))
  } else if (expiry !== 'none' && lots === 'none') {
    object('lots', problem('lotsForExpiry'))
  }
  if (typed.size !== null && typed.family === null) object('family', problem('familyForSize'))
  if (minimumStock !== null && maximumStock !== null && maximumStock < minimumStock) {
    object('maximumStock', problem('maximumBelow'))
  }
}

const packFields = {
  requestId: requestId(),
  ...names(40),
  size: wholeNumber({ min: 2, max: 1_000_000 }),
}
export const packForm = z.strictObject(packFields).superRefine(named)
export const packEditForm = z.strictObject({ ...packFields, version: version() }).superRefine(named)

export type PackForm = z.output<typeof packForm>

const supplyLine = z
  .strictObject({
    supplierId: id(),
    packId: optionalId(),
    ...priceFields(),
    minimum: optionalQuantity({ min: 1 }),
    maximum: optionalQuantity({ min: 1 }),
  })
  .superRefine(({ minimum, maximum }, context) => {
    if (minimum === null || maximum === null || maximum >= minimum) return
    context.addIssue({ code: 'custom', path: ['maximum'], message: problem('maximumBelow') })
  })

export const suppliesForm = z.strictObject({
  requestId: requestId(),
  /** The last change of the list that the person saw. */
  seen: version(),
  lines: lines(supplyLine, { min: 0, prefilled: ['priceFor'] }).superRefine((rows, context) => {
    for (const { index } of twice(rows, ({ supplierId }) => supplierId)) {
      const path = [index, 'supplierId']
      context.addIssue({ code: 'custom', path, message: problem('twiceOnList') })
    }
  }),
})

export type SuppliesForm = z.output<typeof suppliesForm>

/** The rows whose key an earlier row has. */
function twice<Row>(
  rows: readonly { readonly row: Row; readonly index: number }[],
  key: (row: Row) => number,
) {
  return rows.filter(
    ({ row }, place) => rows.findIndex((each) => key(each.row) === key(row)) < place,
  )
}
