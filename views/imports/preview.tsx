import { problemSentence } from '#src/fields.ts'
import type { Plan, Unreadable } from '#src/imports/plan.ts'
import type { FileRequest } from '#src/imports/run-import.ts'
import { Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { FileForm } from './file-form.tsx'

type PreviewProps = {
  csv: string
  plan: Plan | Unreadable
  refusal: string | null
  importedOn: FileRequest['importedOn']
}

const shownProblems = 200

/** What a file would add, or everything that keeps it from being added; nothing is saved yet. */
export function Preview({ csv, plan, refusal, importedOn }: PreviewProps) {
  const { imports, common } = useSay()
  const isGood = refusal === null && plan.kind !== 'unreadable' && plan.problems.length === 0
  const title = isGood ? imports.preview : common.errorTitle({ title: imports.title })
  return (
    <Layout title={title} section="imports" narrow>
      <Head title={imports.preview} />
      {refusal !== null && <Summary title={imports.problems({ count: 1 })} text={refusal} />}
      {plan.kind === 'unreadable' && (
        <Summary title={imports.problems({ count: 1 })} text={imports.unreadable[plan.reason]} />
      )}
      {plan.kind !== 'unreadable' && plan.problems.length > 0 && <Problems plan={plan} />}
      {isGood && importedOn === null && <Good csv={csv} plan={plan} />}
      {isGood && importedOn !== null && <p>{imports.importedBefore({ day: importedOn })}</p>}
      {isGood || refusal !== null ? (
        <p>
          <a class="button quiet" href="/imports">
            {imports.chooseAgain}
          </a>
        </p>
      ) : (
        <FileForm csv={csv} />
      )}
    </Layout>
  )
}

function Summary({ title, text }: { title: string; text: string }) {
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="problems">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  )
}

function Problems({ plan }: { plan: Plan }) {
  const { imports, problems } = useSay()
  const hidden = plan.problems.length - shownProblems
  return (
    <>
      <Summary
        title={imports.problems({ count: plan.problems.length })}
        text={imports.problemsHint}
      />
      <Table
        caption={imports.problems({ count: plan.problems.length })}
        rows={plan.problems.slice(0, shownProblems)}
        columns={[
          { head: imports.where, cell: (problem) => imports.at(problem) },
          {
            head: imports.problem,
            kind: 'full',
            cell: ({ message }) => problemSentence(message, problems),
          },
        ]}
      />
      {hidden > 0 && <p>{imports.moreProblems({ count: hidden })}</p>}
    </>
  )
}

function Good({ csv, plan }: { csv: string; plan: Plan }) {
  const say = useSay()
  const { newId } = usePage()
  const { imports } = say
  const venues = plan.kind === 'past-use' ? plan.newVenues : []
  return (
    <>
      <p>{imports.wouldAdd({ rows: plan.rows.length, kind: imports.kinds[plan.kind] })}</p>
      {venues.length > 0 && (
        <p>
          {imports.newVenues({ count: venues.length })} {say.list(venues.slice(0, 20))}
          {venues.length > 20 && ' …'}
        </p>
      )}
      <FirstRows csv={csv} />
      <form
        method="post"
        action="/imports"
        enctype="multipart/form-data"
        hx-boost="false"
        class="sticky"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="csv" value={csv} />
        <button class="primary wide" type="submit">
          {imports.importIt}
        </button>
      </form>
    </>
  )
}

/** The file's own first lines, so that the person sees that it is the right one. */
function FirstRows({ csv }: { csv: string }) {
  const { imports } = useSay()
  const lines = csv.split('\n', 6)
  return (
    <section class="panel">
      <h2 id="first-rows">{imports.firstRows}</h2>
      <pre class="scroll" role="region" aria-labelledby="first-rows" tabindex={0}>
        {lines.join('\n')}
      </pre>
    </section>
  )
}
