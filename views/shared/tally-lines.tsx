// The lines of a tally, each with its undo, and the last of them in sight.
import type { Flag, Tally, TallyLine } from '#src/ledger/tally.ts'
import { PostButton } from './form.tsx'
import { useSay } from './page.tsx'

export type TallyPaths = {
  readonly handOuts: string
  readonly unmet: string
  /** What was asked for in vain is taken back below this. */
  readonly unmetRows: string
}

type TallyProps = { tally: Tally; paths: TallyPaths; mayWrite: boolean }

export function Lines({ tally, paths, mayWrite }: TallyProps) {
  const say = useSay()
  const { bags } = say
  const count = tally.lines.length + tally.asked.length
  if (count === 0) return null
  return (
    <details id="lines">
      <summary>{bags.lines({ count })}</summary>
      <ul class="lines" role="list">
        {tally.lines.map((line) => (
          <Line line={line} path={paths.handOuts} mayWrite={mayWrite} />
        ))}
        {tally.asked.map(({ id, item, quantity }) => (
          <li class="pair">
            <span>
              {say.number(quantity)} · {bags.askedLine({ item: say.name(item) })}
            </span>
            {mayWrite && (
              <PostButton
                action={`${paths.unmetRows}/${id}/reversal`}
                label={bags.undoThis({ what: bags.askedLine({ item: say.name(item) }) })}
              >
                {bags.undo}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

type LineProps = { line: TallyLine; path: string; mayWrite: boolean }

function Line({ line, path, mayWrite }: LineProps) {
  const say = useSay()
  const { bags } = say
  const what = `${say.number(line.quantity)} ${say.name(line.item)}`
  return (
    <li class="pair">
      <span>
        {what}{' '}
        {line.flags.map((flag) => (
          <FlagPill flag={flag} />
        ))}
      </span>
      {mayWrite && (
        <PostButton
          action={path}
          fields={{ entry: String(line.entryId), quantity: '0' }}
          label={bags.undoThis({ what })}
        >
          {bags.undo}
        </PostButton>
      )}
    </li>
  )
}

function FlagPill({ flag }: { flag: Flag }) {
  const { bags } = useSay()
  const words = { past: bags.pastGiven, held: bags.heldGiven, beyond: bags.beyondGiven }
  return <span class="pill soon">{words[flag]}</span>
}

/** The last hand-out, until the next: make it five or ten, or take it back. */
export function LastGiven({ tally, paths, mayWrite }: TallyProps) {
  const say = useSay()
  const { bags } = say
  const last = tally.lines[0]
  if (!last || !mayWrite) {
    return (
      <section class="undo" aria-label={bags.last}>
        <p>{mayWrite ? bags.lastNone : say.refusals.notYourShift()}</p>
      </section>
    )
  }
  const entry = String(last.entryId)
  return (
    <section class="undo" aria-label={bags.last}>
      <p role="status">
        {bags.last}
        <br />
        <b>
          {say.number(last.quantity)} {say.short(last.item)}
        </b>
      </p>
      {[5, 10].map((count) => (
        <PostButton
          action={paths.handOuts}
          kind="chip"
          fields={{ entry, quantity: String(count) }}
          label={bags.makeIt({ count })}
        >
          {count}
        </PostButton>
      ))}
      <PostButton action={paths.handOuts} fields={{ entry, quantity: '0' }}>
        {bags.undo}
      </PostButton>
    </section>
  )
}
