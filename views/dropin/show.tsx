// Tonight on the drop-in floor: who is there, what is handed out. Works on the shared device by the door.
import type { Opening } from '#src/catalog/calendar.ts'
import type { nightsOf } from '#src/dropin/tonight.ts'
import type { Tally as Data } from '#src/ledger/tally.ts'
import { Layout } from '../layout.tsx'
import { ContactCount } from '../shared/contact-count.tsx'
import type { Filled } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Tally } from '../shared/tally.tsx'
import { LastGiven } from '../shared/tally-lines.tsx'

type Night = Awaited<ReturnType<typeof nightsOf>>[number]

type DropInProps = {
  tonight: Night | null
  tally: Data
  opening: Opening
  earlier: readonly Night[]
  filled: Filled
}

const paths = { handOuts: '/drop-in/hand-outs', unmet: '/drop-in/unmet' }

export function DropIn({ tonight, tally, opening, earlier, filled }: DropInProps) {
  const { say, today } = usePage()
  const { dropin } = say
  return (
    <Layout
      title={dropin.title}
      section="dropin"
      discreet
      last={<LastGiven {...{ tally, paths }} mayWrite />}
    >
      <header class="head">
        <div>
          <h1>{dropin.title}</h1>
          <p>{say.weekday(today)}</p>
          <Planned opening={opening} />
        </div>
      </header>
      <ContactCount
        path={`/drop-in/visits/${tonight?.id ?? 0}`}
        label={dropin.headcount}
        visit={tonight ?? { contacts: 0, version: 1 }}
        filled={filled}
        mayWrite
      />
      <Tally {...{ tally, paths, filled }} empty={dropin.empty} mayWrite />
      <Earlier nights={earlier} />
    </Layout>
  )
}

/** What the calendar says of tonight, where it says anything: closed, or busier than usual. */
function Planned({ opening: { factor, reason, nextOn } }: { opening: Opening }) {
  const { say, viewer } = usePage()
  const { dropin } = say
  if (factor === 1) return null
  const words =
    factor === 0
      ? [dropin.closed({ reason }), nextOn && dropin.opensOn({ day: nextOn }), dropin.counts]
      : [dropin.busier({ factor, reason })]
  return (
    <p>
      {words.filter(Boolean).join(' ')}{' '}
      {viewer?.mayOpen('/calendar') && <a href="/calendar">{dropin.toCalendar}</a>}
    </p>
  )
}

function Earlier({ nights }: { nights: readonly Night[] }) {
  const say = useSay()
  const { dropin, bags } = say
  if (nights.length === 0) return null
  return (
    <details>
      <summary>{dropin.earlier}</summary>
      <ul class="lines" role="list">
        {nights.map(({ happenedOn, contacts }) => (
          <li class="pair">
            <span>{say.weekday(happenedOn)}</span>
            <b>{bags.people_({ count: contacts })}</b>
          </li>
        ))}
      </ul>
    </details>
  )
}
