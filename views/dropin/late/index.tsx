// A night sheet of paper, typed in afterwards: the lines of the sheet in its order, beside what is there already.
import type { Day } from '#src/day.ts'
import type { Rough } from '#src/dropin/kitchen.ts'
import type { Night } from '#src/dropin/tonight.ts'
import type { Tally, Tile } from '#src/ledger/tally.ts'
import { Head, Layout } from '../../layout.tsx'
import {
  Actions,
  described,
  type Filled,
  Form,
  fieldId,
  QuantityField,
  SelectField,
} from '../../shared/form.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { Table } from '../../shared/table.tsx'

type LateNightProps = {
  day: Day
  /** What is recorded of it already. */
  night: Night | null
  tally: Tally
  rough: readonly Rough[]
  filled: Filled
}

export function LateNight({ day, night, tally, rough, filled }: LateNightProps) {
  const { say, today } = usePage()
  const { dropin, common } = say
  const failed = Object.keys(filled.problems).length > 0
  const title = dropin.lateTitle
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="dropin" narrow>
      <Head title={title} lead={dropin.lateLead} />
      <WhichEvening day={day} />
      <p>
        <b>{say.weekday(day)}</b>
        <br />
        {night ? dropin.lateSoFar({ count: night.contacts }) : dropin.lateNothing}{' '}
        <span class="muted">{common.lateHint({ day, recordedOn: today })}</span>
      </p>
      <Form action="/drop-in/late-sheet" filled={filled} class="stack">
        <input type="hidden" name="day" value={day} />
        <div class="fields">
          <QuantityField {...{ name: 'people', label: dropin.headcount, filled }} />
        </div>
        <ItemRows {...{ tally, filled }} />
        {rough.length > 0 && <KitchenRows {...{ rough, filled }} />}
        <Actions
          save={dropin.lateSave}
          cancel={night ? `/drop-in/nights/${night.id}` : '/drop-in/nights'}
        />
      </Form>
    </Layout>
  )
}

function WhichEvening({ day }: { day: Day }) {
  const { dropin, common } = useSay()
  return (
    <form method="get" action="/drop-in/late-sheet" class="search">
      <div class="field">
        <label for="day">{dropin.lateDay}</label>
        <input {...{ id: 'day', name: 'day', value: day, maxlength: 10, autocomplete: 'off' }} />
      </div>
      <button type="submit">{common.show}</button>
    </form>
  )
}

type Line = Pick<Tile, 'item' | 'given' | 'asked'>

/** Every item of the sheet; what has no line on it is folded away, unless something was typed there. */
function ItemRows({ tally, filled }: Pick<LateNightProps, 'tally' | 'filled'>) {
  const { bags } = useSay()
  const others = tally.others.map((item): Line => ({ item, given: 0, asked: 0 }))
  const isTyped = others.some(({ item }) => typedOf(filled, item.id))
  return (
    <>
      {tally.tiles.length > 0 && <Lines lines={tally.tiles} filled={filled} />}
      {others.length > 0 && (
        <details open={isTyped || tally.tiles.length === 0}>
          <summary>{bags.moreItems}</summary>
          <Lines lines={others} filled={filled} />
        </details>
      )}
    </>
  )
}

function typedOf({ typed }: Filled, itemId: number): boolean {
  return Boolean(typed[`lines.i${itemId}.given`] || typed[`lines.i${itemId}.asked`])
}

function Lines({ lines, filled }: { lines: readonly Line[]; filled: Filled }) {
  const say = useSay()
  const { dropin, common, bags } = say
  return (
    <Table
      caption={dropin.moved}
      rows={lines}
      dense
      columns={[
        {
          head: common.item,
          cell: ({ item, given, asked }) => (
            <>
              {say.name(item)}
              {given + asked > 0 && <small>{dropin.already({ given, asked })}</small>}
            </>
          ),
        },
        {
          ...{ head: dropin.given, kind: 'n half' },
          cell: ({ item }) => (
            <Figure {...{ name: `lines.i${item.id}.given`, filled }}>
              {dropin.givenOf({ item: say.name(item) })}
            </Figure>
          ),
        },
        {
          ...{ head: dropin.askedShort, kind: 'n half' },
          cell: ({ item }) => (
            <Figure {...{ name: `lines.i${item.id}.asked`, filled }}>
              {bags.askedFor({ item: say.name(item) })}
            </Figure>
          ),
        },
      ]}
    />
  )
}

function Figure({ name, filled, children }: { name: string; filled: Filled; children: string }) {
  const problem = filled.problems[name]
  return (
    <>
      <input
        {...{ id: fieldId(name), name, class: 'figure', inputmode: 'numeric' }}
        {...{ autocomplete: 'off', enterkeyhint: 'next', value: filled.typed[name] ?? '' }}
        aria-label={children}
        {...described(name, filled)}
      />
      {problem && (
        <small class="error" id={`${fieldId(name)}-error`}>
          {problem}
        </small>
      )}
    </>
  )
}

function KitchenRows({ rough, filled }: Pick<LateNightProps, 'rough' | 'filled'>) {
  const say = useSay()
  const { dropin } = say
  return (
    <section class="stack" aria-labelledby="kitchen">
      <h2 id="kitchen">{dropin.kitchen}</h2>
      {rough.map((item) => (
        <fieldset>
          <legend>{say.name(item)}</legend>
          <div class="fields">
            <SelectField
              {...{ name: `rough.i${item.id}.level`, label: dropin.lateLevel, filled }}
              none="–"
              options={[3, 2, 1, 0].map((value) => ({ value, label: dropin.levels[value] ?? '' }))}
            />
            <QuantityField
              {...{ name: `rough.i${item.id}.used`, filled }}
              label={`${dropin.usedHowMuch} (${say.agreed(2, say.unit(item))})`}
            />
          </div>
        </fieldset>
      ))}
    </section>
  )
}
