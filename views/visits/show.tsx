// The page used at a stop: discreet, dark at night, everything under the thumb.
import type { Tally as Data } from '#src/ledger/tally.ts'
import type { Proposal, visitById } from '#src/visits/queries.ts'
import { Layout } from '../layout.tsx'
import { ContactCount } from '../shared/contact-count.tsx'
import { FieldBar } from '../shared/field-bar.tsx'
import type { Filled } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { Tally } from '../shared/tally.tsx'
import { LastGiven } from '../shared/tally-lines.tsx'
import { Bundle } from './bundle.tsx'
import { TakeBack } from './take-back.tsx'

type Visit = NonNullable<Awaited<ReturnType<typeof visitById>>>

type ShowVisitProps = {
  visit: Visit
  tally: Data
  proposal: Proposal
  filled: Filled
  mayWrite: boolean
}

export function ShowVisit({ visit, tally, proposal, filled, mayWrite }: ShowVisitProps) {
  const { say, today } = usePage()
  const { bags, common } = say
  const path = `/visits/${visit.id}`
  const paths = { handOuts: `${path}/hand-outs`, unmet: `${path}/unmet`, unmetRows: '/unmet' }
  const name = say.name(visit.venue)
  return (
    <Layout
      title={name}
      section="bags"
      discreet
      bar={
        <FieldBar
          here="visit"
          visitPath={path}
          shiftPath={`/shifts/${visit.shiftId}`}
          bagPath={`/bags/${visit.bag.id}`}
        />
      }
      last={<LastGiven {...{ tally, paths, mayWrite }} />}
    >
      <header class="head">
        <div>
          <h1>{name}</h1>
          <p>
            {common.locationRoles[visit.venue.role]} · {bags.stopNumber({ number: visit.stop })}
            {visit.happenedOn !== today && ` · ${say.weekday(visit.happenedOn)}`}
          </p>
        </div>
      </header>
      {visit.isOut ? null : <p class="hints">{bags.lateStopHint}</p>}
      <ContactCount {...{ path, visit, filled, mayWrite }} label={bags.people} />
      {mayWrite && <Bundle {...{ proposal, tally, filled }} action={`${path}/bundles`} />}
      <Tally {...{ tally, paths, filled, mayWrite }} empty={bags.emptyBag} />
      {mayWrite && <TakeBack {...{ visit, tally }} />}
    </Layout>
  )
}
