// The page before a bag goes: only what changes, and who carries it.
import type { CheckOutPlan, PlanLine, TakenOut } from '#src/shifts/check-out-plan.ts'
import type { checkOutFacts, colleagues } from '#src/shifts/queries.ts'
import type { Round } from '#src/shifts/rounds/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { CheckField, type Filled, Form, QuantityField, SelectField } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'

type Bag = NonNullable<Awaited<ReturnType<typeof checkOutFacts>>>['bag']

type CheckOutProps = {
  bag: Bag
  plan: CheckOutPlan
  /** The plan in a word, so that nobody confirms another. */
  takeOut: string
  people: Awaited<ReturnType<typeof colleagues>>
  rounds: readonly Round[]
  /** Quantity fields instead of the proposal. */
  change: boolean
  filled: Filled
}

export function CheckOut(props: CheckOutProps) {
  const { bag, plan, takeOut, people, change, filled } = props
  const say = useSay()
  const { bags, common } = say
  const title = bags.takeBag({ bag: say.name(bag) })
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="bags" narrow>
      <Head title={title} />
      <Form action="/shifts" filled={filled} class="stack">
        <input type="hidden" name="bagId" value={bag.id} />
        <input type="hidden" name="takeOut" value={takeOut} />
        {plan.lines.map(({ item, putIn }) => (
          <input type="hidden" name={`lines.i${item.id}.shown`} value={putIn} />
        ))}
        {change ? <Amounts plan={plan} filled={filled} /> : <Changes plan={plan} />}
        <Who people={people} filled={filled} />
        <Way rounds={props.rounds} filled={filled} />
        <div class="sticky">
          <button class="primary wide" type="submit">
            {bags.confirm}
          </button>
          {change || (
            <a class="button quiet" href={`/bags/${bag.id}/check-out?change=1`}>
              {bags.changeAmount}
            </a>
          )}
        </div>
      </Form>
    </Layout>
  )
}

/** The bag is out: who has it, and the way there. */
export function BagIsOut({ bag }: { bag: Bag }) {
  const say = useSay()
  const { bags, refusals } = say
  const title = bags.outAlready({ bag: say.name(bag) })
  return (
    <Layout title={title} section="bags" narrow>
      <Head
        title={title}
        lead={
          bag.out && refusals.bagOutWith({ bag, people: bag.out.people, day: bag.out.startedOn })
        }
      />
      <p class="row">
        <a class="button primary" href={`/shifts/${bag.out?.shiftId}`}>
          {bags.openShift({ bag: say.name(bag) })}
        </a>
        <a class="button" href="/bags">
          {bags.title}
        </a>
      </p>
    </Layout>
  )
}

function Changes({ plan }: { plan: CheckOutPlan }) {
  const say = useSay()
  const { bags } = say
  const fills = plan.lines.filter(({ putIn, short }) => putIn + short > 0)
  const matching = plan.lines.filter(({ putIn, short, held }) => putIn + short === 0 && held > 0)
  const count = fills.length + plan.takeOut.length
  return (
    <>
      <h2>{bags.changes({ count })}</h2>
      {count > 0 && (
        <ul class="lines" role="list">
          {fills.map((line) => (
            <Fill line={line} />
          ))}
          {plan.takeOut.map((lot) => (
            <TakeOut lot={lot} />
          ))}
        </ul>
      )}
      {matching.length > 0 && (
        <details>
          <summary>{bags.matching({ count: matching.length })}</summary>
          <p class="muted">
            {matching.map(({ item, held }) => `${say.name(item)} ${say.number(held)}`).join(', ')}
          </p>
        </details>
      )}
    </>
  )
}

function Fill({ line }: { line: PlanLine }) {
  const say = useSay()
  const { bags } = say
  const { item, putIn, short, par, picks } = line
  return (
    <li class={short > 0 ? 'change differs' : 'change'}>
      <span class="delta">{putIn > 0 ? `+${say.number(putIn)}` : '–'}</span>
      <span>
        <b>{say.name(item)}</b>
        {putIn > 0 && (
          <small>
            {par !== null && short === 0 ? bags.putIn({ par }) : bags.putInMore}
            {item.lots === 'number' && ` · ${bags.fromLots({ lots: picks })}`}
          </small>
        )}
        {short > 0 && <small>{bags.short({ short })}</small>}
      </span>
    </li>
  )
}

function TakeOut({ lot }: { lot: TakenOut }) {
  const say = useSay()
  const { bags } = say
  return (
    <li class="change differs">
      <span class="delta">−{say.number(lot.quantity)}</span>
      <span>
        <b>{say.name(lot.item)}</b>
        <small>
          {lot.isHeld || lot.lastDay === null
            ? bags.takeOutHeld
            : bags.takeOutPast({ day: lot.lastDay })}
        </small>
      </span>
    </li>
  )
}

function Amounts({ plan, filled }: { plan: CheckOutPlan; filled: Filled }) {
  const say = useSay()
  const { bags } = say
  return (
    <>
      <h2>{bags.putInTitle}</h2>
      <ul class="lines" role="list">
        {plan.lines.map(({ item, putIn, held, par }) => (
          <li>
            <QuantityField
              {...{ name: `lines.i${item.id}.amount`, filled, value: putIn }}
              label={say.name(item)}
              hint={bags.amountHint({ held, par })}
            />
          </li>
        ))}
        {plan.takeOut.map((lot) => (
          <TakeOut lot={lot} />
        ))}
      </ul>
    </>
  )
}

/** One to three people; most often it is just who is asking. */
function Who({ people, filled }: Pick<CheckOutProps, 'people' | 'filled'>) {
  const { say, viewer } = usePage()
  const { bags } = say
  const mine = people.find(({ id }) => id === viewer?.personId)
  const others = people.filter(({ id }) => id !== viewer?.personId)
  const isWorker = viewer?.role === 'outreach'
  const problem = filled.problems.people
  return (
    <fieldset id="people">
      <legend>{bags.who}</legend>
      {problem && <span class="error">{problem}</span>}
      {mine && isWorker && (
        <p>
          {bags.you({ name: mine.name })}
          <input type="hidden" name={`people.p${mine.id}`} value="on" />
        </p>
      )}
      {mine && !isWorker && (
        <CheckField name={`people.p${mine.id}`} label={bags.you(mine)} filled={filled} />
      )}
      <details open={!isWorker || problem !== undefined}>
        <summary>{bags.somebodyElse}</summary>
        {others.map(({ id, name }) => (
          <CheckField name={`people.p${id}`} label={name} filled={filled} />
        ))}
      </details>
    </fieldset>
  )
}

/** Where one means to go, where there are routes to choose from. */
function Way({ rounds: ways, filled }: Pick<CheckOutProps, 'rounds' | 'filled'>) {
  const say = useSay()
  const { rounds } = say
  if (ways.length === 0) return null
  return (
    <SelectField
      {...{ name: 'routeId', label: rounds.choose, filled, none: rounds.none }}
      options={ways.map((way) => ({ value: way.id, label: say.name(way) }))}
    />
  )
}
