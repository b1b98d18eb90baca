// One item of a bag that comes back: what is expected, what was counted, why they differ.
import type { Account } from '#src/shifts/account.ts'
import type { Reason } from '#src/shifts/form.ts'
import type { CountedItem, CountItem, CountRow } from '#src/shifts/reconciliation.ts'
import { described, type Filled, fieldId } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { expectedFrom } from './account.tsx'

export type ReturnLine = {
  readonly sheet: CountItem
  readonly counted: CountedItem
  /** How what is expected comes about. */
  readonly account: Account | null
}

type LineProps = { line: ReturnLine; shiftId: number; filled: Filled }

export function Line({ line: { sheet, counted, account }, shiftId, filled }: LineProps) {
  const say = useSay()
  const { bags } = say
  const { item, rows, owed } = sheet
  const difference = Math.abs(counted.difference)
  const isSingle = rows.length === 1
  const reading = readAgain(shiftId, item.id)
  return (
    <li class="count">
      <div>
        {isSingle ? (
          <label for={fieldId(countName(rows[0]))}>{say.name(item)}</label>
        ) : (
          <b>{say.name(item)}</b>
        )}
        {account && <small>{expectedFrom(account, say)}</small>}
        {owed && <small>{bags.corrected({ count: owed.quantity })}</small>}
      </div>
      {isSingle ? (
        <Stepper row={rows[0]} name={say.name(item)} {...{ filled, reading }} />
      ) : (
        <div class="lots">
          {rows.map((row) => (
            <LotCount row={row} name={say.name(item)} {...{ filled, reading }} />
          ))}
        </div>
      )}
      <div id={`state-${item.id}`} class="state">
        <State counted={counted} />
        {difference > 0 && <ReasonField counted={counted} filled={filled} />}
      </div>
    </li>
  )
}

/**
 * What a number that was typed comes to is shown at once. Only what is said about it is replaced, never a
 * box: the next number may be half typed when the answer comes.
 */
function readAgain(shiftId: number, itemId: number) {
  return {
    'hx-post': `/shifts/${shiftId}/return`,
    'hx-vals': '{"step":"none"}',
    'hx-include': 'closest form',
    'hx-trigger': 'change',
    'hx-target': `#state-${itemId}`,
    'hx-select': `#state-${itemId}`,
    'hx-select-oob': '#instruction,#summary,#close',
    'hx-swap': 'outerHTML',
    'hx-sync': 'this:replace',
  }
}

function LotCount({ row, name, ...rest }: StepperProps & { row: CountRow }) {
  const say = useSay()
  const { bags } = say
  const lot = row.code
    ? bags.lot({ code: row.code })
    : row.expiresOn
      ? bags.dated({ day: row.expiresOn })
      : bags.lotUnknown
  return (
    <div>
      <label for={fieldId(countName(row))}>{lot}</label>
      <small>{bags.expectedLot({ expected: row.expected })}</small>
      <Stepper row={row} name={`${name}, ${lot}`} {...rest} />
    </div>
  )
}

function countName(row: CountRow | undefined): string {
  return `counts.l${row?.lotId}.counted`
}

type StepperProps = {
  row: CountRow | undefined
  name: string
  filled: Filled
  reading: ReturnType<typeof readAgain>
}

function Stepper({ row, name, filled, reading }: StepperProps) {
  const { bags } = useSay()
  if (!row) return null
  const field = countName(row)
  const problem = filled.problems[field]
  return (
    <div>
      <div class="stepper">
        <Step value={`${row.lotId}:-1`} label={bags.oneLess({ item: name })} sign="−" />
        <input
          id={fieldId(field)}
          name={field}
          inputmode="numeric"
          autocomplete="off"
          value={filled.typed[field] ?? ''}
          {...described(field, filled)}
          {...reading}
        />
        <Step value={`${row.lotId}:1`} label={bags.oneMore({ item: name })} sign="+" />
      </div>
      {problem && (
        <span class="error" id={`${fieldId(field)}-error`}>
          {problem}
        </span>
      )}
    </div>
  )
}

function Step({ value, label, sign }: { value: string; label: string; sign: string }) {
  return (
    <button type="submit" id={`step-${value}`} name="step" value={value} aria-label={label}>
      {sign}
    </button>
  )
}

function State({ counted }: { counted: CountedItem }) {
  const { bags } = useSay()
  if (counted.uncounted.length > 0) return <span class="pill">{bags.notCounted}</span>
  if (counted.difference === 0) return <span class="pill done">{bags.matches}</span>
  return <span class="pill soon">{bags.difference({ count: Math.abs(counted.difference) })}</span>
}

const less: readonly Reason[] = ['unlogged', 'damaged', 'lost', 'packed', 'unknown']
const more: readonly Reason[] = ['packed', 'unknown']

function ReasonField({ counted, filled }: { counted: CountedItem; filled: Filled }) {
  const say = useSay()
  const { bags } = say
  const name = `reasons.i${counted.item.id}.reason`
  const chosen = filled.typed[name] ?? ''
  const problem = filled.problems[name]
  return (
    <>
      <select
        id={fieldId(name)}
        name={name}
        aria-label={bags.reasonOf({ item: say.name(counted.item) })}
        {...described(name, filled)}
      >
        <option value="">{bags.reasonChoose}</option>
        {(counted.difference < 0 ? less : more).map((reason) => (
          <option value={reason} selected={reason === chosen}>
            {bags.reasons[reason]}
          </option>
        ))}
      </select>
      {problem && (
        <span class="error" id={`${fieldId(name)}-error`}>
          {problem}
        </span>
      )}
    </>
  )
}
