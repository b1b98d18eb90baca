import type { Say } from '#src/messages/index.ts'
import type { Held } from '#src/phones/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

export function HeldEntries({ held, filled }: { held: readonly Held[]; filled: Filled }) {
  const say = useSay()
  const words = say.phones
  return (
    <Layout title={words.held} section="account">
      <Head title={words.held} lead={words.heldLead} />
      <ErrorSummary problems={filled.problems} />
      {held.length === 0 ? (
        <Empty icon="bags" title={words.heldNone} hint={words.heldNoneHint} />
      ) : (
        <Table
          caption={words.held}
          rows={held}
          columns={[
            { head: words.content, cell: (row) => contentOf(row, say) },
            { head: words.person, kind: 'full', cell: (row) => row.person },
            { head: words.receivedOn, kind: 'full', cell: (row) => say.day(row.receivedOn) },
            { head: words.reason, kind: 'full', cell: (row) => words.reasons[row.reason] },
            {
              head: <span class="hidden">{words.enter}</span>,
              kind: 'full',
              cell: (row) => <Decision held={row} />,
            },
          ]}
        />
      )}
    </Layout>
  )
}

function Decision({ held: { id, entry } }: { held: Held }) {
  const words = useSay().phones
  return (
    <div class="row">
      {entry && entry.kind !== 'typed' && (
        <PostButton action={`/held/${id}`} fields={{ decision: 'entered' }}>
          {words.enter}
        </PostButton>
      )}
      <PostButton action={`/held/${id}`} fields={{ decision: 'set-aside' }}>
        {words.setAside}
      </PostButton>
    </div>
  )
}

function contentOf({ entry, ...about }: Held, say: Say): string {
  const words = say.phones
  if (!entry) return words.unreadable
  const venue = about.venue ? say.name(about.venue) : words.unknown
  const item = about.item ? say.name(about.item) : words.unknown
  if (entry.kind === 'undo') return words.undo
  if (entry.kind === 'typed') return words.typed(entry)
  const { day } = entry
  if (entry.kind === 'skip') return words[entry.skipped ? 'skip' : 'unskip']({ venue, day })
  if (entry.kind === 'stop') return words.stop({ venue, day })
  if (entry.kind === 'none') return words.noStop({ venue, day })
  if (entry.kind === 'met') return words.met({ step: entry.step, venue, day })
  return words[entry.kind]({ quantity: entry.quantity, item, venue, day })
}
