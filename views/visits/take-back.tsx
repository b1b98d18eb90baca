// The way out of a visit that was opened by mistake: nothing may be recorded of it any more.
import type { Tally } from '#src/ledger/tally.ts'
import { PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

type TakeBackProps = {
  visit: { readonly id: number; readonly contacts: number }
  tally: Tally
}

export function TakeBack({ visit, tally }: TakeBackProps) {
  const say = useSay()
  const { bags } = say
  const held = [
    ...tally.tiles
      .filter(({ given }) => given > 0)
      .map(({ item, given }) => `${say.number(given)} ${say.name(item)}`),
    ...tally.asked.map(({ item }) => bags.askedLine({ item: say.name(item) })),
    ...(visit.contacts > 0 ? [bags.people_({ count: visit.contacts })] : []),
  ]
  return (
    <details>
      <summary>{bags.noStop}</summary>
      {held.length === 0 ? (
        <>
          <p class="muted">{bags.takeBackHint}</p>
          <PostButton action={`/visits/${visit.id}/reversal`}>{bags.takeBack}</PostButton>
        </>
      ) : (
        <p class="muted">
          {bags.takeBackFirst({ held })}{' '}
          {tally.lines.length + tally.asked.length > 0 && <a href="#lines">{bags.toLines}</a>}
        </p>
      )}
    </details>
  )
}
