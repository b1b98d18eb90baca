// Tonight on the drop-in floor: who is there, what is handed out. On the shared device by the door, or on
// that of somebody who is signed in.
import type { Opening } from '#src/catalog/calendar.ts'
import type { Rough } from '#src/dropin/kitchen.ts'
import type { Device, Night } from '#src/dropin/tonight.ts'
import type { Tally as Data } from '#src/ledger/tally.ts'
import { Layout } from '../layout.tsx'
import { LanguageButton } from '../navigation.tsx'
import { ContactCount } from '../shared/contact-count.tsx'
import { type Filled, PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Tally } from '../shared/tally.tsx'
import { LastGiven } from '../shared/tally-lines.tsx'
import { Devices } from './devices.tsx'
import { Kitchen } from './kitchen.tsx'
import { Planned } from './planned.tsx'

type DropInProps = {
  night: Night | null
  devices: readonly Device[]
  contactsBefore: number | null
  tally: Data
  rough: readonly Rough[]
  /** What was planned; null once the night has begun. */
  opening: Opening | null
  filled: Filled
}

const paths = {
  handOuts: '/drop-in/hand-outs',
  unmet: '/drop-in/unmet',
  unmetRows: '/drop-in/unmet',
}

export function DropIn(props: DropInProps) {
  const { night, devices, contactsBefore, tally, rough, opening, filled } = props
  const { dropin } = useSay()
  return (
    <Layout
      title={dropin.title}
      section="dropin"
      discreet
      last={<LastGiven {...{ tally, paths }} mayWrite />}
    >
      <TonightHead opening={opening} />
      {devices.length === 0 && <OpenIt />}
      <div class="heads">
        <ContactCount
          path={`/drop-in/visits/${night?.id ?? 0}`}
          label={dropin.headcount}
          visit={night ?? { contacts: 0, version: 1 }}
          filled={filled}
          mayWrite
        />
        <BackTo night={night} count={contactsBefore} />
      </div>
      <Tally {...{ tally, paths, filled }} empty={dropin.empty} mayWrite />
      <Kitchen items={rough} />
      <Devices devices={devices} />
      <Ways night={night} hasDevice={devices.length > 0} />
    </Layout>
  )
}

function TonightHead({ opening }: Pick<DropInProps, 'opening'>) {
  const { say, today, isShared } = usePage()
  return (
    <header class="head">
      <div>
        <h1>{say.dropin.title}</h1>
        <p>{say.weekday(today)}</p>
        {opening && <Planned opening={opening} />}
      </div>
      {isShared && <LanguageButton />}
    </header>
  )
}

/** The first thing of an evening, for who may: the device by the door. */
function OpenIt() {
  const { say, viewer } = usePage()
  if (!viewer?.mayOpen('/drop-in/opening')) return null
  return (
    <p>
      <a class="button primary" href="/drop-in/opening">
        {say.dropin.open}
      </a>
    </p>
  )
}

/** To what else there is of a night. */
function Ways({ night, hasDevice }: { night: Night | null; hasDevice: boolean }) {
  const { dropin } = useSay()
  const { viewer } = usePage()
  return (
    <div class="row">
      {night && (
        <a class="button" href="/drop-in/closing">
          {dropin.close}
        </a>
      )}
      {hasDevice && viewer?.mayOpen('/drop-in/opening') && (
        <a class="button quiet" href="/drop-in/opening">
          {dropin.openAnother}
        </a>
      )}
      {viewer && (
        <>
          <a class="button quiet" href="/drop-in/sheet">
            {dropin.sheet}
          </a>
          <a class="button quiet" href="/drop-in/nights">
            {dropin.earlier}
          </a>
        </>
      )}
    </div>
  )
}

/** The headcount as it was before it was last changed, in one tap. */
function BackTo({ night, count }: { night: Night | null; count: number | null }) {
  const { dropin, bags } = useSay()
  // Its place is kept while there is nothing to undo: no tile moves under a finger.
  if (!night || count === null) {
    return (
      <button type="button" class="quiet" disabled>
        {bags.undo}
      </button>
    )
  }
  return (
    <PostButton
      action={`/drop-in/visits/${night.id}`}
      kind="quiet"
      fields={{ contacts: String(count), version: String(night.version) }}
    >
      {dropin.backTo({ count })}
    </PostButton>
  )
}
