import type { CleanUpRow } from '#src/sharps/clean-ups/queries.ts'
import type { RecoveryRow } from '#src/sharps/recoveries/queries.ts'
import { Head, Layout } from '../../layout.tsx'
import { ErrorSummary, type Filled, Form, PostButton } from '../../shared/form.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { type Overtaking, Version } from '../../shared/versioned.tsx'
import { ContainerFields, type TypeChoice } from '../containers.tsx'
import { MeasureFields } from '../measure.tsx'
import { recoveredIn } from '../recovered.tsx'
import { RecoveryTable } from '../recoveries/table.tsx'
import { CleanUpFields } from './fields.tsx'
import { GearState } from './gear.tsx'

type ShowCleanUpProps = {
  found: CleanUpRow
  rows: readonly RecoveryRow[]
  types: readonly TypeChoice[]
  edited: Filled
  collected: Filled
  overtaking: Overtaking
}

export function ShowCleanUp(props: ShowCleanUpProps) {
  const { found, rows, edited, collected } = props
  const { say, today } = usePage()
  const { sharps, common } = say
  const { cleanUps } = sharps
  const title = cleanUps.of({ sector: found.sector, day: say.weekdayFrom(found.happenedOn, today) })
  const failed = Object.keys({ ...edited.problems, ...collected.problems }).length > 0
  const lead = cleanUps.who({ people: found.people })
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="sharps" narrow>
      <Head
        title={title}
        lead={
          rows.length === 0 ? lead : `${lead} ${cleanUps.sum({ sum: recoveredIn(say, found) })}`
        }
        actions={<State found={found} />}
      />
      {rows.length > 0 && <RecoveryTable rows={rows} />}
      {found.cancelledOn === null ? (
        <>
          <Collect {...props} />
          <Edit {...props} />
        </>
      ) : (
        <ErrorSummary problems={{ ...edited.problems, ...collected.problems }} />
      )}
    </Layout>
  )
}

function State({ found }: { found: CleanUpRow }) {
  const { cleanUps } = useSay().sharps
  if (found.cancelledOn !== null) return <span class="pill">{cleanUps.cancelled}</span>
  return <GearState found={found} />
}

function Collect({ found, types, collected }: ShowCleanUpProps) {
  const { cleanUps } = useSay().sharps
  return (
    <section class="panel" aria-labelledby="h-collected">
      <h2 id="h-collected">{cleanUps.collected}</h2>
      <Form action={`/clean-ups/${found.id}/recoveries`} filled={collected} class="stack">
        <MeasureFields filled={collected} />
        <div class="fields">
          <ContainerFields types={types} filled={collected} />
        </div>
        <p>
          <button class="primary" type="submit">
            {cleanUps.collectedSave}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Edit({ found, rows, edited, overtaking }: ShowCleanUpProps) {
  const { cleanUps } = useSay().sharps
  const isUsed = rows.some(({ isUndone }) => isUndone === 0)
  return (
    <section class="panel" aria-labelledby="h-edit">
      <h2 id="h-edit">{cleanUps.edit}</h2>
      <Form action={`/clean-ups/${found.id}`} filled={edited}>
        <Version {...{ filled: edited, overtaking }} current={found.version} />
        <CleanUpFields filled={edited} found={found} />
        <p class="gap">
          <button type="submit">{cleanUps.saveIt}</button>
        </p>
      </Form>
      {!isUsed && (
        <PostButton
          action={`/clean-ups/${found.id}/cancellation`}
          fields={{ version: String(found.version) }}
          kind="quiet"
        >
          {cleanUps.cancel}
        </PostButton>
      )}
    </section>
  )
}
