import type { suppliersFor, suppliesOf } from '#src/items/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { Actions, described, type Filled, Form, fieldId, shownIn } from '../shared/form.tsx'
import { Problem } from '../shared/line-cells.tsx'
import { ColumnHead, rowsTyped } from '../shared/lines.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { PriceCells, PriceHeads, typedPrice } from '../shared/price.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'
import type { ItemPage } from './fields.tsx'

type SuppliesProps = {
  found: ItemPage
  supplies: Awaited<ReturnType<typeof suppliesOf>>
  suppliers: Awaited<ReturnType<typeof suppliersFor>>
  seen: number
  filled: Filled
  overtaking: Overtaking
}

export function Supplies(props: SuppliesProps) {
  const say = useSay()
  const { catalogue } = say
  const { item } = props.found
  const title = catalogue.suppliesTitle({ name: say.name(item) })
  return (
    <Layout title={title} section="catalogue">
      <Head title={title} lead={catalogue.suppliesLead} />
      {props.suppliers.length === 0 ? (
        <Empty icon="truck" title={catalogue.noSupplier} hint={catalogue.noSupplierHint}>
          <a class="button primary" href="/places/new?kind=supplier">
            {catalogue.addSupplier}
          </a>
        </Empty>
      ) : (
        <SuppliesForm {...props} />
      )}
    </Layout>
  )
}

function SuppliesForm(props: SuppliesProps) {
  const { say, asset } = usePage()
  const { catalogue, common } = say
  const { found, supplies, seen, overtaking } = props
  const filled = 'requestId' in props.filled.typed ? props.filled : prefilled(props)
  const count = rowsTyped(filled, supplies.length + 2)
  return (
    <Form action={`/items/${found.item.id}/supplies`} filled={filled}>
      <script src={asset('prices.js')} type="module" />
      <Version {...{ name: 'seen', filled, overtaking }} current={seen} />
      <div class="sheet gap">
        <table class="data cards entry" role="table">
          <caption class="hidden">{catalogue.supplies}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHead>{catalogue.supplier}</ColumnHead>
              <ColumnHead kind="pack">{catalogue.supplyPack}</ColumnHead>
              <PriceHeads />
              <ColumnHead kind="amount n">{catalogue.minimumOrder}</ColumnHead>
              <ColumnHead kind="amount n">{catalogue.maximumOrder}</ColumnHead>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {Array.from({ length: count }, (_, index) => (
              <SupplyRow {...props} filled={filled} index={index} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted">{catalogue.orderHint}</p>
      <p class="gap">
        <button type="submit" name="more" value={count + 5}>
          {common.addLines}
        </button>
      </p>
      <Actions save={catalogue.saveSupplies} cancel={`/items/${found.item.id}/edit`} />
    </Form>
  )
}

function SupplyRow({ index, found, suppliers, filled }: SuppliesProps & { index: number }) {
  const say = useSay()
  const { catalogue, common } = say
  const cell = (field: string, label: string) => ({
    ...{ filled, field, name: `lines.${index}.${field}` },
    label: `${common.line({ line: index + 1 })}, ${label.toLowerCase()}`,
  })
  const packs = found.packs.filter(({ retiredOn }) => retiredOn === null)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Choice
          {...cell('supplierId', catalogue.supplier)}
          none={common.none}
          options={suppliers.map((each) => ({ value: each.id, label: say.name(each) }))}
        />
      </th>
      <td role="cell" class="full" data-label={catalogue.supplyPack}>
        <Choice
          {...cell('packId', catalogue.supplyPack)}
          none={say.agreed(2, say.unit(found.item))}
          options={packs.map((pack) => ({
            value: pack.id,
            label: catalogue.pack({ name: say.name(pack), size: pack.size }),
          }))}
        />
      </td>
      <PriceCells cell={cell} item={{ ...found.item, packs }} />
      {(['minimum', 'maximum'] as const).map((field) => {
        const label = catalogue[`${field}Order`]
        return (
          <td role="cell" data-label={label}>
            <Amount {...cell(field, label)} />
          </td>
        )
      })}
    </tr>
  )
}

type CellProps = { filled: Filled; name: string; label: string }

function Choice({
  filled,
  name,
  label,
  none,
  options,
}: CellProps & { none: string; options: readonly { value: number; label: string }[] }) {
  const chosen = shownIn(filled, name, '')
  return (
    <>
      <select {...{ id: fieldId(name), name, 'aria-label': label }} {...described(name, filled)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option value={option.value} selected={String(option.value) === chosen}>
            {option.label}
          </option>
        ))}
      </select>
      <Problem {...{ name, filled }} />
    </>
  )
}

function Amount({ filled, name, label }: CellProps) {
  return (
    <>
      <input
        {...{ id: fieldId(name), name, 'aria-label': label, value: shownIn(filled, name, '') }}
        {...described(name, filled)}
        inputmode="numeric"
        autocomplete="off"
      />
      <Problem {...{ name, filled }} />
    </>
  )
}

/** The list as it stands, as if it had been typed. */
function prefilled({ supplies, filled }: SuppliesProps): Filled {
  const typed = supplies.flatMap((row, index) =>
    Object.entries({
      supplierId: String(row.supplierId),
      packId: row.packId === null ? '' : String(row.packId),
      ...typedPrice(row),
      minimum: row.minimumOrder === null ? '' : String(row.minimumOrder),
      maximum: row.maximumOrder === null ? '' : String(row.maximumOrder),
    }).map(([field, value]) => [`lines.${index}.${field}`, value]),
  )
  return { ...filled, typed: { ...Object.fromEntries(typed), ...filled.typed } }
}
