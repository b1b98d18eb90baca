import type { Child } from 'hono/jsx'
import type { personById } from '#src/people/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, ErrorSummary, type Filled, Form, PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { StatePill } from './index.tsx'
import { PersonFields } from './person-fields.tsx'

type Person = NonNullable<Awaited<ReturnType<typeof personById>>>

type ShowPersonProps = {
  person: Person
  filled: Filled
  /** Why disabling was refused, apart from the form above it. */
  refused?: Filled
}

export function ShowPerson({ person, filled, refused }: ShowPersonProps) {
  const say = useSay()
  const { people, common } = say
  return (
    <Layout title={person.name} section="people" narrow>
      <Head title={person.name} lead={<StatePill person={person} />} />
      {refused && <ErrorSummary problems={refused.problems} />}
      <Form action={`/people/${person.id}`} filled={filled}>
        <input type="hidden" name="version" value={person.version} />
        <div class="fields">
          <PersonFields filled={filled} person={person} />
        </div>
        <Actions save={common.save} cancel="/people" />
      </Form>
      <section aria-labelledby="access">
        <h2 id="access">{people.access}</h2>
        <ul class="tasks gap" role="list">
          {person.disabledOn === null ? (
            <Access person={person} />
          ) : (
            <Task hint={people.disabledSince({ day: person.disabledOn })}>
              <PostButton action={`/people/${person.id}/enabling`}>{people.enable}</PostButton>
            </Task>
          )}
        </ul>
      </section>
    </Layout>
  )
}

function Access({ person }: { person: Person }) {
  const { people } = useSay()
  return (
    <>
      <Task hint={people.newLinkHint}>
        {/* Not boosted: the link is on the page that answers, and on no other. */}
        <div hx-boost:inherited="false">
          <PostButton action={`/people/${person.id}/invitation`}>{people.newLink}</PostButton>
        </div>
      </Task>
      <Task hint={people.disableHint}>
        <PostButton action={`/people/${person.id}/disabling`}>{people.disable}</PostButton>
      </Task>
    </>
  )
}

function Task({ hint, children }: { hint: string; children?: Child }) {
  return (
    <li>
      <small>{hint}</small>
      {children}
    </li>
  )
}
