// Earlier nights: people a night, drawn and listed, and the evenings that were not as planned.

import type { Day } from '#src/day.ts'
import type { Evening } from '#src/dropin/nights/evenings.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { ErrorSummary, type Filled, PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { Headcounts } from './headcounts.tsx'

type NightsProps = {
  evenings: readonly Evening[]
  until: Day
  /** The last day of the page before; null where there is none. */
  earlierUntil: Day | null
  filled: Filled
}

export function Nights({ evenings, until, earlierUntil, filled }: NightsProps) {
  const { say, viewer } = usePage()
  const { dropin, common } = say
  const toSheet = viewer?.mayOpen('/drop-in/late-sheet') && (
    <a class="button" href="/drop-in/late-sheet">
      {dropin.lateTitle}
    </a>
  )
  const toSpreadsheet = viewer?.mayOpen('/drop-in/nights.csv') && (
    <ExportButton path={`/drop-in/nights.csv?until=${until}`} kind="quiet minor">
      {common.spreadsheet}
    </ExportButton>
  )
  return (
    <Layout title={dropin.earlier} section="dropin">
      <Head title={dropin.earlier} lead={dropin.earlierLead} actions={[toSheet, toSpreadsheet]} />
      <ErrorSummary problems={filled.problems} />
      {evenings.length === 0 ? (
        <Empty icon="home" title={dropin.noNight} hint={dropin.noNightHint} />
      ) : (
        <>
          <Headcounts evenings={evenings} />
          <EveningTable evenings={evenings} />
        </>
      )}
      {earlierUntil && (
        <p class="gap unprinted">
          <a class="button" href={`/drop-in/nights?until=${earlierUntil}`}>
            {dropin.evenEarlier}
          </a>
        </p>
      )}
    </Layout>
  )
}

function EveningTable({ evenings }: { evenings: readonly Evening[] }) {
  const { say, today, viewer } = usePage()
  const { dropin } = say
  const mayEdit = viewer?.mayOpen('/drop-in/opening') ?? false
  return (
    <Table
      caption={dropin.earlier}
      rows={evenings}
      dense
      columns={[
        {
          head: dropin.evening,
          cell: ({ day, night }) =>
            night ? (
              <a href={`/drop-in/nights/${night.id}`}>{say.weekdayFrom(day, today)}</a>
            ) : (
              say.weekdayFrom(day, today)
            ),
        },
        {
          ...{ head: dropin.columns.people, kind: 'n half' },
          cell: ({ night }) => (night ? say.number(night.contacts) : '–'),
        },
        { head: dropin.asPlanned, kind: 'full', cell: (evening) => <State evening={evening} /> },
        {
          ...{ head: '', kind: 'end full' },
          cell: (evening) => mayEdit && <Otherwise evening={evening} />,
          isZero: ({ state }) => !mayEdit || state === 'held' || state === 'coming',
        },
      ]}
    />
  )
}

const pills = {
  coming: 'pill',
  held: undefined,
  extra: 'pill soon',
  missed: 'pill now',
  closed: 'pill',
}

function State({ evening: { state, factor, reason } }: { evening: Evening }) {
  const { dropin, calendar } = useSay()
  const busier = state === 'held' && factor !== 1 ? calendar.times({ factor }) : null
  return (
    <>
      <span class={pills[state]}>{dropin.states[state]}</span>{' '}
      <small>{[busier, reason].filter(Boolean).join(' · ')}</small>
    </>
  )
}

/** Its sheet, if there was one; or what the calendar should say instead, in one tap: forecasts divide by the evenings that were open. */
function Otherwise({ evening: { day, state } }: { evening: Evening }) {
  const say = useSay()
  const { dropin } = say
  if (state === 'held' || state === 'coming') return null
  const was = state === 'missed' ? 'closed' : 'open'
  return (
    <>
      {state === 'missed' && (
        <a
          class="button quiet"
          href={`/drop-in/late-sheet?day=${day}`}
          aria-label={dropin.sayFor({ day, what: dropin.typeIn })}
        >
          {dropin.typeIn}
        </a>
      )}
      <PostButton
        action="/drop-in/evenings"
        kind="quiet"
        fields={{ day, was }}
        label={dropin.sayFor({ day, what: dropin.say[was] })}
      >
        {dropin.say[was]}
      </PostButton>
    </>
  )
}
