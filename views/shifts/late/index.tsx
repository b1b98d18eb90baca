// Typing in what was written on paper: a line a stop, read back as it is typed.
import type { LateEntry } from '#src/shifts/late/queries.ts'
import type { choices, SheetRead } from '#src/shifts/late/sheet.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import {
  CheckField,
  described,
  Field,
  type Filled,
  Form,
  HappenedOnField,
  SelectField,
} from '../../shared/form.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { LateList } from './list.tsx'
import { Preview } from './preview.tsx'

type Choices = Awaited<ReturnType<typeof choices>>

type LateEntryProps = Choices & {
  day: string
  bagId: number | null
  sheet: SheetRead
  /** The reading in a word. */
  shown: string
  filled: Filled
  /** fresh: the line is where one begins; unseen: saving has to wait until the reading has been seen. */
  stage: 'fresh' | 'typed' | 'unseen'
  /** Null while something is being typed. */
  late: readonly LateEntry[] | null
  /** How many of them a page has. */
  lateShown: number
}

export function LateEntryPage(props: LateEntryProps) {
  const { lateEntry, common } = useSay()
  const { filled, bags, late } = props
  const failed = Object.keys(filled.problems).length > 0
  const { title } = lateEntry
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="bags" discreet narrow>
      <Head title={title} lead={lateEntry.lead} />
      {bags.length === 0 ? (
        <Empty icon="bags" title={lateEntry.noBag} hint={lateEntry.noBagHint} />
      ) : (
        <Entry {...props} />
      )}
      {late !== null && <LateList late={late} size={props.lateShown} />}
    </Layout>
  )
}

function Entry(props: LateEntryProps) {
  const { lateEntry } = useSay()
  const { filled, sheet, shown, bags, bagId, day } = props
  const isUnseen = props.stage === 'unseen'
  const bag = bags.find(({ id }) => id === bagId)
  return (
    <Form action="/late-entry" filled={filled} class="stack">
      {/* What is typed anywhere in here is read again; the answer's preview takes the place of this one. */}
      <div
        class="stack"
        {...{
          'hx-post': '/late-entry/preview',
          'hx-trigger': 'input delay:200ms, change',
          'hx-include': 'closest form',
          'hx-target': '#preview',
          'hx-select': '#preview',
          'hx-swap': 'outerHTML',
          'hx-sync': 'this:replace',
        }}
      >
        <Sheet {...props} />
        <Lines filled={filled} isNext={props.stage === 'fresh' && 'day' in filled.typed} />
      </div>
      {isUnseen && <p role="status">{lateEntry.unseen}</p>}
      <Preview {...{ sheet, shown, day }} bag={bag ?? null} />
      <div class="sticky">
        <button class="primary wide" type="submit" autofocus={isUnseen}>
          {lateEntry.save}
        </button>
      </div>
      <p>
        <button class="quiet" type="submit" formaction="/late-entry/preview">
          {lateEntry.preview}
        </button>
      </p>
      <Codes sheet={sheet} />
    </Form>
  )
}

/** What the head of the sheet says: it stays for the whole pile. */
function Sheet({ filled, bags, people, bagId, day }: LateEntryProps) {
  const { say, viewer } = usePage()
  const { lateEntry } = say
  const others = people.filter(({ id }) => viewer?.role !== 'outreach' || id !== viewer.personId)
  const problem = filled.problems.people
  const isTicked = Object.keys(filled.typed).some((name) => name.startsWith('people.'))
  return (
    <>
      <div class="fields">
        <HappenedOnField name="day" label={lateEntry.day} filled={filled} value={day} />
        <SelectField
          {...{ name: 'bagId', label: lateEntry.bag, filled, value: bagId }}
          options={bags.map((bag) => ({ value: bag.id, label: say.name(bag) }))}
        />
      </div>
      <fieldset id="people">
        <legend>{lateEntry.who}</legend>
        {problem && <span class="error">{problem}</span>}
        {viewer?.role === 'outreach' && <p>{say.bags.you(viewer)}</p>}
        <details open={isTicked || problem !== undefined}>
          <summary>{say.bags.somebodyElse}</summary>
          <p class="muted">{lateEntry.whoHint}</p>
          <div class="row">
            {others.map(({ id, name }) => (
              <CheckField
                name={`people.p${id}`}
                label={name}
                filled={filled}
                value={ticked(filled, id)}
              />
            ))}
          </div>
        </details>
      </fieldset>
    </>
  )
}

/** Kept from the line before, where nothing was sent yet. */
function ticked({ typed }: Filled, id: number): 'on' | '' {
  return typed[`people.p${id}`] === 'on' ? 'on' : ''
}

function Lines({ filled, isNext }: { filled: Filled; isNext: boolean }) {
  const { lateEntry } = useSay()
  const hint = `${lateEntry.linesHint} ${lateEntry.peopleHint}`
  return (
    <Field name="lines" label={lateEntry.lines} filled={filled} hint={hint}>
      <textarea
        {...{ id: 'lines', name: 'lines', rows: 4, autofocus: isNext }}
        {...{ autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
        {...described('lines', filled, hint)}
      >
        {filled.typed.lines ?? ''}
      </textarea>
    </Field>
  )
}

/** What can be written, for who does not know it by heart. */
function Codes({ sheet }: { sheet: SheetRead }) {
  const say = useSay()
  const { lateEntry } = say
  return (
    <details>
      <summary>{lateEntry.codes}</summary>
      <h3>{lateEntry.places}</h3>
      <p>{sheet.venues.map(say.name).join(' · ')}</p>
      <h3>{lateEntry.items}</h3>
      <p>{sheet.items.map((item) => `${item.words[0]} = ${say.name(item)}`).join(' · ')}</p>
    </details>
  )
}
