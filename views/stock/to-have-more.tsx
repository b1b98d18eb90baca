// What a worker does to have more of an item: take the bag, have it put on the bag's list, say that it
// was asked for in vain; and who to talk to.
import type { Card } from '#src/stock/item-card.ts'
import type { ForWorker } from '#src/stock/item-for-worker.ts'
import { useSay } from '../shared/page.tsx'

type ToHaveMoreProps = { card: Card; worker: ForWorker }

export function ToHaveMore({ card, worker: { bag, keepers } }: ToHaveMoreProps) {
  const say = useSay()
  const { stock, bags } = say
  const { item } = card
  return (
    <section class="panel" aria-labelledby="h-more">
      <h2 id="h-more">{stock.toHaveMore}</h2>
      {sentences({ card, bag }, say).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {item.allowedInBags && <p>{stock.askedInVain({ button: bags.asked })}</p>}
      {keepers.length > 0 && <p>{stock.keepers({ names: keepers })}</p>}
      {item.allowedInBags && <Next bag={bag} />}
    </section>
  )
}

type Known = { card: Card; bag: ForWorker['bag'] }

function sentences({ card, bag }: Known, { stock, name }: ReturnType<typeof useSay>): string[] {
  const { item, reorder, usableLots } = card
  const isInStockroom = usableLots.some(({ places }) =>
    places.some(({ place }) => place.kind === 'stockroom'),
  )
  const [next] = reorder?.facts.toCome.filter(({ isLate }) => !isLate) ?? []
  return [
    ...(item.allowedInBags ? [ofBag({ card, bag }, { stock, name })] : [stock.notForBags]),
    ...(isInStockroom ? [] : [stock.noneInStockrooms]),
    ...(next ? [stock.onTheWay({ quantity: next.quantity, on: next.expectedOn })] : []),
  ]
}

function ofBag(
  { card: { item }, bag }: Known,
  { stock, name }: Pick<ReturnType<typeof useSay>, 'stock' | 'name'>,
): string {
  if (!bag) return stock.noBagYet
  const [called, par] = [name(bag), bag.par]
  return par === null
    ? stock.notCarried({ bag: called })
    : stock.filledUp({ bag: called, par, item })
}

/** The shift they are on, the bag to take, or all of them. */
function Next({ bag }: Pick<Known, 'bag'>) {
  const { bags, name, common } = useSay()
  const [href, label] =
    bag && bag.shiftId !== null
      ? [`/shifts/${bag.shiftId}`, bags.openShift({ bag: name(bag) })]
      : bag && bag.isOut === 0
        ? [`/bags/${bag.id}/check-out`, bags.takeBag({ bag: name(bag) })]
        : ['/bags', common.nav.bags]
  return (
    <p>
      <a class="button primary" href={href}>
        {label}
      </a>
    </p>
  )
}
