// The lines of a movement form: item by type-ahead, quantity in units or packs, what it makes. The
// rows typed come back as they were; the script in lines.js fills packs and echoes as people type.
import type { ItemChoice } from '#src/catalog/items.ts'
import { described, type Filled, fieldId, shownIn } from './form.tsx'
import { useSay } from './page.tsx'

type LinesProps = {
  items: readonly ItemChoice[]
  filled: Filled
  /** With the lot number and the date on the pack. */
  incoming?: boolean
  /** Rows to show before anything was typed. */
  rows?: number
}

export function Lines({ items, filled, incoming = false, rows = 5 }: LinesProps) {
  const { common, donations } = useSay()
  const count = rowsTyped(filled, rows)
  return (
    <>
      <ItemList items={items} />
      <div class="sheet gap">
        <table class="data cards entry" role="table" data-lines={incoming ? 'incoming' : 'plain'}>
          <caption class="hidden">{donations.lines}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead>{common.item}</ColumnHead>
              <ColumnHead>{common.quantity}</ColumnHead>
              <ColumnHead>{donations.in}</ColumnHead>
              <ColumnHead>{donations.makes}</ColumnHead>
              {incoming && <ColumnHead>{donations.lotNumber}</ColumnHead>}
              {incoming && <ColumnHead>{donations.expires}</ColumnHead>}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {Array.from({ length: count }, (_, index) => (
              <LineRow {...{ index, items, filled, incoming }} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function ColumnHead({ children }: { children?: string }) {
  return (
    <th role="columnheader" scope="col">
      {children}
    </th>
  )
}

/** Items for type-ahead; what the script needs of each is on its option. */
function ItemList({ items }: { items: readonly ItemChoice[] }) {
  const say = useSay()
  return (
    <datalist id="items">
      {items.map((item) => (
        <option
          value={say.name(item)}
          data-code={item.code}
          data-unit={say.agreed(2, say.unit(item))}
          data-lots={item.lots}
          data-packs={item.packs
            .map((pack) => `${pack.id}:${pack.size}:${say.agreed(2, say.name(pack))}`)
            .join('|')}
        >
          {item.code}
        </option>
      ))}
    </datalist>
  )
}

type RowProps = { index: number; items: readonly ItemChoice[]; filled: Filled; incoming: boolean }

function LineRow({ index, items, filled, incoming }: RowProps) {
  const say = useSay()
  const { common, donations } = say
  const name = (field: string) => `lines.${index}.${field}`
  const label = (field: string) => `${common.line({ line: index + 1 })}, ${field.toLowerCase()}`
  const typedItem = shownIn(filled, name('item'), '')
  const item = items.find((each) => [each.nameFr, each.nameEn, each.code].includes(typedItem))
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Cell {...{ filled, name: name('item'), label: label(common.item) }} list="items" />
      </th>
      <td role="cell" data-label={common.quantity}>
        <Cell
          {...{ filled, name: name('quantity'), label: label(common.quantity) }}
          inputmode="numeric"
        />
      </td>
      <td role="cell" class="two" data-label={donations.in}>
        <PackCell {...{ filled, name: name('pack'), label: label(donations.in), item }} />
      </td>
      <td role="cell" class="full echo">
        <output for={`${fieldId(name('quantity'))} ${fieldId(name('pack'))}`} />
      </td>
      {incoming && (
        <td role="cell" class="half" data-label={donations.lotNumber}>
          <Cell {...{ filled, name: name('lotCode'), label: label(donations.lotNumber) }} />
        </td>
      )}
      {incoming && (
        <td role="cell" class="half" data-label={donations.expires}>
          <Cell
            {...{ filled, name: name('expiresOn'), label: label(donations.expires) }}
            placeholder={common.dayFormat}
          />
        </td>
      )}
    </tr>
  )
}

type CellProps = {
  filled: Filled
  name: string
  label: string
  list?: string
  inputmode?: 'numeric'
  placeholder?: string
}

function Cell({ filled, name, label, ...input }: CellProps) {
  return (
    <>
      <input
        id={fieldId(name)}
        name={name}
        value={shownIn(filled, name, '')}
        aria-label={label}
        autocomplete="off"
        {...described(name, filled)}
        {...input}
      />
      <Problem name={name} filled={filled} />
    </>
  )
}

function PackCell({
  filled,
  name,
  label,
  item,
}: Pick<CellProps, 'filled' | 'name' | 'label'> & { item: ItemChoice | undefined }) {
  const say = useSay()
  const chosen = shownIn(filled, name, '')
  return (
    <>
      <select id={fieldId(name)} name={name} aria-label={label} {...described(name, filled)}>
        <option value="">{item ? say.agreed(2, say.unit(item)) : say.donations.units}</option>
        {item?.packs.map((pack) => (
          <option value={pack.id} selected={String(pack.id) === chosen} data-size={pack.size}>
            {say.agreed(2, say.name(pack))} × {say.number(pack.size)}
          </option>
        ))}
      </select>
      <Problem name={name} filled={filled} />
    </>
  )
}

function Problem({ name, filled }: { name: string; filled: Filled }) {
  const problem = filled.problems[name]
  if (!problem) return null
  return (
    <span class="error" id={`${fieldId(name)}-error`}>
      {problem}
    </span>
  )
}

/** Enough rows for what was typed, and one more. */
function rowsTyped(filled: Filled, least: number): number {
  const indexes = Object.keys(filled.typed).flatMap((name) => {
    const [, index] = name.match(/^lines\.(\d{1,3})\./) ?? []
    return index === undefined ? [] : [Number(index) + 1]
  })
  return Math.min(200, Math.max(least, ...indexes))
}
