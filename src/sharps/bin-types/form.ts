import { z } from 'zod'
import {
  measure,
  named,
  names,
  optionalId,
  problem,
  requestId,
  version,
  wholeNumber,
} from '#src/fields.ts'

const density = () => wholeNumber({ min: 1, max: 1000 })
const grams = () => measure({ min: 0.1, max: 100 })

const fields = {
  requestId: requestId(),
  ...names(),
  itemId: optionalId(),
  /** Litres, kept in millilitres. */
  capacity: measure({ min: 0.1, max: 200 }),
  densityLow: density(),
  densityLikely: density(),
  densityHigh: density(),
  tareGrams: wholeNumber({ min: 0, max: 20_000 }),
  /** Grams, kept in milligrams. */
  gramsLight: grams(),
  gramsLikely: grams(),
  gramsHeavy: grams(),
}

const newBinType = z.strictObject(fields)
const editedBinType = z.strictObject({ ...fields, version: version() })

export type BinTypeForm = z.output<typeof newBinType>
export type BinTypeEditForm = z.output<typeof editedBinType>

export const binTypeForm = newBinType.superRefine(agrees)
export const binTypeEditForm = editedBinType.superRefine(agrees)

function agrees(typed: BinTypeForm, context: z.RefinementCtx) {
  named(typed, context)
  const ranges = [
    ['densityLow', typed.densityLow, typed.densityLikely, typed.densityHigh],
    ['gramsLight', typed.gramsLight, typed.gramsLikely, typed.gramsHeavy],
  ] as const
  for (const [field, low, likely, high] of ranges) {
    if (low <= likely && likely <= high) continue
    context.addIssue({ code: 'custom', path: [field], message: problem('rangeOrder') })
  }
}
