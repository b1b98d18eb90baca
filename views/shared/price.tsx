// A price as people type it: dollars, for a unit or for a pack, and what that makes one cost. The
// script in prices.js echoes while they type; without it the server does when the page comes back.
import { optionalPrice, priceUnits } from '#src/fields.ts'
import type { Named, Say, Unit } from '#src/messages/index.ts'
import type { Priced, PricedAt } from '#src/money.ts'
import { described, fieldId, shownIn } from './form.tsx'
import { Cell, type CellProps, Problem } from './line-cells.tsx'
import { useSay } from './page.tsx'

/** What a price can be for. */
export type Priceable = Unit & { readonly packs: readonly (Named & { readonly size: number })[] }

type PriceCellsProps = {
  cell: (field: string, label: string) => CellProps
  /** Undefined while nobody has said which item it is. */
  item: Priceable | undefined
}

export function PriceHeads() {
  const { lines } = useSay()
  return (
    <>
      <th role="columnheader" scope="col" class="amount n">
        {lines.price}
      </th>
      <th role="columnheader" scope="col" class="pack">
        {lines.priceFor}
      </th>
    </>
  )
}

export function PriceCells({ cell, item }: PriceCellsProps) {
  const { lines } = useSay()
  const price = cell('price', lines.price)
  return (
    <>
      <td role="cell" data-label={lines.price}>
        <Cell {...price} inputmode="decimal" />
      </td>
      <td role="cell" class="two" data-label={lines.priceFor}>
        <PriceFor {...cell('priceFor', lines.priceFor)} item={item} />
        <output
          {...{ class: 'echo', 'data-field': 'priced', for: fieldId(price.name) }}
          data-each={lines.each({ each: '{each}' })}
          data-priced={lines.priced({
            ...{ what: '{what}', price: '{price}', each: '{each}' },
            equals: '=',
          })}
        >
          <PriceTyped filled={price.filled} line={price.name.replace(/\.price$/, '')} item={item} />
        </output>
      </td>
    </>
  )
}

function PriceFor({ filled, name, field, label, item }: CellProps & Pick<PriceCellsProps, 'item'>) {
  const say = useSay()
  const chosen = shownIn(filled, name, '')
  return (
    <>
      <select
        {...{ id: fieldId(name), name, 'data-field': field, 'aria-label': label }}
        {...described(name, filled)}
      >
        <option value="">{wordsOf(say, item, 1)}</option>
        {priceChoices(say, item, Number(chosen) || 1).map(([size, words]) => (
          <option value={size} selected={String(size) === chosen}>
            {words}
          </option>
        ))}
      </select>
      <Problem {...{ name, filled }} />
    </>
  )
}

type TypedProps = Pick<PriceCellsProps, 'item'> & Pick<CellProps, 'filled'> & { line: string }

function PriceTyped({ filled, line, item }: TypedProps) {
  const price = optionalPrice().safeParse(shownIn(filled, `${line}.price`, ''))
  const units = priceUnits().safeParse(shownIn(filled, `${line}.priceFor`, ''))
  if (!price.success || !units.success || price.data === null) return null
  return <PriceWords price={{ price: price.data, priceUnits: units.data }} item={item} />
}

/** "box of 144 at $9.36 = $0.065 each"; "$0.065 each" where the price is a unit's. */
export function PriceWords({ price, item }: { price: PricedAt; item: Priceable | undefined }) {
  const say = useSay()
  const { equals, each } = say.each(price)
  if (price.priceUnits === 1) return <>{say.lines.each({ each })}</>
  const what = wordsOf(say, item, price.priceUnits)
  return <>{say.lines.priced({ what, price: say.price(price.price), equals, each })}</>
}

/** What a price may be for besides a unit: "box of 144"; and so many units that are no pack any more. */
export function priceChoices(say: Say, item: Priceable | undefined, chosen = 1) {
  const sizes = new Set([...(item?.packs.map(({ size }) => size) ?? []), chosen])
  sizes.delete(1)
  return [...sizes].map((size) => [size, wordsOf(say, item, size)] as const)
}

function wordsOf(say: Say, item: Priceable | undefined, size: number): string {
  const pack = item?.packs.find((each) => each.size === size)
  if (pack) return say.lines.packOf({ name: say.name(pack), size })
  if (size === 1) return item ? say.unit(item) : say.lines.unit
  return item ? say.units(size, item) : say.number(size)
}

/** A price as somebody would have typed it. */
export function typedPrice({ price, priceUnits: units }: Priced) {
  return {
    price: price === null ? '' : asTyped(price),
    priceFor: units === null || units === 1 ? '' : String(units),
  }
}

/** Two decimals, or as many more as it has: 9.36, 0.065. */
function asTyped(price: number): string {
  const digits = String(price).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, '')}`
}
