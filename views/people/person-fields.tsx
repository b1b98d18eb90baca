import type { Language, Role } from '#src/db/schema/index.ts'
import { type Filled, InputField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

const roles: readonly Role[] = ['outreach', 'stock', 'coordinator', 'admin']
const languages: readonly Language[] = ['fr', 'en']

type Person = {
  readonly name: string
  readonly signInName: string
  readonly role: Role
  readonly language: Language
}

/** What is known of somebody who uses the app; nothing else is asked. */
export function PersonFields({ filled, person }: { filled: Filled; person?: Person }) {
  const { people, common, language } = useSay()
  return (
    <>
      <div class="fields">
        <InputField
          {...{ name: 'name', label: people.name, filled, value: person?.name }}
          hint={people.nameHint}
        />
        <InputField
          {...{ name: 'signInName', label: people.signInName, filled, value: person?.signInName }}
          hint={people.signInNameHint}
        />
        <SelectField
          {...{ name: 'role', label: people.role, filled, value: person?.role ?? 'outreach' }}
          options={roles.map((role) => ({
            value: role,
            label: common.roles[role],
          }))}
        />
        <LanguageField filled={filled} value={person?.language ?? language} />
      </div>
      <div class="hints gap">
        {roles.map((role) => (
          <span>
            <b>{common.roles[role]}</b>
            {people.roleHints[role]}
          </span>
        ))}
      </div>
    </>
  )
}

export function LanguageField({ filled, value }: { filled: Filled; value: Language }) {
  const { people } = useSay()
  return (
    <SelectField
      {...{ name: 'language', label: people.language, filled, value }}
      options={languages.map((each) => ({ value: each, label: people.languages[each] }))}
    />
  )
}
