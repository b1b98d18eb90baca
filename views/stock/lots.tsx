import type { Card, Item } from '#src/stock/item-card.ts'
import type { LotLine } from '#src/stock/lots-in-order.ts'
import { usePage, useSay } from '../shared/page.tsx'

/** Each lot with where it is, the one to give first on top; what is set aside comes below the sum. */
export function Lots({ item, card }: { item: Item; card: Card }) {
  const say = useSay()
  const { stock } = say
  const isEmpty = card.usableLots.length === 0 && card.asideLots.length === 0
  return (
    <section class="panel" aria-labelledby="h-lots" id="lots">
      <h2 id="h-lots">{item.lots === 'none' ? stock.whereItIs : stock.lots}</h2>
      {isEmpty ? (
        <p class="muted">
          {stock.noLots}. {stock.noLotsHint}
        </p>
      ) : (
        <table class="terms">
          <caption class="hidden">{stock.lots}</caption>
          <tbody>
            {card.usableLots.map((lot) => (
              <LotRow lot={lot} giveFirst={lot.lotId === card.giveFirst ? 'giveFirst' : null} />
            ))}
            <tr class="sum">
              <th scope="row">{stock.usable}</th>
              <td>{say.number(card.usable)}</td>
            </tr>
            {card.asideLots.map((lot) => (
              <LotRow lot={lot} giveFirst={null} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function LotRow({ lot, giveFirst }: { lot: LotLine; giveFirst: 'giveFirst' | null }) {
  const { say, viewer } = usePage()
  const { stock } = say
  const places = lot.places.map(({ place, quantity }) =>
    stock.inPlace({ place: say.name(place), quantity }),
  )
  const dates = [
    lot.expiresOn && stock.expires({ day: lot.expiresOn }),
    lot.lastUsableOn &&
      lot.lastUsableOn !== lot.expiresOn &&
      lot.aside === null &&
      stock.giveBy({ day: lot.lastUsableOn }),
    lot.aside && (lot.heldReason ?? stock.notCounted),
  ].filter(Boolean)
  const isOpen = viewer?.mayOpen(`/lots/${lot.lotId}`)
  return (
    <tr>
      <th scope="row">
        {isOpen ? <a href={`/lots/${lot.lotId}`}>{lotName(lot, say)}</a> : lotName(lot, say)}
        {giveFirst && (
          <>
            {' '}
            <span class="pill soon">{stock[giveFirst]}</span>
          </>
        )}
        {lot.aside && (
          <>
            {' '}
            <span class="pill">{stock.reasons[lot.aside]}</span>
          </>
        )}
        <small>{[...dates, places.join(', ')].join(' · ')}</small>
      </th>
      <td>{say.number(lot.quantity)}</td>
    </tr>
  )
}

type LotIdentity = Pick<LotLine, 'kind' | 'code' | 'expiresOn'>

/** What people call a lot: its number, else its date, else that it has none. */
export function lotName({ kind, code, expiresOn }: LotIdentity, say: ReturnType<typeof useSay>) {
  if (kind !== 'real') return say.common.lotKinds[kind]
  return code || (expiresOn ? say.day(expiresOn) : say.common.lotKinds.real)
}
