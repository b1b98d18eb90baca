import type { Changes, ChangeTold } from '#src/catalog/changes.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { changedThing, Differences } from '../shared/changes.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'

type ChangeListProps = { changes: Changes; undoable: ReadonlySet<number> }

/** Everything people edited, latest first; each can be undone as long as nothing came after. */
export function ChangeList({ changes: found, undoable }: ChangeListProps) {
  const { changes } = useSay()
  return (
    <Layout title={changes.title} section="settings">
      <Head title={changes.title} lead={changes.lead} />
      {found.list.length === 0 ? (
        <Empty icon="list" title={changes.empty} hint={changes.emptyHint} />
      ) : (
        <ChangeTable changes={found} undoable={undoable} />
      )}
      <NextPage rows={found.list} />
    </Layout>
  )
}

function ChangeTable({ changes: { list, names }, undoable }: ChangeListProps) {
  const { say, timeZone } = usePage()
  const { changes, common } = say
  return (
    <Table
      caption={changes.title}
      rows={list}
      columns={[
        { head: changes.what, cell: (change) => <What change={change} /> },
        {
          head: changes.beforeAfter,
          label: '',
          kind: 'full',
          cell: (change) => <Differences change={change} names={names} />,
        },
        {
          head: changes.who,
          kind: 'half',
          cell: (change) => change.by ?? changes.nobody,
        },
        {
          head: changes.when,
          kind: 'half',
          cell: (change) => say.instant(change.changedAt, timeZone),
        },
        {
          head: <span class="hidden">{common.undo}</span>,
          kind: 'full',
          cell: (change) => (undoable.has(change.id) ? <Undo change={change} /> : ''),
        },
      ]}
    />
  )
}

function What({ change }: { change: ChangeTold }) {
  const say = useSay()
  const kind = say.changes.kinds[change.kind]
  return (
    <>
      <a href={change.href}>{changedThing(say, change)}</a>{' '}
      {kind !== '' && <span class="pill">{kind}</span>}
    </>
  )
}

function Undo({ change }: { change: ChangeTold }) {
  const say = useSay()
  return (
    <PostButton
      action={`/changes/${change.id}/reversal`}
      kind="quiet"
      label={say.changes.undoOf({ what: changedThing(say, change) })}
    >
      {say.common.undo}
    </PostButton>
  )
}
