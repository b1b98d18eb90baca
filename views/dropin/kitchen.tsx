// What is not counted: a row an item, a tap for how much is left or for what was used.
import type { Rough, Seen } from '#src/dropin/kitchen.ts'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'

const levels = [3, 2, 1, 0]

export function Kitchen({ items }: { items: readonly Rough[] }) {
  const { dropin } = useSay()
  if (items.length === 0) return null
  return (
    <section aria-labelledby="kitchen">
      <h2 id="kitchen">{dropin.kitchen}</h2>
      <ul class="lines" role="list">
        {items.map((item) => (
          <RoughItem item={item} />
        ))}
      </ul>
    </section>
  )
}

function RoughItem({ item }: { item: Rough }) {
  const { say, newId } = usePage()
  const { dropin, bags } = say
  const name = say.name(item)
  const [last] = item.seen
  return (
    <li>
      <div class="rough">
        <span>
          <b>{name}</b>{' '}
          <small>{usedTonight(item.seen, (quantity) => dropin.used({ quantity, item }))}</small>
        </span>
        {last && (
          <PostButton
            action={`/drop-in/observations/${last.id}/reversal`}
            kind="quiet"
            label={dropin.undoRough({ item: name })}
          >
            {bags.undo}
          </PostButton>
        )}
      </div>
      <form method="post" action="/drop-in/observations" class="chips" hx-sync="this:drop">
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="item" value={item.id} />
        {levels.map((level) => (
          <button
            {...{ type: 'submit', name: 'what', value: String(level) }}
            aria-pressed={item.level === level ? 'true' : 'false'}
            aria-label={dropin.noteLevel({ item: name, level: dropin.levels[level] ?? '' })}
          >
            {dropin.levels[level]}
          </button>
        ))}
        <button
          {...{ type: 'submit', name: 'what', value: 'use' }}
          aria-label={dropin.useOneOf({ item: name, unit: item })}
        >
          {dropin.useOne({ item })}
        </button>
      </form>
    </li>
  )
}

function usedTonight(seen: readonly Seen[], words: (quantity: number) => string): string | null {
  const used = seen
    .filter(({ kind }) => kind === 'use')
    .reduce((sum, { amount }) => sum + amount, 0)
  return used > 0 ? words(used) : null
}
