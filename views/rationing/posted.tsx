import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { type Language, type Say, say as sayIn } from '#src/messages/index.ts'
import type { Rationing } from '#src/rationing/shares.ts'
import { useSay } from '../shared/page.tsx'
import { nameOf } from './shares.tsx'

type PostedProps = { item: ReorderFacts['item']; shared: Rationing }

/** What is pinned to the wall or sent to everybody: both languages, one's own first. */
export function Posted(props: PostedProps) {
  const { rationing, language } = useSay()
  const languages: readonly Language[] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr']
  return (
    <section aria-labelledby="h-post">
      <h2 id="h-post">{rationing.post}</h2>
      <p class="muted unprinted">{rationing.postHint}</p>
      <div class="split">
        {languages.map((each) => {
          const say = sayIn(each)
          return (
            <pre class="panel post" lang={say.locale}>
              {textOf(props, say)}
            </pre>
          )
        })}
      </div>
    </section>
  )
}

function textOf({ item, shared: { available, until, shares } }: PostedProps, say: Say): string {
  const { posted } = say.rationing
  return [
    posted.heading({ item, available, until }),
    ...shares.map((share) =>
      posted.line({ ...share, name: nameOf(share, say), isBag: share.kind === 'bag' }),
    ),
    posted.foot,
  ].join('\n')
}
