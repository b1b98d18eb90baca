// A year as a small picture: a column a week, a row a weekday; filled is open, an outline is closed,
// and a day unlike its usual week has a mark through it.
import type { CalendarDay, ServiceWeeks } from '#src/calendar/weeks.ts'
import { weekdayOf } from '#src/day.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

const cell = 10
const side = 8

export function Year({ service }: { service: ServiceWeeks }) {
  const say = useSay()
  const { calendar, common } = say
  const { stream, year, open, months } = service
  const id = `year-${stream}`
  return (
    <section class="panel gap" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{common.streams[stream]}</h3>
      <p class="muted">{calendar.yearText({ open, days: year.length })}</p>
      <Months year={year} />
      <Picture service={service} id={id} />
      <details>
        <summary>{common.chartTable}</summary>
        <Table
          caption={calendar.yearTitle({ stream: common.streams[stream] })}
          rows={months}
          dense
          columns={[
            { head: calendar.month, cell: ({ month }) => say.month(month) },
            { head: calendar.openDays, kind: 'n', cell: (row) => say.number(row.open) },
            { head: calendar.unlike, kind: 'n', cell: (row) => say.number(row.unlike) },
          ]}
        />
      </details>
    </section>
  )
}

// A month with fewer weeks than this before the next has no room for its name.
const fewestWeeks = 3

/** The months above the weeks they begin in: a word where there is room, on a phone its first letter. */
function Months({ year }: { year: readonly CalendarDay[] }) {
  const say = useSay()
  const { before, weeks } = extentOf(year)
  const begun = year.flatMap(({ day }, index) =>
    index === 0 || day.endsWith('-01') ? [{ day, week: Math.floor((index + before) / 7) }] : [],
  )
  const shown = begun.filter(
    ({ week }, index) => (begun[index + 1]?.week ?? weeks) - week >= fewestWeeks,
  )
  return (
    <svg class="months" aria-hidden="true">
      {shown.map(({ day, week }) => {
        const [letter = '', ...rest] = say.monthWord(day)
        return (
          <text x={`${(week / weeks) * 100}%`} y="1em">
            {letter}
            <tspan>{rest.join('')}</tspan>
          </text>
        )
      })}
    </svg>
  )
}

function Picture({ service, id }: { service: ServiceWeeks; id: string }) {
  const { calendar, common } = useSay()
  const { stream, year, open } = service
  const { before, weeks } = extentOf(year)
  const of = (test: (day: CalendarDay) => boolean, mark: (x: number, y: number) => string) =>
    year.map((day, index) => (test(day) ? markAt(index + before, mark) : '')).join('')
  return (
    <svg
      class="year"
      viewBox={`0 0 ${weeks * cell} ${7 * cell}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{calendar.yearTitle({ stream: common.streams[stream] })}</title>
      <desc id={`${id}-desc`}>{calendar.yearText({ open, days: year.length })}</desc>
      <path class="closed" d={of(({ factor }) => factor === 0, square)} />
      <path class="open" d={of(({ factor }) => factor > 0, square)} />
      <path class="unlike" d={of(({ isUnlike }) => isUnlike, stroke)} />
    </svg>
  )
}

/** Days of the first week before the first day, and columns in all. */
function extentOf(year: readonly CalendarDay[]) {
  const before = weekdayOf(year[0]?.day ?? '2001-01-01') - 1
  return { before, weeks: Math.ceil((year.length + before) / 7) }
}

function markAt(index: number, mark: (x: number, y: number) => string): string {
  return mark(Math.floor(index / 7) * cell + 1, (index % 7) * cell + 1)
}

function square(x: number, y: number): string {
  return `M${x} ${y}h${side}v${side}h-${side}z`
}

function stroke(x: number, y: number): string {
  return `M${x} ${y + side}l${side} -${side}`
}
