import type { BagOut } from '#src/shifts/queries.ts'
import { usePage } from '../shared/page.tsx'

type Out = NonNullable<BagOut>

/** Who has a bag and since when; one that stayed out overnight is flagged. */
export function Since({ out }: { out: Out }) {
  const { say, today } = usePage()
  const { bags } = say
  const isOvernight = out.startedOn < today
  return (
    <p>
      <span class={isOvernight ? 'pill soon' : 'pill coming'}>
        {isOvernight ? bags.overnight : bags.isOut}
      </span>{' '}
      <span class="muted">
        {bags.withPeople(out)}, <SinceWhen out={out} />
      </span>
    </p>
  )
}

/** "since 17:05" today, "since Monday 23 November" later. */
export function SinceWhen({ out }: { out: Pick<Out, 'startedOn' | 'takenAt'> }) {
  const { say, today, timeZone } = usePage()
  return out.startedOn === today && out.takenAt !== null
    ? say.bags.sinceTime({ time: say.time(out.takenAt, timeZone) })
    : say.bags.sinceDay({ day: out.startedOn })
}
