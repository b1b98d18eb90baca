import type { Round } from '#src/shifts/rounds/queries.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { useSay } from '../../shared/page.tsx'

type RoundsProps = { rounds: readonly Round[]; withRetired: boolean }

export function Rounds({ rounds: rows, withRetired }: RoundsProps) {
  const say = useSay()
  const { rounds, common, places } = say
  const add = (
    <a class="button primary" href="/routes/new">
      {rounds.add}
    </a>
  )
  return (
    <Layout title={rounds.title} section="bags" narrow>
      <Head title={rounds.title} lead={rounds.lead} actions={rows.length > 0 ? add : undefined} />
      {rows.length === 0 ? (
        <Empty icon="venues" title={rounds.empty} hint={rounds.emptyHint}>
          {add}
        </Empty>
      ) : (
        <ul class="lines" role="list">
          {rows.map((round) => (
            <li>
              <p>
                <a href={`/routes/${round.id}`}>
                  <b>{say.name(round)}</b>
                </a>{' '}
                {round.retiredOn !== null && <span class="pill">{common.retired}</span>}
              </p>
              <p class="muted">{round.stops.map(say.name).join(' → ')}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={withRetired ? '/routes' : '/routes?retired=1'}>
          {withRetired ? places.withoutRetired : places.withRetired}
        </a>
      </p>
    </Layout>
  )
}
