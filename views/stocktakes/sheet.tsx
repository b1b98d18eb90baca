// The sheet of a count: what is there is typed without seeing what the book says. Every field begins
// blank, so that a number sent is always one that somebody has just seen.
import type { SheetLine } from '#src/stocktakes/queries.ts'
import { described, type Filled, fieldId } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { lotWords } from './lot-words.ts'

type Lines = readonly SheetLine[]

export function Sheet({ lines, filled }: { lines: Lines; filled: Filled }) {
  const { stocktakes } = useSay()
  const moved = lines.filter(hasMoved)
  const toCount = lines.filter(({ counted, now }) => counted === null && now !== 0)
  const done = lines.filter((line) => line.counted !== null && !hasMoved(line))
  const absent = lines.filter(({ counted, now }) => counted === null && now === 0)
  return (
    <>
      {moved.length > 0 && (
        <section aria-labelledby="h-recount">
          <h2 id="h-recount">{stocktakes.recount}</h2>
          <p class="muted">{stocktakes.movedHint}</p>
          <CountLines lines={moved} filled={filled} />
        </section>
      )}
      {toCount.length > 0 && <CountLines lines={toCount} filled={filled} />}
      {absent.length > 0 && (
        <Folded
          {...{ lines: absent, filled, isOpen: toCount.length + done.length === 0 }}
          summary={stocktakes.nothingThere({ count: absent.length })}
        />
      )}
      {done.length > 0 && (
        <Folded
          {...{ lines: done, filled, isOpen: false }}
          summary={stocktakes.done({ count: done.length })}
        />
      )}
    </>
  )
}

/** Counted, and something came or went since. */
export function hasMoved({ counted, expected, now }: SheetLine): boolean {
  return counted !== null && now !== expected
}

type FoldedProps = { lines: Lines; filled: Filled; summary: string; isOpen: boolean }

/** Open where something was typed: a problem is never folded away. */
function Folded({ lines, filled, summary, isOpen }: FoldedProps) {
  return (
    <details open={isOpen || lines.some(({ lotId }) => filled.typed[`counts.l${lotId}`])}>
      <summary>{summary}</summary>
      <CountLines lines={lines} filled={filled} />
    </details>
  )
}

function CountLines({ lines, filled }: { lines: Lines; filled: Filled }) {
  return (
    <ul class="lines gap" role="list" data-enter="">
      {lines.map((line) => (
        <CountLine line={line} filled={filled} />
      ))}
    </ul>
  )
}

function CountLine({ line, filled }: { line: SheetLine; filled: Filled }) {
  const say = useSay()
  const { stocktakes } = say
  const name = `counts.l${line.lotId}`
  const problem = filled.problems[name]
  return (
    <li class={hasMoved(line) ? 'blind differs' : 'blind'}>
      <div>
        <label for={fieldId(name)}>{say.name(line.item)}</label>
        <small>{lotWords(line, say)}</small>
        {line.counted !== null && (
          <small>{stocktakes.countedBefore({ quantity: line.counted, item: line.item })}</small>
        )}
        {problem && (
          <small class="error" id={`${fieldId(name)}-error`}>
            {problem}
          </small>
        )}
      </div>
      <input
        {...{ id: fieldId(name), name, class: 'figure', inputmode: 'numeric' }}
        {...{ autocomplete: 'off', enterkeyhint: 'next', value: filled.typed[name] ?? '' }}
        {...described(name, filled)}
      />
    </li>
  )
}
