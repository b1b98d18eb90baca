import type { binById, EventOfBin } from '#src/sharps/bins/queries.ts'
import { Head, Layout } from '../../layout.tsx'
import { type Filled, Form, PostButton, QuantityField } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { NextPage } from '../../shared/paging.tsx'
import { Table } from '../../shared/table.tsx'
import { type Overtaking, Version } from '../../shared/versioned.tsx'
import { methodIn, recoveredIn } from '../recovered.tsx'

type Found = NonNullable<Awaited<ReturnType<typeof binById>>>

type ShowBinProps = {
  found: Found
  isStanding: boolean
  events: readonly EventOfBin[]
  filled: Filled
  overtaking: Overtaking
}

export function ShowBin(props: ShowBinProps) {
  const { found, isStanding, events } = props
  const say = useSay()
  const { bins } = say.sharps
  const title = bins.binOf({ type: found.type, venue: say.name(found.venue) })
  const actions = isStanding ? (
    <a class="button primary" href={`/bins/${found.bin.id}/swap`}>
      {bins.swap}
    </a>
  ) : (
    <span class="pill">{bins.gone}</span>
  )
  return (
    <Layout title={title} section="sharps">
      <Head title={title} lead={<a href="/sharps">{say.sharps.title}</a>} actions={actions} />
      <section aria-labelledby="h-history">
        <h2 id="h-history">{bins.history}</h2>
        <History events={events} />
        <NextPage rows={events} />
      </section>
      {isStanding && <Rhythm {...props} />}
    </Layout>
  )
}

function History({ events }: { events: readonly EventOfBin[] }) {
  const say = useSay()
  const { bins } = say.sharps
  return (
    <Table
      caption={bins.history}
      rows={events}
      dense
      columns={[
        { head: bins.done, cell: (event) => <Done event={event} /> },
        {
          head: say.common.day,
          kind: 'half',
          cell: ({ happenedOn, recordedOn }) => (
            <>
              {say.day(happenedOn)}
              {recordedOn !== happenedOn && (
                <small>{say.donations.recordedOn({ day: recordedOn })}</small>
              )}
            </>
          ),
        },
        {
          head: say.sharps.recovered,
          kind: 'half',
          cell: ({ recovery, type }) =>
            recovery === null ? (
              '–'
            ) : (
              <>
                {recoveredIn(say, recovery)}
                <small>{methodIn(say, recovery, type)}</small>
              </>
            ),
        },
        {
          head: <span class="hidden">{say.common.undo}</span>,
          kind: 'full',
          cell: (event) => <UndoEvent event={event} />,
        },
      ]}
    />
  )
}

function Done({ event: { kind, entryId, isUndone } }: { event: EventOfBin }) {
  const { sharps, entries } = useSay()
  return (
    <>
      {sharps.bins.kinds[kind]} {isUndone === 1 && <span class="pill">{entries.takenBack}</span>}
      {entryId !== null && (
        <small>
          <a href={`/entries/${entryId}`}>{sharps.bins.fromStock}</a>
        </small>
      )}
    </>
  )
}

function UndoEvent({ event }: { event: EventOfBin }) {
  const say = useSay()
  if (event.isUndone === 1) return null
  const what = `${say.sharps.bins.kinds[event.kind]}, ${say.day(event.happenedOn)}`
  return (
    <PostButton
      action={`/bin-events/${event.id}/reversal`}
      kind="quiet"
      label={say.changes.undoOf({ what })}
    >
      {say.common.undo}
    </PostButton>
  )
}

function Rhythm({ found: { bin }, filled, overtaking }: ShowBinProps) {
  const { sharps, common } = useSay()
  const { bins } = sharps
  return (
    <section class="panel" aria-labelledby="h-rhythm">
      <h2 id="h-rhythm">{bins.rhythm}</h2>
      <Form action={`/bins/${bin.id}`} filled={filled}>
        <Version {...{ filled, overtaking }} current={bin.version} />
        <QuantityField
          {...{ name: 'swapEveryDays', label: bins.swapEvery, filled, value: bin.swapEveryDays }}
          hint={bins.swapEveryHint}
          optional
        />
        <p class="gap">
          <button type="submit">{common.save}</button>
        </p>
      </Form>
    </section>
  )
}
