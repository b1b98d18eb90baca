// A night afterwards: its sheet, filled, to look at or to print.
import type { NightSheet } from '#src/dropin/nights/night-sheet.ts'
import { Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, PostButton } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { RecordedLater } from './late/list.tsx'
import { WhatMoved } from './moved.tsx'

export function ShowNight({ sheet, filled }: { sheet: NightSheet; filled: Filled }) {
  const { say, today } = usePage()
  const { dropin } = say
  const { id, happenedOn, closedOn } = sheet.night
  const isTonight = happenedOn === today
  const isClosed = closedOn !== null || !isTonight
  return (
    <Layout title={dropin.night({ day: happenedOn })} section="dropin" narrow>
      <Head
        title={dropin.night({ day: happenedOn })}
        lead={
          <span class={isClosed ? 'pill' : 'pill done'}>
            {isClosed ? dropin.isClosed : dropin.isOpen}
          </span>
        }
      />
      <ErrorSummary problems={filled.problems} />
      <WhatMoved {...sheet} />
      <RecordedLater late={sheet.late} />
      <div class="row unprinted gap">
        {isTonight && !isClosed && (
          <a class="button" href="/drop-in">
            {dropin.backToTally}
          </a>
        )}
        {isTonight && isClosed && (
          <PostButton action={`/drop-in/nights/${id}/reopening`}>{dropin.reopen}</PostButton>
        )}
        {!isTonight && <AddMissing day={happenedOn} />}
        <CountShelves shelves={sheet.night.shelves} />
        <a class="button quiet" href="/drop-in/nights">
          {dropin.earlier}
        </a>
      </div>
      <p class="muted unprinted">{dropin.printHint}</p>
    </Layout>
  )
}

function AddMissing({ day }: { day: string }) {
  const { say, viewer } = usePage()
  if (!viewer?.mayOpen('/drop-in/late-sheet')) return null
  return (
    <a class="button" href={`/drop-in/late-sheet?day=${day}`}>
      {say.dropin.lateMissing}
    </a>
  )
}

/** What is left is counted like any place, by who may count. */
function CountShelves({ shelves }: { shelves: NightSheet['night']['shelves'] }) {
  const { say, viewer } = usePage()
  if (!viewer?.mayOpen('/stocktakes')) return null
  return (
    <PostButton action="/stocktakes" fields={{ placeId: String(shelves.id) }}>
      {say.dropin.count}
    </PostButton>
  )
}
