// Forms, one way: a request id, every field as it was typed, a summary that links to what needs a
// change, and the sentence beside the field.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { isDay } from '#src/day.ts'
import { usePage, useSay } from './page.tsx'

/** Fields by name, as typed. */
export type Typed = Readonly<Record<string, string>>
/** Sentences by field name; '' is the form as a whole. */
export type Problems = Readonly<Record<string, string>>

export type Filled = { readonly typed: Typed; readonly problems: Problems }

export const blank: Filled = { typed: {}, problems: {} }

/** The id of a field's control: field "lines.3.item" is #lines-3-item. */
export function fieldId(name: string): string {
  return name.replaceAll('.', '-').replace('[]', '')
}

type FormProps = PropsWithChildren<{
  action: string
  filled?: Filled
  class?: string
  /** What each field is called in the summary, where its label alone would not tell. */
  label?: string
}>

/** A form that posts once: the second sending of the same page is the same request. */
export function Form({ action, filled = blank, label, class: kind, children }: FormProps) {
  const { newId } = usePage()
  return (
    <form
      method="post"
      action={action}
      class={kind}
      aria-label={label}
      hx-sync="this:drop"
      novalidate
    >
      <ErrorSummary problems={filled.problems} />
      <input type="hidden" name="requestId" value={filled.typed.requestId ?? newId()} />
      {children}
    </form>
  )
}

/** A form of one button: undo, retire, hold. */
export function PostButton({
  action,
  kind,
  fields = {},
  label,
  children,
}: PropsWithChildren<{ action: string; kind?: string; fields?: Typed; label?: string }>) {
  const { newId } = usePage()
  return (
    <form method="post" action={action} class="inline" hx-sync="this:drop">
      <input type="hidden" name="requestId" value={newId()} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={kind} aria-label={label}>
        {children}
      </button>
    </form>
  )
}

/** Announced once, linking to each field; the fields' own sentences are not announced again. */
export function ErrorSummary({ problems }: { problems: Problems }) {
  const { common, lines } = useSay()
  const inLine = (name: string, problem: string) => {
    const [, index] = name.match(/^lines\.(\d+)\./) ?? []
    return index === undefined ? problem : lines.problem({ line: Number(index) + 1, problem })
  }
  const all = Object.entries(problems)
  if (all.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="problems">
      <h2>{common.errorSummary({ count: all.length })}</h2>
      <ul>
        {all.map(([name, text]) => (
          <li>{name === '' ? text : <a href={`#${fieldId(name)}`}>{inLine(name, text)}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = {
  name: string
  label: Child
  filled: Filled
  /** What to show before anything was typed. */
  value?: string | number | null | undefined
  hint?: Child
  optional?: boolean
}

type InputProps = FieldProps & {
  type?: string
  inputmode?: 'numeric' | 'decimal' | 'text' | 'email'
  autocomplete?: string
  list?: string
  placeholder?: string
  maxlength?: number
  autofocus?: boolean
  autocapitalize?: 'none'
  spellcheck?: false
}

/** What a control shows: what was typed, else its value. */
export function shownIn(filled: Filled, name: string, value: FieldProps['value']): string {
  return filled.typed[name] ?? (value === null || value === undefined ? '' : String(value))
}

export function InputField({ name, label, filled, value, hint, optional, ...input }: InputProps) {
  return (
    <Field {...{ name, label, filled, hint, optional: optional ?? false }}>
      <input
        id={fieldId(name)}
        name={name}
        value={shownIn(filled, name, value)}
        {...described(name, filled, hint)}
        {...input}
        autocomplete={input.autocomplete ?? 'off'}
      />
    </Field>
  )
}

/** A quantity: a text field, so that a letter or a comma is answered with a sentence, not dropped. */
export function QuantityField(props: InputProps) {
  return <InputField inputmode="numeric" {...props} />
}

export function DayField(props: InputProps) {
  const { common } = useSay()
  return <InputField placeholder={common.dayFormat} maxlength={10} {...props} />
}

/** The day something happened: today until another is typed; late entry shows both days. */
export function HappenedOnField({ value, ...field }: Omit<InputProps, 'hint'>) {
  const { say, today } = usePage()
  const day = shownIn(field.filled, field.name, value ?? today)
  const isLate = isDay(day) && day < today
  const hint = isLate
    ? say.common.lateHint({ day, recordedOn: today })
    : say.common.todayIs({ day: today })
  return <DayField {...field} value={day} hint={hint} />
}

export type Option = { readonly value: string | number; readonly label: string }

export function SelectField({
  name,
  label,
  filled,
  value,
  hint,
  optional,
  options,
  none,
}: FieldProps & { options: readonly Option[]; none?: string }) {
  const chosen = shownIn(filled, name, value)
  return (
    <Field {...{ name, label, filled, hint, optional: optional ?? false }}>
      <select id={fieldId(name)} name={name} {...described(name, filled, hint)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={String(option.value) === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function CheckField({ name, label, filled, value }: FieldProps & { value?: 'on' | '' }) {
  // Once the form was sent, an absent box was unticked: only before that does the value speak.
  const sent = 'requestId' in filled.typed
  const checked = sent ? filled.typed[name] === 'on' : value === 'on'
  return (
    <label class="check">
      <input type="checkbox" id={fieldId(name)} name={name} checked={checked} /> {label}
    </label>
  )
}

/** A control of any kind with its label, its hint and its problem. */
export function Field({
  name,
  label,
  filled,
  hint,
  optional,
  children,
}: PropsWithChildren<Pick<FieldProps, 'name' | 'label' | 'filled' | 'hint' | 'optional'>>) {
  const { common } = useSay()
  const problem = filled.problems[name]
  return (
    <div class="field">
      <label for={fieldId(name)}>
        {label} {optional && <span class="muted">({common.optional})</span>}
      </label>
      {children}
      {hint && <small id={`${fieldId(name)}-hint`}>{hint}</small>}
      {problem && (
        <span class="error" id={`${fieldId(name)}-error`}>
          {problem}
        </span>
      )}
    </div>
  )
}

/** The attributes that tie a control to its hint and its problem. */
export function described(name: string, filled: Filled, hint?: Child) {
  const id = fieldId(name)
  const problem = filled.problems[name] !== undefined
  const ids = [hint ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': ids || undefined,
  }
}

/** The one thing the page is for, in reach of the thumb, and the way out. */
export function Actions({ save, cancel }: { save: Child; cancel?: string }) {
  const { common } = useSay()
  return (
    <div class="sticky">
      <button class="primary wide" type="submit">
        {save}
      </button>
      {cancel && (
        <a class="button quiet" href={cancel}>
          {common.cancel}
        </a>
      )}
    </div>
  )
}
