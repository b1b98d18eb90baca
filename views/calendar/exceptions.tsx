import type { ExceptionRun } from '#src/calendar/weeks.ts'
import {
  DayField,
  type Filled,
  Form,
  InputField,
  PostButton,
  QuantityField,
  SelectField,
} from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

type ExceptionsProps = {
  exceptions: readonly ExceptionRun[]
  mayEdit: boolean
}

export function Exceptions({ exceptions, mayEdit }: ExceptionsProps) {
  const { calendar } = useSay()
  return (
    <section class="panel" aria-labelledby="exceptions">
      <h2 id="exceptions">{calendar.exceptions}</h2>
      <p class="muted">{calendar.exceptionsHint}</p>
      {exceptions.length === 0 ? (
        <p>
          <b>{calendar.noException}.</b> {calendar.noExceptionHint}
        </p>
      ) : (
        <ul role="list" class="tasks">
          {exceptions.map((each) => (
            <Exception run={each} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Exception({ run, mayEdit }: { run: ExceptionRun; mayEdit: boolean }) {
  const say = useSay()
  const { calendar, common } = say
  const { id, day, stream, open, factorPercent, reason, version } = run.first
  const state = open ? calendar.states.open : calendar.states.closed
  const times =
    open && factorPercent !== 100 ? calendar.times({ factor: factorPercent / 100 }) : null
  return (
    <li>
      <div>
        <b>{run.until === day ? say.weekday(day) : calendar.run({ day, until: run.until })}</b>
        <small>{[common.streams[stream], state, times, reason].filter(Boolean).join(' · ')}</small>
      </div>
      {mayEdit && (
        <PostButton
          action={`/calendar/exceptions/${id}/removal`}
          kind="quiet"
          fields={{ version: String(version), until: run.until }}
          label={calendar.remove({ day, stream: common.streams[stream] })}
        >
          {common.remove}
        </PostButton>
      )}
    </li>
  )
}

export function AddException({ filled }: { filled: Filled }) {
  const { calendar } = useSay()
  return (
    <section class="panel" aria-labelledby="add">
      <h2 id="add">{calendar.addTitle}</h2>
      <ExceptionForm filled={filled} />
    </section>
  )
}

function ExceptionForm({ filled }: { filled: Filled }) {
  const { calendar, common } = useSay()
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Form action="/calendar/exceptions" filled={filled}>
      <div class="fields">
        <SelectField
          {...{ name: 'stream', label: calendar.stream, filled, value: 'drop-in' }}
          options={choices(common.streams)}
        />
        <SelectField
          {...{ name: 'state', label: calendar.state, filled, value: 'closed' }}
          options={choices(calendar.states)}
        />
        <DayField {...{ name: 'day', label: calendar.day, filled }} />
        <DayField
          {...{ name: 'until', label: calendar.until, filled, hint: calendar.untilHint }}
          optional
        />
        <QuantityField
          {...{ name: 'factor', label: calendar.factor, filled, value: 100 }}
          hint={calendar.factorHint}
        />
        <InputField {...{ name: 'reason', label: calendar.reason, filled }} optional />
      </div>
      <p class="gap">
        <button type="submit">{calendar.add}</button>
      </p>
    </Form>
  )
}
