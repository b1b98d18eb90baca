// Putting a row of the board aside, until a day or until it gets worse; and bringing it back.
import type { Alert } from '#src/alerts/queries.ts'
import type { Standing } from '#src/alerts/snooze/worsened.ts'
import type { Day } from '#src/day.ts'
import { Layout } from '../../layout.tsx'
import { Actions, DayField, type Filled, Form, PostButton } from '../../shared/form.tsx'
import { lastsIn } from '../../shared/lasts.tsx'
import { useSay } from '../../shared/page.tsx'
import { reasonIn } from '../board.tsx'
import { LevelPill } from '../level-pill.tsx'

export type SnoozePageProps = {
  alert: Alert
  /** Of the row of the item; 0 before it was ever put aside. */
  version: number
  filled: Filled
  standing: Standing
  /** When it would be back. */
  back: {
    /** Null where nothing can get worse. */
    readonly soonerOn: Day | null
    readonly usualOn: Day
    readonly atLatestOn: Day
  }
}

export function SnoozePage(props: SnoozePageProps) {
  const say = useSay()
  const { item, level, counted, reason } = props.alert
  const { reorder } = say
  const title = reorder.snooze.title({ item })
  return (
    <Layout title={title} section="reorder" narrow>
      <header class="head">
        <div>
          <p class="row">
            <a href="/alerts">{reorder.title}</a> <LevelPill level={level} />
          </p>
          <h1>{title}</h1>
          <p>{reorder.snooze.lead}</p>
        </div>
      </header>
      <p>
        <a href={`/items/${item.id}`}>{say.name(item)}</a> {counted && lastsIn(say, counted)}
        <br />
        {reasonIn(say, reason)}
      </p>
      <AsItIs {...props} />
      <SnoozeForm {...props} />
    </Layout>
  )
}

/** Who put it aside, and the way back. */
function AsItIs({ alert: { item, snooze }, version }: SnoozePageProps) {
  const words = useSay().reorder.snooze
  if (!snooze) return null
  return (
    <section class="panel row spread">
      <p>
        {words.until(snooze)} {snooze.worse && <b>{words.because[snooze.worse]}</b>}
      </p>
      <PostButton action={`/alerts/${item.id}/waking`} fields={{ version: String(version) }}>
        {words.wake}
      </PostButton>
    </section>
  )
}

function SnoozeForm({ alert: { item, snooze }, version, filled, standing, back }: SnoozePageProps) {
  const words = useSay().reorder.snooze
  return (
    <Form action={`/alerts/${item.id}/snooze`} filled={filled}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="level" value={standing.level} />
      <input type="hidden" name="runsOutOn" value={standing.runsOutOn ?? ''} />
      <input type="hidden" name="usable" value={standing.usable ?? ''} />
      <div class="stack">
        <Wait filled={filled} back={back} />
        <DayField {...{ name: 'untilOn', label: words.back, filled, value: back.usualOn }} />
        <Sooner {...{ standing, back }} />
      </div>
      <Actions save={snooze ? words.again : words.save} cancel="/alerts" />
    </Form>
  )
}

/** What cannot get worse waits for a day. */
function Wait({ filled, back }: Pick<SnoozePageProps, 'filled' | 'back'>) {
  const words = useSay().reorder.snooze
  if (back.soonerOn === null) return <input type="hidden" name="wait" value="day" />
  const chosen = filled.typed.wait ?? 'worse'
  return (
    <fieldset>
      <legend>{words.wait}</legend>
      <label class="check">
        <input type="radio" name="wait" value="worse" checked={chosen === 'worse'} />
        <span>
          {words.worse} <small>{words.worseHint({ last: back.atLatestOn })}</small>
        </span>
      </label>
      <label class="check">
        <input type="radio" name="wait" value="day" checked={chosen === 'day'} />
        {words.day}
      </label>
    </fieldset>
  )
}

/** What brings it back before its day. */
function Sooner({ standing, back }: Pick<SnoozePageProps, 'standing' | 'back'>) {
  const words = useSay().reorder.snooze
  if (back.soonerOn === null) return null
  const isCounted = standing.usable !== null && standing.usable > 0
  return <p>{isCounted ? words.sooner({ on: back.soonerOn }) : words.soonerByLevel}</p>
}
