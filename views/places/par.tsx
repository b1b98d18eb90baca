import type { ItemChoice } from '#src/catalog/items.ts'
import type { Named } from '#src/messages/index.ts'
import type { parOf, placesWithPar } from '#src/places/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form } from '../shared/form.tsx'
import { Cell } from '../shared/line-cells.tsx'
import { rowsTyped } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'

type ParPlace = Named & { readonly id: number; readonly kind: string }

type ParProps = {
  place: ParPlace
  /** Whose list fills the form, not saved yet. */
  from: Named | null
  items: readonly ItemChoice[]
  lines: Awaited<ReturnType<typeof parOf>>
  others: Awaited<ReturnType<typeof placesWithPar>>
  seen: number
  filled: Filled
  overtaking: Overtaking
}

export function Par(props: ParProps) {
  const say = useSay()
  const { places, common } = say
  const { place, from, lines, filled } = props
  const name = { place: say.name(place) }
  const isBag = place.kind === 'bag'
  const title = isBag ? places.parTitle(name) : places.parTitleShelves(name)
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="bags" narrow>
      <Head title={title} lead={isBag ? places.parLead : places.parLeadShelves} />
      {from && (
        <p role="status">
          <span class="pill soon">{places.copied({ place: say.name(from) })}</span>
        </p>
      )}
      {lines.length === 0 && (
        <p>
          <b>{places.parEmpty}.</b> {places.parEmptyHint}
        </p>
      )}
      <CopyForm {...props} />
      <ParForm {...props} />
    </Layout>
  )
}

function CopyForm({ place, others }: ParProps) {
  const say = useSay()
  const { places } = say
  if (others.length === 0) return null
  return (
    <form method="get" action={`/places/${place.id}/par`} class="search">
      <div class="field">
        <label for="from">{places.copyFrom}</label>
        <select id="from" name="from">
          {others.map((other) => (
            <option value={other.id}>{say.name(other)}</option>
          ))}
        </select>
      </div>
      <button type="submit">{places.copy}</button>
    </form>
  )
}

function ParForm(props: ParProps) {
  const say = useSay()
  const { places, common } = say
  const { place, items, lines, seen, overtaking } = props
  const filled = 'requestId' in props.filled.typed ? props.filled : prefilled(props, say.name)
  const count = rowsTyped(filled, lines.length + 5)
  return (
    <Form action={`/places/${place.id}/par`} filled={filled}>
      <Version {...{ name: 'seen', filled, overtaking }} current={seen} />
      <p class="muted">{places.parOrderHint}</p>
      <datalist id="items">
        {items.map((item) => (
          <option value={say.name(item)}>{item.code}</option>
        ))}
      </datalist>
      <div class="sheet gap">
        <table class="data cards entry" role="table">
          <caption class="hidden">{places.par}</caption>
          <ParHead />
          <tbody role="rowgroup">
            {Array.from({ length: count }, (_, index) => (
              <ParRow index={index} filled={filled} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="gap">
        <button type="submit" name="more" value={count + 5}>
          {common.addLines}
        </button>
      </p>
      <Actions save={places.parSave} cancel="/places" />
    </Form>
  )
}

function ParHead() {
  const { common, places } = useSay()
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          {common.item}
        </th>
        <th role="columnheader" scope="col" class="amount n">
          {common.quantity}
        </th>
        <th role="columnheader" scope="col" class="amount n">
          {places.parPosition}
        </th>
      </tr>
    </thead>
  )
}

function ParRow({ index, filled }: { index: number; filled: Filled }) {
  const { common, places, lines } = useSay()
  const cell = (field: string, label: string) => ({
    ...{ filled, field, name: `lines.${index}.${field}` },
    label: `${common.line({ line: index + 1 })}, ${label.toLowerCase()}`,
  })
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Cell {...cell('item', common.item)} list="items" placeholder={lines.itemPlaceholder} />
      </th>
      <td role="cell" class="half" data-label={common.quantity}>
        <Cell {...cell('quantity', common.quantity)} inputmode="numeric" />
      </td>
      <td role="cell" class="half" data-label={places.parPosition}>
        <Cell {...cell('position', places.parPosition)} inputmode="numeric" />
      </td>
    </tr>
  )
}

/** The list as it stands, as if it had been typed: each line with its number. */
function prefilled({ lines, filled }: ParProps, name: (named: Named) => string): Filled {
  const typed = lines.flatMap(({ item, quantity }, index) =>
    Object.entries({
      item: name(item),
      quantity: String(quantity),
      position: String(index + 1),
    }).map(([field, value]) => [`lines.${index}.${field}`, value]),
  )
  return { ...filled, typed: { ...Object.fromEntries(typed), ...filled.typed } }
}
