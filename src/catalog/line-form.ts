// A line of a form: an item as typed, a quantity in units or packs, and where goods come in, the lot
// on the pack. Every document with lines reads them here.
import { z } from 'zod'
import {
  optionalDay,
  optionalId,
  optionalPrice,
  optionalText,
  priceUnits,
  problem,
  quantity,
} from '#src/fields.ts'
import { type Priced, unpriced } from '#src/money.ts'
import { largestQuantity } from '#src/quantity.ts'
import { findItem, type ItemChoice } from './items.ts'

export type Line = {
  readonly item: ItemChoice
  /** Base units. */
  readonly quantity: number
}

export type OrderedLine = Line & Priced

export type IncomingLine = Line & { readonly lotCode: string; readonly expiresOn: string | null }

const knownItem = (items: readonly ItemChoice[]) =>
  z.string({ error: problem('item') }).transform((typed, context) => {
    const item = findItem(items, typed)
    if (item) return item
    context.addIssue({ code: 'custom', message: problem('item') })
    return z.NEVER
  })

const countedItem = (items: readonly ItemChoice[]) =>
  knownItem(items).refine(({ tracking }) => tracking === 'exact', { error: problem('roughItem') })

const fields = (items: readonly ItemChoice[]) => ({
  item: countedItem(items),
  quantity: quantity(),
  /** A pack's id; blank counts base units. */
  pack: z.string().optional(),
})

/** Item and quantity. */
export const lineForm = (items: readonly ItemChoice[]) =>
  z.strictObject(fields(items)).transform(
    (typed, context): Line => ({
      item: typed.item,
      quantity: inBaseUnits(typed, context),
    }),
  )

/** Item, quantity, and what a base unit or a pack costs. */
export const orderedLineForm = (items: readonly ItemChoice[]) =>
  z.strictObject({ ...fields(items), ...priceFields() }).transform(
    (typed, context): OrderedLine => ({
      item: typed.item,
      quantity: inBaseUnits(typed, context),
      ...pricedAs(typed),
    }),
  )

/** What is typed of a price: dollars, and the base units they buy. */
export const priceFields = () => ({ price: optionalPrice(), priceFor: priceUnits() })

export function pricedAs({ price, priceFor }: { price: number | null; priceFor: number }): Priced {
  return price === null ? unpriced : { price, priceUnits: priceFor }
}

/** Item, quantity, and one of its lots where there are several. */
export const lotLineForm = (items: readonly ItemChoice[]) =>
  z.strictObject({ ...fields(items), lot: optionalId() }).transform((typed, context) => ({
    item: typed.item,
    quantity: inBaseUnits(typed, context),
    lotId: typed.lot ?? null,
  }))

/** Item, quantity, and the lot number and date that the item asks for. */
export const incomingLineForm = (items: readonly ItemChoice[]) => incoming(fields(items))

/** The same; and what is followed roughly may be given too: how much of it came, in its unit. */
export const donatedLineForm = (items: readonly ItemChoice[]) =>
  incoming({ ...fields(items), item: knownItem(items) })

const incoming = (line: ReturnType<typeof fields>) =>
  z
    .strictObject({ ...line, lotCode: optionalText(40), expiresOn: optionalDay() })
    .transform((typed, context): IncomingLine => {
      const { item } = typed
      if (item.lots === 'number' && typed.lotCode === null) {
        context.addIssue({ code: 'custom', path: ['lotCode'], message: problem('lotNumber') })
      }
      if (item.expiry === 'hard' && typed.expiresOn === null) {
        context.addIssue({ code: 'custom', path: ['expiresOn'], message: problem('expiry') })
      }
      return {
        item,
        quantity: inBaseUnits(typed, context),
        lotCode: item.lots === 'number' ? (typed.lotCode ?? '') : '',
        expiresOn: item.lots === 'none' ? null : typed.expiresOn,
      }
    })

type Typed = { item: ItemChoice; quantity: number; pack?: string | undefined }

function inBaseUnits({ item, quantity, pack }: Typed, context: z.RefinementCtx): number {
  const size = pack ? item.packs.find(({ id }) => String(id) === pack)?.size : 1
  if (size === undefined) {
    context.addIssue({ code: 'custom', path: ['pack'], message: problem('packOfOther') })
    return z.NEVER
  }
  if (quantity * size > largestQuantity) {
    context.addIssue({ code: 'custom', path: ['quantity'], message: problem('quantityLarge') })
    return z.NEVER
  }
  return quantity * size
}
