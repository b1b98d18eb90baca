import type { RecoveryRow } from '#src/sharps/recoveries/queries.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { useSay } from '../../shared/page.tsx'
import { NextPage } from '../../shared/paging.tsx'
import { RecoveryTable } from './table.tsx'

export function Recoveries({ rows }: { rows: readonly RecoveryRow[] }) {
  const { sharps } = useSay()
  const { recoveries } = sharps
  const record = (
    <a class="button primary" href="/recoveries/new">
      {recoveries.record}
    </a>
  )
  return (
    <Layout title={recoveries.title} section="sharps">
      <Head title={recoveries.title} lead={sharps.lead} actions={record} />
      {rows.length === 0 ? (
        <Empty icon="bin" title={recoveries.empty} hint={recoveries.emptyHint} />
      ) : (
        <RecoveryTable rows={rows} />
      )}
      <NextPage rows={rows} />
    </Layout>
  )
}
