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
        <PersonFields filled={filled} person={person} />
        <Actions save={common.save} cancel="/people" />
      </Form>
      <section aria-labelledby="access">
        <h2 id="access">{people.access}</h2>
        {person.disabledOn === null ? (
          <Access person={person} />
        ) : (
          <div class="panel gap">
            <p>{people.disabledSince({ day: person.disabledOn })}</p>
            <div>
              <PostButton action={`/people/${person.id}/enabling`}>{people.enable}</PostButton>
            </div>
          </div>
        )}
      </section>
    </Layout>
  )
}

function Access({ person: { id, hasSecondStep } }: { person: Person }) {
  const { people } = useSay()
  return (
    <>
      <div class="panel gap">
        <p>{people.newLinkHint}</p>
        {/* Not boosted: the link is on the page that answers, and on no other. */}
        <div hx-boost:inherited="false">
          <PostButton action={`/people/${id}/invitation`}>{people.newLink}</PostButton>
        </div>
      </div>
      {hasSecondStep && (
        <div class="panel gap">
          <p>{people.secondStepLostHint}</p>
          <div>
            <PostButton action={`/people/${id}/second-step-removal`}>
              {people.secondStepEnd}
            </PostButton>
          </div>
        </div>
      )}
      <div class="panel gap">
        <p>{people.disableHint}</p>
        <div>
          <PostButton action={`/people/${id}/disabling`}>{people.disable}</PostButton>
        </div>
      </div>
    </>
  )
}
