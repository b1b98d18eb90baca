import { Door, Head } from '../layout.tsx'
import { type Filled, Form } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { PasswordField } from './password-field.tsx'

type Invited = { readonly name: string; readonly signInName: string }

export function Invitation({ invited, filled }: { invited: Invited; filled: Filled }) {
  const { say, path } = usePage()
  const { people } = say
  const title = people.welcome({ name: invited.name })
  return (
    <Door title={title}>
      <Head title={title} lead={people.invitationLead({ signInName: invited.signInName })} />
      <Form action={path} filled={filled}>
        {/* For the password manager: it keeps the name with the password. */}
        <input hidden type="text" autocomplete="username" value={invited.signInName} readonly />
        <PasswordField
          {...{ name: 'password', label: people.newPassword, filled, hint: people.passwordHint }}
          autocomplete="new-password"
        />
        <button class="primary wide" type="submit">
          {people.invitationDo}
        </button>
      </Form>
    </Door>
  )
}
