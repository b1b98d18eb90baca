// What can be done with a lot: hold it, release it, correct a slip of the pen.
import { Overtaken } from '../shared/changes.tsx'
import {
  CheckField,
  DayField,
  ErrorSummary,
  type Filled,
  Form,
  InputField,
  PostButton,
} from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'
import type { Found, KitLots } from './show.tsx'

type HoldProps = { found: Found; kits: KitLots; hold: Filled; overtaking: Overtaking }

export function Hold({ found: { lot }, kits, hold, overtaking }: HoldProps) {
  const { catalogue } = useSay()
  const words = catalogue.lot
  const count = kits.filter((kit) => kit.lot.heldOn === null).length
  if (lot.heldOn !== null) return <Release {...{ lot, hold, overtaking }} />
  return (
    <section class="panel gap" aria-labelledby="hold">
      <h2 id="hold">{words.hold}</h2>
      <p class="muted">{words.holdHint}</p>
      <Form action={`/lots/${lot.id}/hold`} filled={hold}>
        <Version {...{ filled: hold, overtaking }} current={lot.version} />
        <InputField
          {...{ name: 'reason', label: words.reason, filled: hold, hint: words.reasonHint }}
        />
        {count > 0 && (
          <CheckField
            {...{ name: 'withKits', label: words.withKits({ count }), filled: hold, value: 'on' }}
          />
        )}
        <p class="gap">
          <button type="submit">{words.hold}</button>
        </p>
      </Form>
    </section>
  )
}

type ReleaseProps = Pick<HoldProps, 'hold' | 'overtaking'> & Pick<Found, 'lot'>

function Release({ lot, hold, overtaking }: ReleaseProps) {
  const { catalogue } = useSay()
  return (
    <div class="gap">
      <ErrorSummary problems={hold.problems} />
      {overtaking && <Overtaken changes={overtaking} isList={false} />}
      <PostButton action={`/lots/${lot.id}/release`} fields={{ version: String(lot.version) }}>
        {catalogue.lot.release}
      </PostButton>
    </div>
  )
}

type CorrectionProps = { found: Found; correction: Filled; overtaking: Overtaking }

export function Correction({ found: { lot, item }, correction, overtaking }: CorrectionProps) {
  const { catalogue } = useSay()
  const words = catalogue.lot
  const isOpen = Object.keys(correction.problems).length > 0
  return (
    <details class="panel" open={isOpen}>
      <summary>{words.correct}</summary>
      <p class="muted">{words.correctHint}</p>
      <Form action={`/lots/${lot.id}`} filled={correction}>
        <Version {...{ filled: correction, overtaking }} current={lot.version} />
        <div class="fields gap">
          {item.lots === 'number' || lot.code !== '' ? (
            <InputField
              {...{ name: 'code', label: words.number, filled: correction, value: lot.code }}
            />
          ) : (
            <input type="hidden" name="code" value="" />
          )}
          <DayField
            {...{ name: 'expiresOn', label: words.expiresOn, filled: correction }}
            value={lot.expiresOn}
            optional={item.expiry !== 'hard'}
          />
        </div>
        <p class="gap">
          <button type="submit">{words.saveCorrection}</button>
        </p>
      </Form>
    </details>
  )
}
