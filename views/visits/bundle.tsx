// What is usually left at a place, or offered at a first visit: looked at, changed, handed out in one go.
import type { Tally } from '#src/ledger/tally.ts'
import type { Proposal } from '#src/visits/queries.ts'
import { type Filled, Form, QuantityField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

type BundleProps = { proposal: Proposal; tally: Tally; filled: Filled; action: string }

export function Bundle({ proposal, tally, filled, action }: BundleProps) {
  const say = useSay()
  const { venues, bags } = say
  const lines = linesOf(proposal, tally)
  // Once something was given here, the visit has its own way.
  if (lines.length === 0 || tally.lines.length > 0) return null
  const goods = say.list(
    lines.map(({ item, quantity }) => `${say.number(quantity)} ${say.short(item)}`),
  )
  const isOpen = Object.keys(filled.problems).some((name) => name.startsWith('lines'))
  return (
    <details open={isOpen}>
      <summary>
        {proposal.kind === 'first' ? venues.firstOffer({ goods }) : venues.usual({ goods })}
      </summary>
      <Form action={action} class="stack gap" label={venues.giveThese}>
        <div class="fields">
          {lines.map(({ item, quantity, left }) => (
            <QuantityField
              {...{ name: `lines.i${item.id}.quantity`, filled, value: quantity }}
              label={say.name(item)}
              hint={bags.leftCount({ count: left })}
            />
          ))}
        </div>
        <button type="submit">{venues.giveThese}</button>
      </Form>
    </details>
  )
}

/** Of what is proposed, what the bag has; not more than it has. */
function linesOf({ quantities }: Proposal, { tiles }: Tally) {
  return tiles.flatMap(({ item, left }) => {
    const quantity = Math.min(quantities.get(item.id) ?? 0, left)
    return quantity > 0 ? [{ item, quantity, left }] : []
  })
}
