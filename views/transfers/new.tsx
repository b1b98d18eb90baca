import type { Holder } from '#src/catalog/holders.ts'
import type { ItemChoice } from '#src/catalog/items.ts'
import type { Fill } from '#src/transfers/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form, HappenedOnField, SelectField } from '../shared/form.tsx'
import { EnterHint, Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'

type NewTransferProps = {
  filled: Filled
  items: readonly ItemChoice[]
  places: readonly Holder[]
  /** What a place lacks to its par list, to begin with. */
  par: Fill | null
}

export function NewTransfer({ filled, items, places, par }: NewTransferProps) {
  const say = useSay()
  const { transfers, common } = say
  const title = par ? transfers.fillTitle({ place: par.place }) : transfers.moveStock
  const failed = Object.keys(filled.problems).length > 0
  const begun = par && !('requestId' in filled.typed) ? filledToPar(par, say) : filled
  const atHand = places.filter(({ isOut }) => !isOut)
  const options = atHand.map((place) => ({ value: place.id, label: say.name(place) }))
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="transfers">
      <Head title={title} lead={par ? transfers.fillLead({ feeder: par.feeder }) : <EnterHint />} />
      {par && <ShortOf par={par} />}
      <Form action="/transfers" filled={begun}>
        <div class="fields">
          <SelectField
            {...{ name: 'fromId', label: transfers.from, filled: begun, options }}
            hint={transfers.fefoHint}
          />
          <SelectField
            {...{ name: 'toId', label: transfers.to, filled: begun, options }}
            value={atHand[1]?.id}
          />
          <HappenedOnField {...{ name: 'happenedOn', label: transfers.movedOn, filled: begun }} />
        </div>
        <Lines items={items} filled={begun} />
        <Actions save={transfers.moveIt} cancel="/transfers" />
      </Form>
    </Layout>
  )
}

/** What is wanted and is not there to give. */
function ShortOf({ par }: { par: Fill }) {
  const say = useSay()
  const { transfers } = say
  const short = par.lines.filter((line) => line.short > 0)
  if (par.lines.length === 0) return <p>{transfers.full({ place: par.place })}</p>
  if (short.length === 0) return null
  const items = short.map((line) => `${say.name(line.item)} ${say.number(line.short)}`)
  return <p class="hints">{transfers.short({ feeder: par.feeder, items })}</p>
}

function filledToPar({ place, feeder, lines }: Fill, say: ReturnType<typeof useSay>): Filled {
  const rows = lines
    .filter(({ given }) => given > 0)
    .flatMap(({ item, given }, index) => [
      [`lines.${index}.item`, say.name(item)],
      [`lines.${index}.quantity`, String(given)],
    ])
  const places = { fromId: String(feeder.id), toId: String(place.id) }
  return { typed: { ...places, ...Object.fromEntries(rows) }, problems: {} }
}
