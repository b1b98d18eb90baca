import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { PersonFields } from './person-fields.tsx'

export function NewPerson({ filled }: { filled: Filled }) {
  const { people } = useSay()
  return (
    <Layout title={people.invite} section="people" narrow>
      <Head title={people.invite} lead={people.inviteLead} />
      <Form action="/people" filled={filled}>
        <PersonFields filled={filled} />
        <Actions save={people.inviteDo} cancel="/people" />
      </Form>
    </Layout>
  )
}
