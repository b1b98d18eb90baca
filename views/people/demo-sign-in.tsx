import type { Role } from '#src/db/schema/index.ts'
import { Door, Head } from '../layout.tsx'
import { Form } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'

type Somebody = { readonly name: string; readonly role: Role }

/** One button: opening the link signs nobody in, because programs open links too. */
export function DemoSignIn({ somebody }: { somebody: Somebody }) {
  const { say, path } = usePage()
  const title = say.people.demo({ name: somebody.name })
  return (
    <Door title={title}>
      <Head title={title} lead={say.people.demoLead({ role: say.common.roles[somebody.role] })} />
      <Form action={path}>
        <button class="primary wide" type="submit">
          {say.people.signIn}
        </button>
      </Form>
    </Door>
  )
}
