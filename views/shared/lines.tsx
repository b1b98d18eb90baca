// The lines of a movement form: item by type-ahead, quantity in units or packs, what it makes. The
// rows typed come back as they were; the script in lines.js fills packs and echoes as people type.
import type { ItemChoice } from '#src/catalog/items.ts'
import { type Filled, type Option, shownIn } from './form.tsx'
import { Cell, type CellProps, Input, LotCell, Makes, PackCell, Problem } from './line-cells.tsx'
import { usePage, useSay } from './page.tsx'
import { PriceCells, PriceHeads, priceChoices } from './price.tsx'

/** The lots of each item that a line may name. */
export type LotOptions = ReadonlyMap<number, readonly Option[]>

type LinesProps = {
  items: readonly ItemChoice[]
  filled: Filled
  /** With the lot number and the date on the pack. */
  incoming?: boolean
  /** With the price of a unit or a pack. */
  priced?: boolean | undefined
  /** With a choice among these lots. */
  lots?: LotOptions | undefined
  /** Rows to show before anything was typed. */
  rows?: number
}

export function Lines({ items, filled, incoming, priced, lots, rows = 5 }: LinesProps) {
  const { common, lines } = useSay()
  const { asset } = usePage()
  const kind: Kind = incoming ? 'incoming' : priced ? 'priced' : lots ? 'lots' : 'plain'
  const count = rowsTyped(filled, rows)
  return (
    <>
      <script src={asset('lines.js')} type="module" />
      {priced && <script src={asset('prices.js')} type="module" />}
      <ItemList items={items} lots={lots} priced={priced} />
      <div class="sheet gap">
        <table
          {...{ class: 'data cards entry', role: 'table', id: 'lines' }}
          {...{ 'data-enter': '', 'data-lines': kind, 'data-units': lines.units }}
        >
          <caption class="hidden">{lines.caption}</caption>
          <LineHead kind={kind} />
          <tbody role="rowgroup">
            {Array.from({ length: count }, (_, index) => (
              <LineRow {...{ index, items, filled, kind, lots }} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="gap">
        <button type="submit" name="more" value={count + 5}>
          {common.addLines}
        </button>
        <button type="button" data-add hidden>
          {common.addLine}
        </button>
      </p>
    </>
  )
}

type Kind = 'plain' | 'incoming' | 'priced' | 'lots'

function LineHead({ kind }: { kind: Kind }) {
  const { common, lines } = useSay()
  return (
    <thead role="rowgroup">
      <tr role="row">
        <ColumnHead>{common.item}</ColumnHead>
        <ColumnHead kind="pack">{lines.in}</ColumnHead>
        <ColumnHead kind="amount n">{common.quantity}</ColumnHead>
        <ColumnHead kind="makes">{lines.makes}</ColumnHead>
        {kind === 'incoming' && <ColumnHead kind="number">{lines.lotNumber}</ColumnHead>}
        {kind === 'incoming' && <ColumnHead kind="date">{lines.expires}</ColumnHead>}
        {kind === 'priced' && <PriceHeads />}
        {kind === 'lots' && <ColumnHead kind="held">{lines.lot}</ColumnHead>}
        <ColumnHead kind="low">
          <span class="hidden">{common.remove}</span>
        </ColumnHead>
      </tr>
    </thead>
  )
}

/** What the page says of its keyboard. */
export function EnterHint() {
  const { lines } = useSay()
  return (
    <span class="minor">
      <kbd>{lines.enterKey}</kbd> {lines.enterHint}
    </span>
  )
}

export function ColumnHead({ kind, children }: { kind?: string; children?: unknown }) {
  return (
    <th role="columnheader" scope="col" class={kind}>
      {children}
    </th>
  )
}

/** Items for type-ahead; what the script needs of each is on its option. */
function ItemList({ items, lots, priced }: Pick<LinesProps, 'items' | 'lots' | 'priced'>) {
  const say = useSay()
  const both = (word: string) => [word, say.agreed(2, word)]
  return (
    <datalist id="items">
      {items.map((item) => (
        <option
          value={say.name(item)}
          data-item={JSON.stringify({
            code: item.code,
            unit: both(say.unit(item)),
            asksLot: item.lots === 'number',
            asksDate: item.expiry !== 'none',
            packs: item.packs.map(({ id, size, ...pack }) => [id, size, ...both(say.name(pack))]),
            lots: lots?.get(item.id)?.map(({ value, label }) => [value, label]),
            prices: priced && priceChoices(say, item),
          })}
        >
          {item.code}
        </option>
      ))}
    </datalist>
  )
}

type RowProps = Pick<LinesProps, 'items' | 'filled' | 'lots'> & { index: number; kind: Kind }

function LineRow({ index, items, filled, kind, lots }: RowProps) {
  const { common, lines } = useSay()
  const line = `lines.${index}`
  const cell = (field: string, label: string): CellProps => ({
    ...{ filled, field, name: `${line}.${field}` },
    label: `${common.line({ line: index + 1 })}, ${label.toLowerCase()}`,
  })
  const item = itemTyped(items, shownIn(filled, `${line}.item`, ''))
  return (
    <tr role="row" data-line>
      <th role="rowheader" scope="row">
        <Cell {...cell('item', common.item)} list="items" placeholder={lines.itemPlaceholder} />
      </th>
      <td role="cell" class="two" data-label={lines.in}>
        <PackCell {...cell('pack', lines.in)} item={item} />
      </td>
      <td role="cell" data-label={common.quantity}>
        <Input {...cell('quantity', common.quantity)} inputmode="numeric" />
      </td>
      <td role="cell" class={kind === 'plain' ? 'two echo' : 'full echo'}>
        <Makes {...{ item, line, filled }} />
        <Problem name={`${line}.quantity`} filled={filled} />
      </td>
      {kind === 'incoming' && <IncomingCells cell={cell} />}
      {kind === 'priced' && <PriceCells cell={cell} item={item} />}
      {kind === 'lots' && (
        <td role="cell" class="two" data-label={lines.lot}>
          <LotCell {...cell('lot', lines.lot)} options={item && lots?.get(item.id)} />
        </td>
      )}
      <RemoveCell index={index} />
    </tr>
  )
}

/** Shown by the script, which does it; without one a blank row is no line. */
function RemoveCell({ index }: { index: number }) {
  const { common } = useSay()
  return (
    <td role="cell" class="low">
      <button
        {...{ type: 'button', class: 'quiet', 'data-remove': '', hidden: true }}
        aria-label={common.removeLine({ line: index + 1 })}
      >
        {common.remove}
      </button>
    </td>
  )
}

type CellOf = (field: string, label: string) => CellProps

function IncomingCells({ cell }: { cell: CellOf }) {
  const { common, lines } = useSay()
  return (
    <>
      <td role="cell" class="full" data-label={lines.lotNumber}>
        <Cell {...cell('lotCode', lines.lotNumber)} />
      </td>
      <td role="cell" class="two" data-label={lines.expires} data-none={lines.noDate}>
        <Cell {...cell('expiresOn', lines.expires)} placeholder={common.dayFormat} />
      </td>
    </>
  )
}

/** The item a row was typed for, as far as its packs can be offered again. */
function itemTyped(items: readonly ItemChoice[], typed: string): ItemChoice | undefined {
  const wanted = typed.trim().toLowerCase()
  return items.find((each) =>
    [each.nameFr, each.nameEn, each.code].some((name) => name?.toLowerCase() === wanted),
  )
}

/** Enough rows for what was typed, and as many as were asked for. */
export function rowsTyped(filled: Filled, least: number): number {
  const indexes = Object.keys(filled.typed).flatMap((name) => {
    const [, index] = name.match(/^lines\.(\d{1,3})\./) ?? []
    return index === undefined ? [] : [Number(index) + 1]
  })
  const asked = Number(filled.typed.more) || 0
  return Math.min(200, Math.max(least, asked, ...indexes))
}
