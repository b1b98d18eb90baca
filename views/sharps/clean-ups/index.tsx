import type { CleanUpRow } from '#src/sharps/clean-ups/queries.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { NextPage } from '../../shared/paging.tsx'
import { Table } from '../../shared/table.tsx'
import { recoveredIn } from '../recovered.tsx'
import { GearState } from './gear.tsx'

export function CleanUps({ rows }: { rows: readonly CleanUpRow[] }) {
  const { cleanUps } = useSay().sharps
  const begin = (
    <a class="button primary" href="/clean-ups/new">
      {cleanUps.begin}
    </a>
  )
  return (
    <Layout title={cleanUps.title} section="sharps">
      <Head title={cleanUps.title} lead={cleanUps.lead} actions={begin} />
      {rows.length === 0 ? (
        <Empty icon="bin" title={cleanUps.empty} hint={cleanUps.emptyHint} />
      ) : (
        <CleanUpTable rows={rows} />
      )}
      <NextPage rows={rows} />
    </Layout>
  )
}

function CleanUpTable({ rows }: { rows: readonly CleanUpRow[] }) {
  const { say, today } = usePage()
  const { sharps, common } = say
  const { cleanUps } = sharps
  return (
    <Table
      caption={cleanUps.title}
      rows={rows}
      columns={[
        {
          head: cleanUps.sector,
          cell: ({ id, sector, cancelledOn }) => (
            <>
              <a href={`/clean-ups/${id}`}>{sector}</a>{' '}
              {cancelledOn !== null && <span class="pill">{cleanUps.cancelled}</span>}
            </>
          ),
        },
        {
          head: common.day,
          kind: 'half',
          cell: ({ happenedOn }) => say.weekdayFrom(happenedOn, today),
        },
        { head: cleanUps.people, kind: 'n half', cell: ({ people }) => say.number(people) },
        {
          head: sharps.recovered,
          kind: 'half',
          cell: (row) => (row.recoveries === 0 ? '–' : recoveredIn(say, row)),
        },
        { head: cleanUps.gearHead, kind: 'half', cell: (row) => <GearState found={row} /> },
      ]}
    />
  )
}
