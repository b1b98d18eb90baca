// What if: a few fields, and the answer against the one that stands. Nothing is saved.
import type { Say } from '#src/messages/index.ts'
import type { WhatIfQuery } from '#src/what-if/form.ts'
import type { WhatIf } from '#src/what-if/what-if.ts'
import { Layout } from '../layout.tsx'
import { blank, InputField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Answer } from './answer.tsx'

export type WhatIfProps = WhatIf & { query: WhatIfQuery }

export function WhatIfPage(props: WhatIfProps) {
  const say = useSay()
  const { item } = props.facts
  const hasForecast = props.saved.advice.basis === 'forecast'
  const title = say.whatIf.title({ item })
  return (
    <Layout title={title} section="reorder">
      <header class="head">
        <div>
          <p class="row">
            <a href={`/items/${item.id}`}>{say.name(item)}</a>
          </p>
          <h1>{title}</h1>
          <p>{say.whatIf.lead}</p>
        </div>
      </header>
      {hasForecast ? (
        <>
          <Suppositions {...props} />
          <Answer {...props} />
        </>
      ) : (
        <p class="panel">{say.reorder.card.tooFew}</p>
      )}
    </Layout>
  )
}

/** Sent as soon as something changes where scripts run, and by the button everywhere. */
function Suppositions(props: WhatIfProps) {
  const { whatIf } = useSay()
  const path = `/items/${props.facts.item.id}/what-if`
  return (
    <form
      method="get"
      action={path}
      class="panel"
      aria-label={whatIf.suppose}
      hx-get={path}
      hx-trigger="change, input delay:400ms, submit"
      hx-target="#answer"
      hx-select="#answer"
      hx-swap="outerHTML"
      hx-replace-url="true"
      hx-sync="this:replace"
    >
      <div class="fields">
        <Terms {...props} />
        <Extra {...props} />
        <InputField
          {...{ ...numeric, name: 'cut', label: whatIf.cut, hint: whatIf.cutHint }}
          value={props.query.cut ?? 0}
        />
      </div>
      <p class="row">
        <button type="submit" class="primary">
          {whatIf.reckon}
        </button>
        <a class="button quiet" href={path}>
          {whatIf.asItIs}
        </a>
      </p>
    </form>
  )
}

const numeric = { filled: blank, inputmode: 'numeric', maxlength: 3 } as const

function Terms({ saved, query }: WhatIfProps) {
  const { whatIf } = useSay()
  return (
    <>
      <InputField
        {...{ ...numeric, name: 'service', label: whatIf.service, hint: whatIf.serviceHint }}
        value={query.service ?? saved.serviceLevelPercent}
      />
      <InputField
        {...{ ...numeric, name: 'leadTime', label: whatIf.leadTime }}
        value={query.leadTime ?? saved.advice.leadTimeDays}
      />
      <InputField
        {...{ ...numeric, name: 'review', label: whatIf.review }}
        value={query.review ?? saved.reviewDays}
      />
    </>
  )
}

function Extra({ openings, query: { extra } }: WhatIfProps) {
  const say = useSay()
  if (openings.length === 0) return null
  return (
    <SelectField
      {...{ name: 'extra', label: say.whatIf.extra, filled: blank }}
      value={extra && `${extra.stream} ${extra.weekday}`}
      none={say.whatIf.noExtra}
      options={openings.map(({ stream, weekday }) => ({
        value: `${stream} ${weekday}`,
        label: openingIn({ stream, weekday }, say),
      }))}
    />
  )
}

/** "Drop-in, Sunday" */
function openingIn({ stream, weekday }: WhatIf['openings'][number], say: Say): string {
  const service = say.common.streams[stream]
  return say.whatIf.opening({ service, weekday: say.common.weekdays[weekday - 1] ?? '' })
}
