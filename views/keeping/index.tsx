import type { Day } from '#src/day.ts'
import type { jobRun } from '#src/db/schema/index.ts'
import type { BackupFile } from '#src/jobs/keeping.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Run = typeof jobRun.$inferSelect

type Digest = { readonly run: Run | null; readonly sentOn: Day | null }

type BackupsProps = {
  /** False where a libSQL server keeps the data. */
  offered: boolean
  backups: readonly BackupFile[]
  backup: Run | null
  verification: Run | null
  /** The morning's e-mail; null where none is sent. */
  digest: Digest | null
  timeZone: string
}

export function Backups(props: BackupsProps) {
  const { offered, backups, backup, verification, digest, timeZone } = props
  const say = useSay()
  const { keeping } = say
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
      <Runs {...{ backup, verification, digest, timeZone }} />
      {offered && backups.length === 0 && (
        <Empty icon="shield" title={keeping.empty} hint={keeping.emptyHint} />
      )}
      {backups.length > 0 && <Files backups={backups} timeZone={timeZone} />}
    </Layout>
  )
}

type RunsProps = Pick<BackupsProps, 'backup' | 'verification' | 'digest' | 'timeZone'>

/** How each job went last; looked at again while one runs. */
function Runs({ backup, verification, digest, timeZone }: RunsProps) {
  const { keeping, digest: words } = useSay()
  const isRunning = [backup, verification, digest?.run ?? null].some(
    (run) => run !== null && run.finishedAt === null,
  )
  return (
    <section class="panel">
      <table class="terms">
        <tbody>
          <RunRow label={keeping.lastBackup} run={backup} timeZone={timeZone} />
          <RunRow label={keeping.lastVerification} run={verification} timeZone={timeZone} />
          {digest && (
            <RunRow {...{ label: words.lastRun, done: words.done, run: digest.run, timeZone }} />
          )}
        </tbody>
      </table>
      {digest && <DigestNote {...digest} />}
      {isRunning && (
        <p hx-get="/backups" hx-trigger="load delay:2s" hx-target="body">
          <a href="/backups">{keeping.lookAgain}</a>
        </p>
      )}
    </section>
  )
}

/** Why no message went, in our words, and when one last did. */
function DigestNote({ run, sentOn }: Digest) {
  const { digest } = useSay()
  const problems: Readonly<Record<string, string>> = digest.problems
  return (
    <p class="muted gap">
      {run?.succeeded === false &&
        `${problems[run.message ?? ''] ?? digest.problems.app} ${digest.again} `}
      {sentOn ? digest.lastSentAny({ day: sentOn }) : digest.neverSent}
    </p>
  )
}

type RunRowProps = { label: string; run: Run | null; timeZone: string; done?: string }

function RunRow({ label, run, timeZone, done }: RunRowProps) {
  const say = useSay()
  const { keeping } = say
  return (
    <tr>
      <th scope="row">
        {label}
        {!done && run?.succeeded === false && run.message && <small>{run.message}</small>}
      </th>
      <td>
        {run === null && keeping.never}
        {run?.finishedAt === null && <span class="pill coming">{keeping.running}</span>}
        {run?.finishedAt && (
          <>
            {say.instant(run.finishedAt, timeZone)}
            <br />
            <span class={run.succeeded ? 'pill done' : 'pill now'}>
              {run.succeeded ? (done ?? keeping.succeeded) : keeping.failed}
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
