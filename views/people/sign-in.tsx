import { Door, Head } from '../layout.tsx'
import { type Filled, Form, InputField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { PasswordField } from './password-field.tsx'

type SignInProps = {
  filled: Filled
  next: string
  /** A form that was sent when the session had ended; its fields are blank where it cannot be held. */
  held?: { heldPath: string; held: string }
}

export function SignIn({ filled, next, held }: SignInProps) {
  const { people } = useSay()
  const { heldPath = '', held: fields = '' } = { ...held, ...filled.typed }
  const ended = fields === '' ? people.sessionEnded : people.formHeld
  return (
    <Door title={people.signIn} help={people.trouble} holds={fields !== ''}>
      <Head title={people.signIn} lead={held || fields !== '' ? ended : people.signInLead} />
      <Form action="/sign-in" filled={filled}>
        <input type="hidden" name="next" value={filled.typed.next ?? next} />
        <input type="hidden" name="heldPath" value={heldPath} />
        <input type="hidden" name="held" value={fields} />
        <InputField
          {...{ name: 'signInName', label: people.signInName, filled }}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
        />
        <PasswordField
          {...{ name: 'password', label: people.password, filled }}
          autocomplete="current-password"
        />
        <button class="primary wide" type="submit">
          {people.signIn}
        </button>
      </Form>
    </Door>
  )
}
