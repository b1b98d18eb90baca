// Where an item is, as who carries it looks for it: their own bag, then the stockrooms, then other bags.
import type { Say } from '#src/messages/index.ts'
import type { Card } from '#src/stock/item-card.ts'
import type { OwnBag } from '#src/stock/item-for-worker.ts'
import { useSay } from '../shared/page.tsx'

type WhereItIsProps = { card: Card; bag: OwnBag | null }

export function WhereItIs({ card, bag }: WhereItIsProps) {
  const say = useSay()
  const { stock } = say
  return (
    <section class="panel" aria-labelledby="h-where">
      <h2 id="h-where">{stock.whereItIs}</h2>
      <table class="terms">
        <caption class="hidden">{stock.whereItIs}</caption>
        <tbody>
          {rowsOf({ card, bag }, say).map(({ name, hint, quantity }) => (
            <tr>
              <th scope="row">
                {name}
                {hint && <small>{hint}</small>}
              </th>
              <td>{say.number(quantity)}</td>
            </tr>
          ))}
          <tr class="sum">
            <th scope="row">{stock.usable}</th>
            <td>{say.number(card.usable)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

type Row = { readonly name: string; readonly hint?: string; readonly quantity: number }

function rowsOf({ card, bag }: WhereItIsProps, say: Say): Row[] {
  const { stock } = say
  const places = [...unitsByPlace(card).values()]
  const mine = places.find(({ place }) => place.id === bag?.id)?.quantity ?? 0
  const rooms = places.filter(({ place }) => place.kind === 'stockroom')
  const others = places
    .filter(({ place }) => place.kind === 'bag' && place.id !== bag?.id)
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return [
    ...(bag && card.item.allowedInBags ? [{ ...ownRow(bag, say), quantity: mine }] : []),
    ...rooms.map(({ place, quantity }) => ({ name: say.name(place), quantity })),
    ...(others === 0 ? [] : [{ name: stock.otherBags, quantity: others }]),
  ]
}

function ownRow(bag: OwnBag, { stock, name }: Say) {
  return {
    name: stock.yourBag({ bag: name(bag) }),
    hint: bag.par === null ? stock.notOnPar : stock.shouldHold({ par: bag.par }),
  }
}

/** What may be given, place by place. */
function unitsByPlace({ usableLots }: Card) {
  type Here = Card['usableLots'][number]['places'][number]
  const places = new Map<number, Here>()
  for (const { place, quantity } of usableLots.flatMap(({ places }) => places)) {
    const before = places.get(place.id)?.quantity ?? 0
    places.set(place.id, { place, quantity: before + quantity })
  }
  return places
}
