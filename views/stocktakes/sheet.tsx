// The sheet of a count: what is there is typed without seeing what the book says. Every field begins
// blank, so that a number sent is always one that somebody has just seen.
import type { SheetRow } from '#src/stocktakes/sheet-rows.ts'
import { described, type Filled, fieldId } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { lotWords } from './lot-words.ts'

type Rows = readonly SheetRow[]

export function Sheet({ rows, filled }: { rows: Rows; filled: Filled }) {
  const { stocktakes } = useSay()
  const moved = rows.filter(({ hasMoved }) => hasMoved)
  const toCount = rows.filter(({ counted, now }) => counted === null && now !== 0)
  const done = rows.filter(({ counted, hasMoved }) => counted !== null && !hasMoved)
  const absent = rows.filter(({ counted, now }) => counted === null && now === 0)
  return (
    <>
      {moved.length > 0 && (
        <section aria-labelledby="h-recount">
          <h2 id="h-recount">{stocktakes.recount}</h2>
          <p class="muted">{stocktakes.movedHint}</p>
          <CountLines rows={moved} filled={filled} />
        </section>
      )}
      {toCount.length > 0 && <CountLines rows={toCount} filled={filled} />}
      {absent.length > 0 && (
        <Folded
          {...{ rows: absent, filled, isOpen: toCount.length + done.length === 0 }}
          summary={stocktakes.nothingThere({ count: absent.length })}
        />
      )}
      {done.length > 0 && (
        <Folded
          {...{ rows: done, filled, isOpen: false }}
          summary={stocktakes.done({ count: done.length })}
        />
      )}
    </>
  )
}

type FoldedProps = { rows: Rows; filled: Filled; summary: string; isOpen: boolean }

/** Open where something was typed: a problem is never folded away. */
function Folded({ rows, filled, summary, isOpen }: FoldedProps) {
  return (
    <details open={isOpen || rows.some(({ lotId }) => filled.typed[`counts.l${lotId}`])}>
      <summary>{summary}</summary>
      <CountLines rows={rows} filled={filled} />
    </details>
  )
}

function CountLines({ rows, filled }: { rows: Rows; filled: Filled }) {
  return (
    <ul class="lines gap" role="list" data-enter="">
      {rows.map((row) => (
        <CountLine row={row} filled={filled} />
      ))}
    </ul>
  )
}

function CountLine({ row, filled }: { row: SheetRow; filled: Filled }) {
  const say = useSay()
  const { stocktakes } = say
  const name = `counts.l${row.lotId}`
  const problem = filled.problems[name]
  return (
    <li class={row.hasMoved ? 'blind differs' : 'blind'}>
      <div>
        <label for={fieldId(name)}>{say.name(row.item)}</label>
        <small>{lotWords(row, say)}</small>
        {row.counted !== null && (
          <small>{stocktakes.countedBefore({ quantity: row.counted, item: row.item })}</small>
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
