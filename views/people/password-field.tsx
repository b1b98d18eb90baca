import type { Child } from 'hono/jsx'
import { type Filled, InputField } from '../shared/form.tsx'

type PasswordFieldProps = {
  name: string
  label: string
  filled: Filled
  autocomplete: 'current-password' | 'new-password'
  hint?: Child
}

/** A password, the one thing that is never shown again as it was typed. */
export function PasswordField({ filled, ...field }: PasswordFieldProps) {
  return <InputField {...field} type="password" filled={{ ...filled, typed: {} }} />
}
