// The columns of each kind of file, one row at a time.
import { z } from 'zod'
import { findItem, type ItemChoice } from '#src/catalog/items.ts'
import { type Day, isDay } from '#src/day.ts'
import { categories, locationRoles } from '#src/db/schema/index.ts'
import {
  choice,
  optionalDay,
  optionalText,
  pastDay,
  problem,
  quantity,
  requestId,
  text,
  wholeNumber,
} from '#src/fields.ts'

/** The file as pasted or chosen, carried from the preview to the import. */
export const importForm = () => z.strictObject({ requestId: requestId(), csv: z.string() })

const item = (items: readonly ItemChoice[]) =>
  z.string({ error: problem('item') }).transform((typed, context) => {
    const found = findItem(items, typed)
    if (found) return found
    context.addIssue({ code: 'custom', message: problem('item') })
    return z.NEVER
  })

const blankIs = <Schema extends z.ZodType>(value: string, schema: Schema) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? value : typed), schema)

/** One row an item and pack; an item with three packs has three rows, or one row without a pack. */
export const catalogueRow = () =>
  z
    .strictObject({
      code: text(20),
      name_fr: optionalText(),
      name_en: optionalText(),
      unit_fr: optionalText(40),
      unit_en: optionalText(40),
      category: blankIs('other', choice(categories)),
      lots: blankIs('none', choice(['none', 'date', 'number'])),
      expiry: blankIs('none', choice(['none', 'hard', 'best-before'])),
      pack_fr: optionalText(40),
      pack_en: optionalText(40),
      pack_size: blankIs('0', wholeNumber({ min: 0, max: 1_000_000 })),
    })
    .refine((row) => row.name_fr || row.name_en, {
      path: ['name_fr'],
      error: problem('nameMissing'),
    })
    .refine((row) => row.unit_fr || row.unit_en, {
      path: ['unit_fr'],
      error: problem('nameMissing'),
    })
    .refine((row) => row.expiry === 'none' || row.lots !== 'none', {
      path: ['lots'],
      error: problem('expiringNeedsLots'),
    })
    .refine((row) => row.pack_size !== 1 && (row.pack_size === 0 || row.pack_fr || row.pack_en), {
      path: ['pack_size'],
      error: problem('packRow'),
    })

/** Without this, zod would keep an item's own demands back until the rest of its row is right. */
const itemIsKnown = ({ value }: { value: unknown }) =>
  typeof value === 'object' && value !== null && 'item' in value && typeof value.item === 'object'

/** What is on the shelves on the day the book begins. */
export const openingRow = (today: Day, items: readonly ItemChoice[]) =>
  z
    .strictObject({
      day: pastDay(today),
      place: text(),
      item: item(items),
      quantity: quantity(),
      lot: optionalText(40),
      expires_on: optionalDay(),
    })
    .refine((row) => row.item.lots !== 'number' || row.lot !== null, {
      ...{ path: ['lot'], error: problem('lotNumber'), when: itemIsKnown },
    })
    .refine((row) => row.item.expiry !== 'hard' || row.expires_on !== null, {
      ...{ path: ['expires_on'], error: problem('expiry'), when: itemIsKnown },
    })
    .refine((row) => row.item.tracking === 'exact', { path: ['item'], error: problem('roughItem') })

/** A day, or a month whose total is spread over its open days. */
const dayOrMonth = (today: Day) =>
  z.string({ error: problem('day') }).transform((typed, context) => {
    const isMonth = /^\d{4}-\d{2}$/.test(typed) && isDay(`${typed}-01`)
    const reading = isMonth
      ? { success: typed < today.slice(0, 7) }
      : pastDay(today).safeParse(typed)
    if (reading.success) return typed
    const message = isMonth ? problem('monthNotOver') : problem('dayOrMonth')
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What was handed out before the book began. */
export const pastUseRow = (today: Day, items: readonly ItemChoice[]) =>
  z
    .strictObject({
      day: dayOrMonth(today),
      venue: text(),
      venue_kind: blankIs('street', choice(locationRoles.venue)),
      item: item(items),
      quantity: quantity({ min: 0 }),
    })
    .refine((row) => row.item.tracking === 'exact', { path: ['item'], error: problem('roughItem') })

export type CatalogueRow = z.output<ReturnType<typeof catalogueRow>>
export type OpeningRow = z.output<ReturnType<typeof openingRow>>
export type PastUseRow = z.output<ReturnType<typeof pastUseRow>>
