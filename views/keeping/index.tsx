import type { jobRun } from '#src/db/schema/index.ts'
import type { BackupFile } from '#src/jobs/keeping.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Run = typeof jobRun.$inferSelect

type BackupsProps = {
  /** False where a libSQL server keeps the data. */
  offered: boolean
  backups: readonly BackupFile[]
  backup: Run | null
  verification: Run | null
  timeZone: string
}

export function Backups({ offered, backups, backup, verification, timeZone }: BackupsProps) {
  const say = useSay()
  const { keeping } = say
  const isRunning = [backup, verification].some((run) => run !== null && run.finishedAt === null)
  const actions = (
    <>
      <PostButton action="/verifications">{keeping.verifyNow}</PostButton>
      <PostButton action="/backups" kind="primary">
        {keeping.backUpNow}
      </PostButton>
    </>
  )
  return (
    <Layout title={keeping.title} section="keeping">
      <Head
        title={keeping.title}
        lead={offered ? keeping.lead : keeping.remote}
        actions={offered ? actions : null}
      />
      <section class="panel">
        <table class="terms">
          <tbody>
            <RunRow label={keeping.lastBackup} run={backup} timeZone={timeZone} />
            <RunRow label={keeping.lastVerification} run={verification} timeZone={timeZone} />
          </tbody>
        </table>
        {isRunning && (
          <p hx-get="/backups" hx-trigger="load delay:2s" hx-target="body">
            <a href="/backups">{keeping.lookAgain}</a>
          </p>
        )}
      </section>
      {offered && backups.length === 0 && (
        <Empty icon="shield" title={keeping.empty} hint={keeping.emptyHint} />
      )}
      {backups.length > 0 && <Files backups={backups} timeZone={timeZone} />}
    </Layout>
  )
}

function RunRow({ label, run, timeZone }: { label: string; run: Run | null; timeZone: string }) {
  const say = useSay()
  const { keeping } = say
  return (
    <tr>
      <th scope="row">
        {label}
        {run?.succeeded === false && run.message && <small>{run.message}</small>}
      </th>
      <td>
        {run === null && keeping.never}
        {run?.finishedAt === null && <span class="pill coming">{keeping.running}</span>}
        {run?.finishedAt && (
          <>
            {say.instant(run.finishedAt, timeZone)}{' '}
            <span class={run.succeeded ? 'pill done' : 'pill now'}>
              {run.succeeded ? keeping.succeeded : keeping.failed}
            </span>
          </>
        )}
      </td>
    </tr>
  )
}

function Files({ backups, timeZone }: { backups: readonly BackupFile[]; timeZone: string }) {
  const say = useSay()
  const { keeping } = say
  return (
    <Table
      caption={keeping.title}
      rows={backups}
      columns={[
        { head: keeping.file, cell: ({ name }) => name },
        { head: keeping.madeAt, kind: 'two', cell: ({ madeAt }) => say.instant(madeAt, timeZone) },
        { head: keeping.size, kind: 'n', cell: ({ bytes }) => keeping.megabytes({ bytes }) },
        {
          head: keeping.sealed,
          cell: ({ name }) =>
            name.endsWith('.sealed') ? (
              <span class="pill done">{keeping.sealed}</span>
            ) : (
              <span class="pill">{keeping.open}</span>
            ),
        },
      ]}
    />
  )
}
