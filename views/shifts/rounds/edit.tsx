import type { PropsWithChildren } from 'hono/jsx'
import type { Word } from '#src/shifts/late/words.ts'
import type { roundById } from '#src/shifts/rounds/queries.ts'
import { Head, Layout } from '../../layout.tsx'
import {
  Actions,
  described,
  Field,
  type Filled,
  Form,
  InputField,
  PostButton,
  shownIn,
} from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'

type Round = NonNullable<Awaited<ReturnType<typeof roundById>>>
type FieldsProps = { round: Round | null; venues: readonly Word[]; filled: Filled }

export function NewRound({ venues, filled }: Omit<FieldsProps, 'round'>) {
  const { rounds } = useSay()
  return (
    <Page title={rounds.add} filled={filled}>
      <Form action="/routes" filled={filled} class="stack">
        <Fields round={null} venues={venues} filled={filled} />
        <Actions save={rounds.save} cancel="/routes" />
      </Form>
    </Page>
  )
}

export function EditRound({ round, venues, filled }: FieldsProps & { round: Round }) {
  const say = useSay()
  const { rounds, common } = say
  const isRetired = round.retiredOn !== null
  return (
    <Page title={say.name(round)} filled={filled}>
      <Form action={`/routes/${round.id}`} filled={filled} class="stack">
        <input type="hidden" name="version" value={round.version} />
        <input type="hidden" name="seen" value={round.seen} />
        <Fields round={round} venues={venues} filled={filled} />
        <Actions save={rounds.save} cancel="/routes" />
      </Form>
      <section class="panel">
        <p class="muted">{rounds.retireHint}</p>
        <PostButton
          action={`/routes/${round.id}/${isRetired ? 'restoration' : 'retirement'}`}
          fields={{ version: String(round.version) }}
        >
          {isRetired ? common.restore : rounds.retire}
        </PostButton>
      </section>
    </Page>
  )
}

function Page(props: PropsWithChildren<{ title: string; filled: Filled }>) {
  const { common } = useSay()
  const { title, filled } = props
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="bags" narrow>
      <Head title={title} />
      {props.children}
    </Layout>
  )
}

function Fields({ round, venues, filled }: FieldsProps) {
  const say = useSay()
  const { rounds, common } = say
  const stops = round?.stops.map(say.name).join('\n')
  const hint = `${rounds.stopsHint} ${venues.map(say.name).join(' · ')}`
  return (
    <>
      <div class="fields">
        <InputField {...{ name: 'nameFr', filled, value: round?.nameFr }} label={common.nameFr} />
        <InputField
          {...{ name: 'nameEn', filled, value: round?.nameEn }}
          label={common.nameEn}
          hint={common.nameHint}
        />
      </div>
      <Field name="stops" label={rounds.stops} filled={filled} hint={hint}>
        <textarea
          {...{ id: 'stops', name: 'stops', rows: 8, autocomplete: 'off', spellcheck: false }}
          {...described('stops', filled, hint)}
        >
          {shownIn(filled, 'stops', stops)}
        </textarea>
      </Field>
    </>
  )
}
