import type { binTypes } from '#src/sharps/bin-types/queries.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { useSay } from '../../shared/page.tsx'
import { Table } from '../../shared/table.tsx'

type Row = Awaited<ReturnType<typeof binTypes>>[number]

export function BinTypes({ types, withRetired }: { types: readonly Row[]; withRetired: boolean }) {
  const { sharps, places } = useSay()
  const words = sharps.types
  const actions = (
    <>
      {withRetired ? (
        <a href="/bin-types">{places.withoutRetired}</a>
      ) : (
        <a href="/bin-types?retired=1">{places.withRetired}</a>
      )}
      <a class="button primary" href="/bin-types/new">
        {words.add}
      </a>
    </>
  )
  return (
    <Layout title={words.title} section="sharps">
      <Head title={words.title} lead={words.lead} actions={actions} />
      {types.length === 0 ? (
        <Empty icon="bin" title={words.empty} hint={words.emptyHint} />
      ) : (
        <TypeTable rows={types} />
      )}
    </Layout>
  )
}

function TypeTable({ rows }: { rows: readonly Row[] }) {
  const say = useSay()
  const { common } = say
  const words = say.sharps.types
  return (
    <Table
      caption={words.title}
      rows={rows}
      columns={[
        {
          head: words.container,
          cell: ({ type, item }) => (
            <>
              <a href={`/bin-types/${type.id}`}>{say.name(type)}</a>{' '}
              {type.retiredOn !== null && <span class="pill">{common.retired}</span>}
              {item && <small>{words.newOnes({ item })}</small>}
            </>
          ),
        },
        {
          head: words.holds,
          kind: 'half',
          cell: ({ type }) => (
            <>
              {words.full(type)}
              <small>{words.perLitre(type)}</small>
            </>
          ),
        },
        {
          head: words.weighs,
          kind: 'half',
          cell: ({ type }) => (
            <>
              {words.tare(type)}
              <small>{words.each(type)}</small>
            </>
          ),
        },
      ]}
    />
  )
}
