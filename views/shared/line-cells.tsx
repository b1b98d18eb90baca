// The cells of a line: what is typed, which pack, which lot, what it makes, what needs a change.
import type { ItemChoice } from '#src/catalog/items.ts'
import { readQuantity } from '#src/quantity.ts'
import { described, type Filled, fieldId, type Option, shownIn } from './form.tsx'
import { useSay } from './page.tsx'

export type CellProps = {
  filled: Filled
  name: string
  /** The part of the line that the script asks for. */
  field: string
  label: string
  list?: string
  inputmode?: 'numeric' | 'decimal'
  placeholder?: string
}

export function Cell(cell: CellProps) {
  return (
    <>
      <Input {...cell} />
      <Problem name={cell.name} filled={cell.filled} />
    </>
  )
}

export function Input({ filled, name, field, label, ...input }: CellProps) {
  return (
    <input
      id={fieldId(name)}
      name={name}
      data-field={field}
      value={shownIn(filled, name, '')}
      aria-label={label}
      autocomplete="off"
      enterkeyhint="next"
      {...described(name, filled)}
      {...input}
    />
  )
}

export function PackCell({ item, ...cell }: CellProps & { item: ItemChoice | undefined }) {
  const say = useSay()
  const options = (item?.packs ?? []).map(({ id, size, ...pack }) => ({
    value: id,
    label: `${say.agreed(2, say.name(pack))} × ${say.number(size)}`,
  }))
  const none = item ? say.agreed(2, say.unit(item)) : say.lines.units
  return <Select {...cell} none={none} options={options} />
}

export function LotCell({
  options,
  ...cell
}: CellProps & { options: readonly Option[] | undefined }) {
  const { lines } = useSay()
  return <Select {...cell} none={lines.anyLot} options={options ?? []} />
}

type SelectProps = CellProps & { none: string; options: readonly Option[] }

function Select({ filled, name, field, label, none, options }: SelectProps) {
  const chosen = shownIn(filled, name, '')
  return (
    <>
      <select
        {...{ id: fieldId(name), name, 'data-field': field, 'aria-label': label }}
        {...described(name, filled)}
      >
        <option value="">{none}</option>
        {options.map(({ value, label: text }) => (
          <option value={value} selected={String(value) === chosen}>
            {text}
          </option>
        ))}
      </select>
      <Problem name={name} filled={filled} />
    </>
  )
}

type MakesProps = { item: ItemChoice | undefined; line: string; filled: Filled }

/** "2 boxes × 100 = 200", or "36 pairs". */
export function Makes({ item, line, filled }: MakesProps) {
  const say = useSay()
  const { quantity } = readQuantity(shownIn(filled, `${line}.quantity`, ''))
  const chosen = shownIn(filled, `${line}.pack`, '')
  const pack = item?.packs.find(({ id }) => String(id) === chosen)
  return (
    <output for={`${fieldId(`${line}.quantity`)} ${fieldId(`${line}.pack`)}`} data-field="makes">
      {quantity !== undefined &&
        !filled.problems[`${line}.quantity`] &&
        item &&
        (pack ? (
          <>
            {say.number(quantity)} {say.agreed(quantity, say.name(pack))} × {say.number(pack.size)}{' '}
            = <b>{say.number(quantity * pack.size)}</b>
          </>
        ) : (
          <>
            <b>{say.number(quantity)}</b> {say.agreed(quantity, say.unit(item))}
          </>
        ))}
    </output>
  )
}

/** What needs a change: here its first sentence, in the summary all of it. */
export function Problem({ name, filled }: { name: string; filled: Filled }) {
  const problem = filled.problems[name]?.split(/(?<=\.) /)[0]
  if (!problem) return null
  return (
    <span class="error" id={`${fieldId(name)}-error`}>
      {problem}
    </span>
  )
}
