import type { Holder } from '#src/catalog/holders.ts'
import type { ItemChoice } from '#src/catalog/items.ts'
import type { HeldLot } from '#src/transfers/queries.ts'
import { Head, Layout } from '../layout.tsx'
import {
  Actions,
  type Filled,
  Form,
  HappenedOnField,
  type Option,
  SelectField,
} from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'

type NewLossProps = {
  filled: Filled
  items: readonly ItemChoice[]
  places: readonly Holder[]
  /** Expired ones first. */
  lots: readonly HeldLot[]
  /** The place whose expired lots fill the form to begin with. */
  expired: number | null
}

export function NewLoss({ filled, items, places, lots, expired }: NewLossProps) {
  const say = useSay()
  const { transfers, common } = say
  const isNew = !('requestId' in filled.typed)
  const asked = isNew ? places.find(({ id }) => id === expired) : undefined
  const hasExpired = lots.some((lot) => lot.isExpired && lot.locationId === asked?.id)
  const begun =
    asked && hasExpired ? filledWithExpired({ expired: asked.id, lots, items }, say) : filled
  const title = transfers.lossTitle
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="transfers">
      <Head title={title} lead={transfers.lossHint} />
      {isNew && !hasExpired && <ExpiredHere {...{ places, lots, asked }} />}
      <Form action="/losses" filled={begun}>
        <div class="fields">
          <SelectField
            {...{ name: 'placeId', label: transfers.lossFrom, filled: begun, value: asked?.id }}
            options={places
              .filter(({ isOut }) => !isOut)
              .map((place) => ({ value: place.id, label: say.name(place) }))}
          />
          <SelectField
            {...{ name: 'reason', label: transfers.reason, filled: begun, value: 'damaged' }}
            options={Object.entries(transfers.lossReasons).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <HappenedOnField {...{ name: 'happenedOn', label: transfers.lostOn, filled: begun }} />
        </div>
        <Lines items={items} filled={begun} lots={optionsOf(lots, say)} rows={3} />
        <Actions save={transfers.writeOff} cancel="/transfers" />
      </Form>
    </Layout>
  )
}

type ExpiredHereProps = Pick<NewLossProps, 'places' | 'lots'> & {
  /** The place that was asked for, and has nothing expired. */
  asked: Holder | undefined
}

/** One click fills the form with all that is expired in a place; that nothing is, is an answer too. */
function ExpiredHere({ places, lots, asked }: ExpiredHereProps) {
  const { transfers } = useSay()
  const expired = lots.filter(({ isExpired }) => isExpired)
  if (expired.length === 0) return <p class="hints">{transfers.noneExpired}</p>
  return (
    <section class="panel" aria-labelledby="h-expired">
      <h2 id="h-expired">{transfers.expiredHere}</h2>
      {asked && <p>{transfers.noneExpiredIn({ place: asked })}</p>}
      <ul class="row" role="list">
        {places.map((place) => {
          const here = expired.filter(({ locationId }) => locationId === place.id).length
          return here === 0 ? null : (
            <li>
              <a class="button" href={`/losses/new?expired=${place.id}`}>
                {transfers.writeOffExpired({ place, lots: here })}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Say = ReturnType<typeof useSay>

/** Each lot once, with where it is: "C1120 · 2028-08-31 · Stockroom 40, Bag 2 12". */
function optionsOf(lots: readonly HeldLot[], say: Say): ReadonlyMap<number, readonly Option[]> {
  const options = new Map<number, Option[]>()
  for (const lotId of new Set(lots.map((lot) => lot.lotId))) {
    const places = lots.filter((lot) => lot.lotId === lotId)
    const [lot] = places
    if (!lot) continue
    const own = options.get(lot.itemId) ?? []
    options.set(lot.itemId, own)
    own.push({ value: lotId, label: labelOf(lot, places, say) })
  }
  return options
}

function labelOf(lot: HeldLot, places: readonly HeldLot[], say: Say): string {
  const { transfers, common } = say
  const date = lot.expiresOn ?? (lot.expiry !== 'none' && transfers.lotNoDate)
  const name = lot.kind === 'real' ? [lot.code, date] : [common.lotKinds[lot.kind]]
  const where = places.map(({ place, quantity }) => `${say.name(place)} ${say.number(quantity)}`)
  return [...name, lot.isExpired && transfers.lotExpired, where.join(', ')]
    .filter(Boolean)
    .join(' · ')
}

type Expired = Pick<NewLossProps, 'items' | 'lots'> & { readonly expired: number }

// A form holds so many lines; the rest is offered again afterwards.
const mostLines = 200

function filledWithExpired({ expired, lots, items }: Expired, say: Say): Filled {
  const gone = lots.filter((lot) => lot.isExpired && lot.locationId === expired)
  const rows = gone.slice(0, mostLines).flatMap(({ itemId, lotId, quantity }, index) => {
    const item = items.find(({ id }) => id === itemId)
    const row = { item: item ? say.name(item) : '', quantity, lot: lotId }
    return Object.entries(row).map(([name, value]) => [`lines.${index}.${name}`, String(value)])
  })
  const typed = { placeId: String(expired), reason: 'expired', ...Object.fromEntries(rows) }
  return { typed, problems: {} }
}
