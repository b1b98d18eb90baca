// The sheet of a count: what is there is typed without seeing what the book says.
import type { SheetLine } from '#src/stocktakes/queries.ts'
import { described, type Filled, fieldId } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { lotWords } from './lot-words.ts'

export function Sheet({ lines, filled }: { lines: readonly SheetLine[]; filled: Filled }) {
  const { stocktakes } = useSay()
  const here = lines.filter(({ now, counted }) => now !== 0 || counted !== null)
  const absent = lines.filter(({ now, counted }) => now === 0 && counted === null)
  return (
    <>
      <ul class="lines gap" role="list" data-enter="">
        {here.map((line) => (
          <CountLine line={line} filled={filled} />
        ))}
      </ul>
      {absent.length > 0 && (
        <details open={absent.some(({ lotId }) => filled.typed[`counts.l${lotId}`])}>
          <summary>{stocktakes.nothingThere({ count: absent.length })}</summary>
          <ul class="lines gap" role="list">
            {absent.map((line) => (
              <CountLine line={line} filled={filled} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function CountLine({ line, filled }: { line: SheetLine; filled: Filled }) {
  const say = useSay()
  const { stocktakes } = say
  const name = `counts.l${line.lotId}`
  const hasMoved = line.counted !== null && line.now !== line.expected
  // A line that moved is asked again: its old number would say nothing.
  const kept = line.counted === null || hasMoved ? '' : String(line.counted)
  const problem = filled.problems[name]
  return (
    <li class={hasMoved ? 'count differs' : 'count'}>
      <div>
        <label for={fieldId(name)}>{say.name(line.item)}</label>
        <small>{lotWords(line, say)}</small>
        {hasMoved && <small>{stocktakes.recount}</small>}
        {problem && (
          <small class="error" id={`${fieldId(name)}-error`}>
            {problem}
          </small>
        )}
      </div>
      <input
        id={fieldId(name)}
        name={name}
        class="figure"
        inputmode="numeric"
        autocomplete="off"
        value={filled.typed[name] ?? kept}
        {...described(name, filled)}
      />
    </li>
  )
}
