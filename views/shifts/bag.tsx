// One bag: what it holds against what it should hold, and where it has been.
import type { LotInBag } from '#src/shifts/bag-contents.ts'
import type { BagPage } from '#src/shifts/bag-page.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { drawn } from '../shared/drawn.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'
import { Since } from './since.tsx'

export function ShowBag({ bag, contents, hasPar, stopsToGo, shifts }: BagPage) {
  const { say, viewer } = usePage()
  const { bags } = say
  const name = say.name(bag)
  const next = bag.out ? (
    <a class="button primary" href={`/shifts/${bag.out.shiftId}`}>
      {bags.openShift({ bag: name })}
    </a>
  ) : (
    <a class="button primary" href={`/bags/${bag.id}/check-out`}>
      {bags.takeBag({ bag: name })}
    </a>
  )
  const parPath = viewer?.mayOpen(`/places/${bag.id}/par`) ? `/places/${bag.id}/par` : null
  return (
    <Layout title={name} section="bags">
      <Head title={name} actions={bag.retiredOn === null || bag.out ? next : undefined} />
      {bag.out ? <Since out={bag.out} /> : <p class="muted">{bags.isIn}</p>}
      {contents.length > 0 &&
        drawn(contents, say, () => <Contents contents={contents} stopsToGo={stopsToGo} />)}
      {hasPar ? (
        <p class="row">
          {parPath && <a href={parPath}>{bags.parList}</a>}
          <a href={`/bags/${bag.id}/sheet`}>{say.paper.link}</a>
        </p>
      ) : (
        <Empty icon="list" title={bags.noPar} hint={bags.noParHint}>
          {parPath && (
            <a class="button" href={parPath}>
              {bags.parList}
            </a>
          )}
        </Empty>
      )}
      {drawn(shifts, say, () => (
        <Shifts shifts={shifts} />
      ))}
      <NextPage rows={shifts} />
    </Layout>
  )
}

function Contents({ contents, stopsToGo }: Pick<BagPage, 'contents' | 'stopsToGo'>) {
  const say = useSay()
  const { bags, common, rounds } = say
  return (
    <Table
      caption={bags.contents}
      rows={contents}
      columns={[
        {
          head: common.item,
          cell: ({ item, lots }) => (
            <>
              <a href={`/items/${item.id}`}>{say.name(item)}</a>
              {lots.map((lot) => (
                <Lot lot={lot} isOnly={lots.length === 1} />
              ))}
            </>
          ),
        },
        {
          head: bags.held,
          kind: 'n half',
          cell: ({ quantity, item, perStop }) => (
            <>
              {say.units(quantity, item)}
              {perStop !== null && (
                <small>{rounds.metered({ left: quantity, stops: stopsToGo, perStop })}</small>
              )}
            </>
          ),
        },
        {
          head: bags.par,
          kind: 'n half',
          cell: ({ par }) => (par === null ? <small>{bags.notOnPar}</small> : say.number(par)),
        },
      ]}
    />
  )
}

/** A lot that is sound and alone needs no line of its own, unless it has a number or a date. */
function Lot({ lot, isOnly }: { lot: LotInBag; isOnly: boolean }) {
  const say = useSay()
  const { bags } = say
  const { code, expiresOn, lastDay, quantity, state } = lot
  const isPlain = state === 'usable' && code === '' && expiresOn === null
  if (isPlain && isOnly && quantity >= 0) return null
  if (quantity < 0) return <small>{bags.beyond({ count: -quantity })}</small>
  const words = [
    isOnly ? '' : say.number(quantity),
    code && bags.lot({ code }),
    state === 'unknown' && bags.lotUnknown,
    state === 'usable' && expiresOn && bags.dated({ day: expiresOn }),
  ]
  return (
    <small>
      {words.filter(Boolean).join(' · ')}{' '}
      {state === 'held' && <span class="pill soon">{bags.lotHeld}</span>}
      {state === 'past' && lastDay && <span class="pill soon">{bags.past({ day: lastDay })}</span>}
    </small>
  )
}

function Shifts({ shifts }: Pick<BagPage, 'shifts'>) {
  const { say, today } = usePage()
  const { bags } = say
  return (
    <section>
      <h2>{bags.shifts}</h2>
      {shifts.length === 0 && <p class="muted">{bags.noShift}</p>}
      {shifts.length > 0 && (
        <ul class="tasks gap" role="list">
          {shifts.map((shift) => (
            <li>
              <span>
                <a href={`/shifts/${shift.id}`}>{say.weekdayFrom(shift.startedOn, today)}</a>
                <small>
                  {say.list(shift.people)} · {bags.stops({ count: shift.stops })}
                </small>
              </span>
              {shift.isOut ? <span class="pill coming">{bags.isOut}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
