import type { BagAway } from '#src/ledger/bags-away.ts'
import type { Beginnings } from '#src/start/queries.ts'
import type { Step, StepGroup } from '#src/start/steps.ts'
import { Head, Layout } from '../layout.tsx'
import { BagsAway } from '../shared/bags-away.tsx'
import { usePage, useSay } from '../shared/page.tsx'

type GettingStartedProps = {
  groups: readonly StepGroup[]
  begun: Beginnings
  away: readonly BagAway[]
}

export function GettingStarted({ groups, begun, away }: GettingStartedProps) {
  const { say, viewer } = usePage()
  const { start } = say
  const steps = groups.flatMap((group) => group.steps)
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Layout title={start.title} section="start" narrow>
      <Head title={start.title} lead={done === steps.length ? start.allDone : start.lead} />
      <div>
        <p class="row">
          <b id="progress">{start.progress({ done, of: steps.length })}</b>
        </p>
        <progress class="progress" max={steps.length} value={done} aria-labelledby="progress" />
      </div>
      <BagsAway bags={away} />
      {groups.map((group) => (
        <section aria-labelledby={`steps-${group.name}`}>
          <h2 id={`steps-${group.name}`}>{start.groups[group.name]}</h2>
          <ul class="tasks gap" role="list">
            {group.steps.map((step) => (
              <Task step={step} begun={begun} />
            ))}
          </ul>
        </section>
      ))}
      {viewer?.mayOpen('/imports') && !begun.hasEntries && (
        <section class="empty">
          <h2>{start.fromSpreadsheet}</h2>
          <p>{start.fromSpreadsheetHint}</p>
          <a class="button" href="/imports">
            {say.common.nav.imports}
          </a>
        </section>
      )}
    </Layout>
  )
}

const pills = { done: 'pill done', ready: 'pill coming', later: 'pill' }

function Task({ step: { name, path, state }, begun }: { step: Step; begun: Beginnings }) {
  const { viewer } = usePage()
  const { start } = useSay()
  const isOpen = viewer?.mayOpen(path) ?? false
  return (
    <li>
      <div>
        {isOpen && state !== 'later' ? (
          <a href={path}>{start.steps[name]}</a>
        ) : (
          <b class="muted">{start.steps[name]}</b>
        )}
        <small>{isOpen ? start.hints[name](begun) : start.adminsOnly}</small>
      </div>
      <span class={pills[state]}>{start.states[state]}</span>
    </li>
  )
}
