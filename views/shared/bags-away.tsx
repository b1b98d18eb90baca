import type { BagAway } from '#src/ledger/bags-away.ts'
import { useSay } from './page.tsx'

/** Bags that are not back, with who to ask; nothing where all are. */
export function BagsAway({ bags: rows }: { bags: readonly BagAway[] }) {
  const say = useSay()
  const { bags } = say
  if (rows.length === 0) return null
  return (
    <section class="panel" aria-labelledby="bags-away">
      <h2 id="bags-away">{bags.away({ count: rows.length })}</h2>
      <ul class="lines" role="list">
        {rows.map(({ shiftId, bag, people, days, startedOn }) => (
          <li class="pair">
            <span>
              <a href={`/shifts/${shiftId}`}>{say.name(bag)}</a>
              <small>
                {bags.withPeople({ people })}, {bags.sinceDay({ day: startedOn })}
              </small>
            </span>
            <span class="pill soon">{bags.awayDays({ days })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
