import type { bags } from '#src/shifts/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Since } from './since.tsx'

type Bag = Awaited<ReturnType<typeof bags>>[number]

export function Bags({ bags: rows }: { bags: readonly Bag[] }) {
  const { say, viewer } = usePage()
  // My own bag that is out comes before any that could be taken.
  const mine = rows.find((bag) => bag.out !== null && bag.out.shiftId === bag.lastTaken)
  const first = mine ?? rows.find((bag) => bag.out === null)
  return (
    <Layout title={say.bags.title} section="bags" narrow>
      <Head
        title={say.bags.title}
        lead={say.bags.lead}
        actions={
          <>
            <a class="button" href="/late-entry">
              {say.lateEntry.link}
            </a>
            {viewer?.mayOpen('/routes') && (
              <a class="button" href="/routes">
                {say.rounds.title}
              </a>
            )}
          </>
        }
      />
      {rows.length === 0 ? (
        <Empty icon="bags" title={say.bags.empty} hint={say.bags.emptyHint}>
          {viewer?.mayOpen('/places/new') && (
            <a class="button primary" href="/places/new?kind=bag">
              {say.bags.newBag}
            </a>
          )}
        </Empty>
      ) : (
        <ul class="lines" role="list">
          {rows.map((bag) => (
            <BagRow bag={bag} isFirst={bag === first} />
          ))}
        </ul>
      )}
    </Layout>
  )
}

function BagRow({ bag, isFirst }: { bag: Bag; isFirst: boolean }) {
  const say = useSay()
  const { bags } = say
  const name = say.name(bag)
  return (
    <li class="pair">
      <div>
        <a href={`/bags/${bag.id}`}>
          <b>{name}</b>
        </a>
        {bag.out ? <Since out={bag.out} /> : <p class="muted">{bags.isIn}</p>}
        {isFirst && !bag.out && bag.lastTaken !== null && <small>{bags.usual}</small>}
      </div>
      {bag.out ? (
        <a
          class={isFirst ? 'button primary' : 'button'}
          href={`/shifts/${bag.out.shiftId}`}
          aria-label={bags.openShift({ bag: name })}
        >
          {bags.open}
        </a>
      ) : (
        <a
          class={isFirst ? 'button primary' : 'button'}
          href={`/bags/${bag.id}/check-out`}
          aria-label={bags.takeBag({ bag: name })}
        >
          {bags.take}
        </a>
      )}
    </li>
  )
}
