// The page where a bag comes back: one line an item, counted against what is expected.
import { Head, Layout } from '../layout.tsx'
import { type Filled, Form } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Line, type ReturnLine } from './count-line.tsx'
import { type Shift, ShiftBar } from './show.tsx'
import { SinceWhen } from './since.tsx'

type ReturnBagProps = {
  shift: Shift
  lines: readonly ReturnLine[]
  /** The sheet in a word, so that a later one is noticed. */
  shown: string
  filled: Filled
}

export function ReturnBag({ shift, lines, shown, filled }: ReturnBagProps) {
  const say = useSay()
  const { bags, common } = say
  const title = bags.returnTitle({ bag: say.name(shift.bag) })
  const failed = Object.keys(filled.problems).length > 0
  const differing = lines.filter(({ counted }) => counted.difference !== 0).length
  return (
    <Layout
      title={failed ? common.errorTitle({ title }) : title}
      section="bags"
      discreet
      narrow
      bar={<ShiftBar shift={shift} here="bag" />}
    >
      <ReturnHead shift={shift} title={title} />
      <Form action={`/shifts/${shift.id}/return`} filled={filled} class="stack">
        {/* The first button is the one that Enter presses. */}
        <button type="submit" class="hidden" tabindex={-1}>
          {bags.close}
        </button>
        <input type="hidden" name="shown" value={shown} />
        {lines.length === 0 && <p>{bags.emptyReturn}</p>}
        {lines.length > 0 && <Instruction lines={lines} />}
        <ul class="lines" role="list">
          {lines.map((line) => (
            <Line line={line} shiftId={shift.id} filled={filled} />
          ))}
        </ul>
        <WhatIsLeft filled={filled} />
        <Summary lines={lines} />
        <div class="sticky">
          <button id="close" class="primary wide" type="submit">
            {differing > 0 ? bags.closeWith({ count: differing }) : bags.close}
          </button>
        </div>
      </Form>
    </Layout>
  )
}

function ReturnHead({ shift, title }: { shift: Shift; title: string }) {
  const { bags } = useSay()
  return (
    <Head
      title={title}
      lead={
        <>
          {bags.isOut} <SinceWhen out={shift} />, {bags.stops({ count: shift.stops })}.
        </>
      }
    />
  )
}

/** One button counts what is blank as expected: all of it, or the rest once the wrong ones are typed. */
function Instruction({ lines }: { lines: readonly ReturnLine[] }) {
  const { bags } = useSay()
  const isUntouched = lines.every(
    ({ sheet, counted }) => counted.uncounted.length === sheet.rows.length,
  )
  const isCounted = lines.every(({ counted }) => counted.uncounted.length === 0)
  return (
    <p class="row spread" id="instruction">
      <span class="muted">{bags.changeWhatDiffers}</span>
      {!isCounted && (
        <button type="submit" name="all" value="match">
          {isUntouched ? bags.allMatch : bags.restMatches}
        </button>
      )}
    </p>
  )
}

function WhatIsLeft({ filled }: { filled: Filled }) {
  const { bags } = useSay()
  const chosen = filled.typed.left ?? 'leave'
  return (
    <fieldset>
      <legend>{bags.whatIsLeft}</legend>
      {(['leave', 'empty'] as const).map((value) => (
        <label class="check">
          <input type="radio" name="left" value={value} checked={chosen === value} />
          {value === 'leave' ? bags.leave : bags.empty_}
        </label>
      ))}
    </fieldset>
  )
}

function Summary({ lines }: { lines: readonly ReturnLine[] }) {
  const { bags } = useSay()
  const uncounted = lines.filter(({ counted }) => counted.uncounted.length > 0).length
  const differing = lines.filter(({ counted }) => counted.difference !== 0).length
  const matching = lines.length - uncounted - differing
  return (
    <p class="muted" role="status" id="summary">
      {uncounted < lines.length && bags.summary({ matching, differing, uncounted })}{' '}
      {differing > 0 && bags.keptWithReason}
    </p>
  )
}
