import type { donations } from '#src/donations/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'

type Row = Awaited<ReturnType<typeof donations>>[number]

export function Donations({ donations: rows }: { donations: readonly Row[] }) {
  const say = useSay()
  const log = (
    <a class="button primary" href="/donations/new">
      {say.donations.log}
    </a>
  )
  return (
    <Layout title={say.donations.title} section="donations">
      <Head title={say.donations.title} actions={log} />
      {rows.length === 0 ? (
        <Empty icon="donations" title={say.donations.empty} hint={say.donations.emptyHint} />
      ) : (
        <DonationTable rows={rows} />
      )}
      <NextPage rows={rows} />
    </Layout>
  )
}

function DonationTable({ rows }: { rows: readonly Row[] }) {
  const say = useSay()
  return (
    <Table
      caption={say.donations.title}
      rows={rows}
      columns={[
        {
          head: say.donations.donor,
          cell: (row) => (
            <>
              <a href={`/donations/${row.id}`}>{say.name(row.donor)}</a>
              {row.counts === 0 && (
                <>
                  {' '}
                  <span class="pill">{say.donations.takenBackPill}</span>
                </>
              )}
            </>
          ),
        },
        {
          head: say.donations.receivedOn,
          kind: 'two',
          cell: (row) => (
            <>
              {say.day(row.receivedOn)}
              {row.recordedOn !== row.receivedOn && (
                <small>{say.donations.recordedOn({ day: row.recordedOn })}</small>
              )}
            </>
          ),
        },
        { head: say.lines.caption, kind: 'n minor', cell: (row) => say.number(row.lines) },
        {
          head: say.donations.valueHead,
          kind: 'n',
          cell: (row) => (row.valueCents === null ? '–' : say.money(row.valueCents)),
        },
      ]}
    />
  )
}
