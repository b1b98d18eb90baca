import type { Say } from '#src/messages/index.ts'
import type { Kind } from '#src/places/kinds.ts'
import type { places } from '#src/places/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { takenUntil } from '../shared/deadlines.ts'
import { useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'

type Row = Awaited<ReturnType<typeof places>>[number]
type Group = { readonly kind: Kind; readonly rows: readonly Row[] }

export function Places({
  groups,
  withRetired,
}: {
  groups: readonly Group[]
  withRetired: boolean
}) {
  const { places } = useSay()
  const filter = withRetired ? (
    <a href="/places">{places.withoutRetired}</a>
  ) : (
    <a href="/places?retired=1">{places.withRetired}</a>
  )
  return (
    <Layout title={places.title} section="catalogue">
      <Head title={places.title} lead={places.lead} actions={filter} />
      {groups.map((group) => (
        <GroupOfPlaces {...group} />
      ))}
    </Layout>
  )
}

function GroupOfPlaces({ kind, rows }: Group) {
  const say = useSay()
  const { places } = say
  return (
    <section aria-labelledby={kind}>
      <div class="row spread">
        <h2 id={kind}>{places.groups[kind]}</h2>
        <a class="button" href={`/places/new?kind=${kind}`}>
          {places.add[kind]}
        </a>
      </div>
      <div class="gap">
        {rows.length === 0 ? (
          <p class="muted">{places.empty[kind]}</p>
        ) : (
          <Table
            caption={places.groups[kind]}
            rows={rows}
            dense
            columns={[nameColumn(say), ...columns(say)[kind]]}
          />
        )}
      </div>
    </section>
  )
}

function nameColumn(say: Say): Column<Row> {
  return {
    head: say.places.name,
    cell: ({ place }) => (
      <>
        <a href={`/places/${place.id}/edit`}>{say.name(place)}</a>{' '}
        {place.anonymous && <span class="pill">{say.places.anonymousShort}</span>}{' '}
        {place.retiredOn !== null && <span class="pill">{say.common.retired}</span>}
      </>
    ),
  }
}

function columns(say: Say): Record<Kind, readonly Column<Row>[]> {
  const { places, common } = say
  const role: Column<Row> = {
    head: places.kind,
    kind: 'half',
    cell: ({ place }) => common.locationRoles[place.role],
  }
  const service: Column<Row> = {
    head: places.service,
    kind: 'half',
    cell: ({ place }) => (place.stream === null ? '–' : common.streams[place.stream]),
  }
  const par = (head: string): Column<Row> => ({
    head,
    kind: 'half',
    cell: ({ place, parLines }) =>
      place.role === 'quarantine' ? (
        '–'
      ) : (
        <a href={`/places/${place.id}/par`}>{places.parLines({ count: parLines })}</a>
      ),
  })
  const feeder: Column<Row> = {
    head: places.feeder,
    kind: 'half',
    cell: ({ feeder: from }) => (from === null ? '–' : say.name(from)),
  }
  const visits: Column<Row> = {
    head: places.visits,
    kind: 'half',
    cell: ({ place: { visitEveryDays: days } }) =>
      days === null ? places.neverDue : places.every({ days }),
  }
  return {
    stockroom: [role, service, par(places.parShelves)],
    bag: [service, feeder, par(places.par)],
    venue: [role, service, visits],
    donor: [],
    supplier: [
      {
        head: places.termsHead,
        kind: 'full',
        cell: (row) => termsIn(say, row),
      },
    ],
  }
}

function termsIn(say: Say, { terms, deadlines }: Row): string {
  if (terms === null) return '–'
  return deadlines
    ? say.places.termsUntil({ ...terms, taken: takenUntil(say, deadlines) })
    : say.places.terms(terms)
}
