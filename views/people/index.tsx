import type { people } from '#src/people/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Person = Awaited<ReturnType<typeof people>>[number]

export function People({ people: rows }: { people: readonly Person[] }) {
  const say = useSay()
  const { people, common } = say
  const active = rows.filter(({ disabledOn }) => disabledOn === null)
  const invite = (
    <a class="button primary" href="/people/new">
      {people.invite}
    </a>
  )
  return (
    <Layout title={people.title} section="people">
      <Head title={people.title} lead={people.lead({ count: active.length })} actions={invite} />
      <Table
        caption={people.title}
        rows={rows}
        columns={[
          { head: people.name, cell: (row) => <a href={`/people/${row.id}`}>{row.name}</a> },
          { head: people.signInName, kind: 'full', cell: (row) => row.signInName },
          { head: people.role, kind: 'full', cell: (row) => common.roles[row.role] },
          { head: people.state, kind: 'full', cell: (row) => <StatePill person={row} /> },
        ]}
      />
    </Layout>
  )
}

export function StatePill({ person }: { person: Pick<Person, 'disabledOn' | 'hasPassword'> }) {
  const { states } = useSay().people
  if (person.disabledOn !== null) return <span class="pill">{states.disabled}</span>
  if (!person.hasPassword) return <span class="pill coming">{states.invited}</span>
  return <span class="pill done">{states.active}</span>
}
