import { Door, Head } from '../layout.tsx'
import { type Filled, Form, InputField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { PasswordField } from './password-field.tsx'

export function SignIn({ filled, next }: { filled: Filled; next: string }) {
  const { people } = useSay()
  return (
    <Door title={people.signIn} help={people.trouble}>
      <Head title={people.signIn} lead={people.signInLead} />
      <Form action="/sign-in" filled={filled}>
        <input type="hidden" name="next" value={filled.typed.next ?? next} />
        <InputField
          {...{ name: 'signInName', label: people.signInName, filled }}
          autocomplete="username"
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
