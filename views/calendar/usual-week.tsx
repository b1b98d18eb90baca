import type { PatternStep } from '#src/calendar/weeks.ts'
import type { Stream } from '#src/db/schema/index.ts'
import { CheckField, DayField, type Filled, Form } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'

type UsualWeekProps = {
  steps: readonly PatternStep[]
  usual: readonly (readonly [Stream, readonly number[]])[]
  seen: number
  overtaking: Overtaking
  week: Filled
  mayEdit: boolean
}

export function UsualWeek(props: UsualWeekProps) {
  const { say, today } = usePage()
  const { calendar } = say
  const isPlanned = props.steps.some(({ startsOn }) => startsOn > today)
  return (
    <section class="panel" aria-labelledby="usual">
      <h2 id="usual">{calendar.pattern}</h2>
      {(isPlanned || !props.mayEdit) && <Steps steps={props.steps} />}
      {props.mayEdit && <PatternForm {...props} />}
    </section>
  )
}

function Steps({ steps }: Pick<UsualWeekProps, 'steps'>) {
  const { say } = usePage()
  const { calendar, common } = say
  return (
    <>
      <h3>{calendar.steps}</h3>
      <dl class="differences">
        {steps.map(({ stream, startsOn, weekdays }) => (
          <div>
            <dt>{common.streams[stream]}</dt>
            <dd>
              {calendar.since({
                day: startsOn,
                weekdays: weekdays.map((weekday) => common.weekdays[weekday - 1] ?? ''),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function PatternForm({ usual, seen, overtaking, week }: UsualWeekProps) {
  const { say, today } = usePage()
  const { calendar, common } = say
  return (
    <Form action="/calendar/pattern" filled={week}>
      <Version {...{ name: 'seen', filled: week, overtaking }} current={seen} />
      <p class="muted">{calendar.patternHint}</p>
      {usual.map(([stream, open]) => (
        <fieldset class="gap">
          <legend>{common.streams[stream]}</legend>
          <div class="boxes">
            {calendar.weekdaysShort.map((label, index) => (
              <CheckField
                {...{ name: `${stream}.${index + 1}`, label, filled: week }}
                value={open.includes(index + 1) ? 'on' : ''}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div class="fields gap">
        <DayField {...{ name: 'startsOn', label: calendar.startsOn, filled: week, value: today }} />
      </div>
      <p class="gap">
        <button type="submit" class="primary">
          {calendar.savePattern}
        </button>
      </p>
    </Form>
  )
}
