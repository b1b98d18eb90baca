import type { Named, Say } from '#src/messages/index.ts'
import type { Given } from '#src/shifts/late/queries.ts'
import type { LineProblem, LineRead } from '#src/shifts/late/read-lines.ts'
import type { SheetRead } from '#src/shifts/late/sheet.ts'
import { usePage, useSay } from '../../shared/page.tsx'

type PreviewProps = {
  sheet: SheetRead
  shown: string
  day: string
  bag: Named | null
}

/** What saving would record, said before it is; sent with it, so that nothing else is saved. */
export function Preview({ sheet, shown, day, bag }: PreviewProps) {
  const { say, today } = usePage()
  const { lateEntry } = say
  return (
    <section id="preview" class="panel" aria-live="polite">
      <input type="hidden" name="shown" value={shown} />
      {sheet.venueBefore && <input type="hidden" name="venueId" value={sheet.venueBefore.id} />}
      <h2>{lateEntry.previewTitle}</h2>
      {bag && <WhichShift sheet={sheet} bag={bag} day={day} />}
      {day < today && <p class="muted">{lateEntry.bothDays({ day, recordedOn: today })}</p>}
      {sheet.lines.length === 0 ? (
        <p class="muted">
          {sheet.venueBefore
            ? lateEntry.sameVenue({ venue: sheet.venueBefore })
            : lateEntry.nothing}
        </p>
      ) : (
        <ul class="lines" role="list">
          {sheet.lines.map((line) => (
            <Line line={line} already={line.venue ? sheet.already.get(line.venue.id) : undefined} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WhichShift({ sheet, bag, day }: { sheet: SheetRead; bag: Named; day: string }) {
  const { say, today } = usePage()
  const { lateEntry } = say
  const { shift, others, isBagOut } = sheet
  const name = say.name(bag)
  if (shift) {
    const people = shift.people.map((each) => each.name)
    return (
      <>
        <p>{lateEntry.shift({ bag: name, people, day: shift.startedOn })}</p>
        {shift.isOut && shift.startedOn < today && (
          <p>
            <span class="pill soon">{lateEntry.toCount({ bag: name })}</span>{' '}
            <a href={`/shifts/${shift.id}/return`}>{lateEntry.count}</a>
          </p>
        )}
      </>
    )
  }
  const people = others.flatMap((each) => each.people.map((person) => person.name))
  return (
    <>
      <p>
        {lateEntry.newShift({ bag: name, day })} {people.length > 0 && lateEntry.others({ people })}
      </p>
      <p class="muted">{isBagOut ? lateEntry.newShiftOut : lateEntry.newShiftCount}</p>
    </>
  )
}

function Line({ line, already }: { line: LineRead; already: readonly Given[] | undefined }) {
  const say = useSay()
  const { lateEntry } = say
  const { venue, given, met, problems, text } = line
  const goods = given.map(({ item, quantity }) => ({ ...item, quantity }))
  const what =
    goods.length === 0 && problems.length === 0 ? lateEntry.nothingGiven : told(goods, say)
  return (
    <li>
      <p>
        <b>{venue ? say.name(venue) : text}</b> {what}
        {met > 0 && ` · ${lateEntry.met({ count: met })}`}
      </p>
      {problems.map((problem) => (
        <p class="field">
          <span class="error">{sentenceOf(problem, say)}</span>
        </p>
      ))}
      {already && (
        <p class="muted">
          {already.length === 0
            ? lateEntry.alreadyNothing
            : lateEntry.already({ given: told(already, say) })}
        </p>
      )}
    </li>
  )
}

/** "6 × External condom · 2 × Juice". */
export function told(given: readonly Given[], { venues }: Say): string {
  return given.map((each) => venues.given({ item: each, quantity: each.quantity })).join(' · ')
}

function sentenceOf(problem: LineProblem, say: Say): string {
  const { problems, or } = say.lateEntry
  if (problem.code === 'venueMissing') return problems.venueMissing()
  if (!('near' in problem)) return problems[problem.code](problem)
  const words = problem.near.map((each) => `${each.words[0]}`)
  return problems[problem.code]({ typed: problem.typed, near: or({ words }) })
}
