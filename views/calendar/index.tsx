import type { CalendarDay, ExceptionRun, PatternStep, ServiceWeeks } from '#src/calendar/weeks.ts'
import type { Stream } from '#src/db/schema/index.ts'
import { Head, Layout } from '../layout.tsx'
import type { Filled } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import type { Overtaking } from '../shared/versioned.tsx'
import { AddException, Exceptions } from './exceptions.tsx'
import { UsualWeek } from './usual-week.tsx'
import { Year } from './year.tsx'

type CalendarProps = {
  services: readonly ServiceWeeks[]
  steps: readonly PatternStep[]
  exceptions: readonly ExceptionRun[]
  usual: readonly (readonly [Stream, readonly number[]])[]
  seen: number
  overtaking: Overtaking
  week: Filled
  exception: Filled
  mayEdit: boolean
}

export function CalendarPage(props: CalendarProps) {
  const { calendar, common } = useSay()
  const { title } = calendar
  const failed = [props.week, props.exception].some(
    ({ problems }) => Object.keys(problems).length > 0,
  )
  const planned = props.services.filter(({ open }) => open > 0)
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="settings">
      <Head title={title} lead={calendar.lead} actions={<OpenTonight {...props} />} />
      <section aria-labelledby="next">
        <h2 id="next">{calendar.nextWeeks}</h2>
        <Key />
        <div class="thirds gap">
          {planned.map((service) => (
            <FiveWeeks service={service} />
          ))}
        </div>
      </section>
      <div class="split">
        <div class="stack">
          <UsualWeek {...props} />
          {props.mayEdit && <AddException filled={props.exception} />}
        </div>
        <Exceptions {...props} />
      </div>
      <section aria-labelledby="year">
        <h2 id="year">{calendar.year}</h2>
        {planned.map((service) => (
          <Year service={service} />
        ))}
        <NeverOpen services={props.services.filter(({ open }) => open === 0)} />
      </section>
    </Layout>
  )
}

/** The way to tonight's drop-in, where it is planned, for who may open it. */
function OpenTonight({ services }: Pick<CalendarProps, 'services'>) {
  const { say, viewer } = usePage()
  const tonight = services.find(({ stream }) => stream === 'drop-in')?.year[0]
  if (!tonight || tonight.factor === 0 || !viewer?.mayOpen('/drop-in/opening')) return null
  return (
    <a class="button" href="/drop-in/opening">
      {say.dropin.open}
    </a>
  )
}

/** A service that never opens is a sentence, not a page of empty squares. */
function NeverOpen({ services }: { services: readonly ServiceWeeks[] }) {
  const { calendar, common } = useSay()
  const names = services.map(({ stream }) => common.streams[stream])
  return names.length === 0 ? null : <p class="muted gap">{calendar.neverOpen({ names })}</p>
}

function Key() {
  const { calendar } = useSay()
  return (
    <p class="key">
      <span class="day open">{calendar.key.open}</span>
      <span class="day closed">{calendar.key.closed}</span>
      <span class="day open unlike">{calendar.key.unlike}</span>
    </p>
  )
}

function FiveWeeks({ service }: { service: ServiceWeeks }) {
  const { calendar, common } = useSay()
  return (
    <table class="weeks">
      <caption>{common.streams[service.stream]}</caption>
      <thead>
        <tr>
          {calendar.weekdaysShort.map((weekday, index) => (
            <th scope="col" abbr={common.weekdays[index]}>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {service.weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <Day day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day: { day, factor, isUnlike, isPast, reason } }: { day: CalendarDay }) {
  const { say, today } = usePage()
  const { calendar } = say
  const classes = ['day', factor > 0 ? 'open' : 'closed', isUnlike && 'unlike', isPast && 'past']
  const state = factor === 0 ? calendar.closed : calendar.open
  const busier = factor !== 0 && factor !== 1 ? calendar.times({ factor }) : ''
  const words = [say.weekday(day), state, busier, reason].filter(Boolean).join(', ')
  return (
    <td class={classes.filter(Boolean).join(' ')} aria-current={day === today ? 'date' : undefined}>
      <span aria-hidden="true" title={reason ?? undefined}>
        {Number(day.slice(8))}
        {busier !== '' && <small>{busier}</small>}
      </span>
      <span class="hidden">{words}</span>
    </td>
  )
}
