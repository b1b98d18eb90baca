import type { Child } from 'hono/jsx'
import { described, Field, type Filled, fieldId } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

type PasswordFieldProps = {
  name: string
  label: string
  filled: Filled
  autocomplete: 'current-password' | 'new-password'
  hint?: Child
}

/**
 * A password, the one thing that is never shown again as it was typed. The script shows the button
 * that uncovers it.
 */
export function PasswordField({ name, label, filled, hint, autocomplete }: PasswordFieldProps) {
  const { people } = useSay()
  return (
    <Field {...{ name, label, filled, hint }}>
      <span class="covered">
        <input
          {...{ id: fieldId(name), name, type: 'password', autocomplete }}
          {...described(name, filled, hint)}
          autocapitalize="none"
          spellcheck={false}
        />
        <button {...{ type: 'button', class: 'quiet', hidden: true, 'data-uncover': '' }}>
          <span>{people.uncover}</span>
          <span hidden>{people.cover}</span> <span class="hidden">{label.toLowerCase()}</span>
        </button>
      </span>
    </Field>
  )
}
