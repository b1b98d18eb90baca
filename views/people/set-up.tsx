import { Door, Head } from '../layout.tsx'
import { type Filled, Form, InputField } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { PasswordField } from './password-field.tsx'
import { LanguageField } from './person-fields.tsx'

export function SetUp({ filled }: { filled: Filled }) {
  const { say, path } = usePage()
  const { people } = say
  return (
    <Door title={people.setUp}>
      <Head title={people.setUp} lead={people.setUpLead} />
      <Form action={path} filled={filled}>
        <InputField
          {...{ name: 'programmeName', label: people.programmeName, filled }}
          autocomplete="organization"
          autofocus
        />
        <InputField
          {...{ name: 'name', label: people.yourName, filled, hint: people.yourNameHint }}
          autocomplete="given-name"
        />
        <InputField
          {...{ name: 'signInName', label: people.signInName, filled }}
          hint={people.signInNameHint}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
        <PasswordField
          {...{ name: 'password', label: people.newPassword, filled, hint: people.passwordHint }}
          autocomplete="new-password"
        />
        <LanguageField filled={filled} value={say.language} />
        <button class="primary wide" type="submit">
          {people.setUpDo}
        </button>
      </Form>
    </Door>
  )
}
