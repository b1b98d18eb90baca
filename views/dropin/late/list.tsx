// What was recorded of a night on a later day, with both days and the way to take it back.
import type { NightSheet } from '#src/dropin/nights/night-sheet.ts'
import { usePage } from '../../shared/page.tsx'

export function RecordedLater({ late }: Pick<NightSheet, 'late'>) {
  const { say, today } = usePage()
  const { dropin, bags } = say
  if (late.length === 0) return null
  return (
    <section aria-labelledby="late">
      <h2 id="late">{dropin.recordedLater}</h2>
      <ul class="tasks gap" role="list">
        {late.map(({ id, recordedOn, given }) => (
          <li>
            <span>
              <a href={`/entries/${id}`}>{say.weekdayFrom(recordedOn, today)}</a>
              <small>
                {given.length === 0
                  ? bags.nothingGiven
                  : given
                      .map((each) => `${say.name(each)} ${say.number(each.quantity)}`)
                      .join(', ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
