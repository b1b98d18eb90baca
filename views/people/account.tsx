import type { sessionsOf } from '#src/people/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { LanguageButton } from '../navigation.tsx'
import { type Filled, Form, PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { PasswordField } from './password-field.tsx'

type Session = Awaited<ReturnType<typeof sessionsOf>>[number]

type AccountProps = {
  signInName: string
  sessions: readonly Session[]
  /** The hash of the session that asks. */
  present: string
  timeZone: string
  filled: Filled
  hasSecondStep: boolean
  /** Null where no e-mail is sent. */
  wantsDigest: boolean | null
  /** A password was just changed. */
  changed: boolean
}

export function Account(props: AccountProps) {
  const { signInName, filled, hasSecondStep, wantsDigest, changed, ...sessions } = props
  const { say, viewer } = usePage()
  const { people, common } = say
  const role = viewer ? common.roles[viewer.role] : ''
  return (
    <Layout title={people.account} section="account" narrow>
      <Head title={viewer?.name} lead={people.accountLead({ signInName, role })} />
      {changed && (
        <p role="status">
          <span class="pill done">{people.passwordChanged}</span>
        </p>
      )}
      <div class="row">
        <PostButton action="/sign-out">{people.signOut}</PostButton>
        <LanguageButton />
      </div>
      <Sessions {...sessions} />
      <ChangePassword filled={filled} signInName={signInName} />
      <section aria-labelledby="second-step">
        <h2 id="second-step">{people.secondStep}</h2>
        <p class="muted">{people.secondStepLead}</p>
        <p class="row gap">
          <a class="button" href="/account/second-step">
            {hasSecondStep ? people.secondStepChange : people.secondStepBegin}
          </a>
          {hasSecondStep && <span class="pill done">{people.secondStepStands}</span>}
        </p>
      </section>
      {wantsDigest !== null && viewer?.mayOpen('/account/digest') && (
        <MorningEmail isWanted={wantsDigest} />
      )}
    </Layout>
  )
}

function MorningEmail({ isWanted }: { isWanted: boolean }) {
  const { digest } = useSay()
  return (
    <section aria-labelledby="digest">
      <h2 id="digest">{digest.title}</h2>
      <p class="muted">{digest.lead}</p>
      <p class="row gap">
        <a class="button" href="/account/digest">
          {isWanted ? digest.change : digest.begin}
        </a>
        {isWanted && <span class="pill done">{digest.stands}</span>}
      </p>
    </section>
  )
}

function Sessions({
  sessions,
  present,
  timeZone,
}: Pick<AccountProps, 'sessions' | 'present' | 'timeZone'>) {
  const say = useSay()
  const { people } = say
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{people.sessions}</h2>
      <p class="muted">{people.sessionsHint}</p>
      <div class="gap">
        <Table
          caption={people.sessions}
          rows={sessions}
          columns={[
            { head: people.device, cell: (row) => row.device },
            {
              head: people.signedInAt,
              kind: 'full',
              cell: (row) => say.instant(row.startedAt, timeZone),
            },
            { head: people.seenAt, kind: 'full', cell: (row) => say.instant(row.seenAt, timeZone) },
            {
              head: <span class="hidden">{people.endSession}</span>,
              kind: 'full',
              cell: (row) =>
                row.tokenHash === present ? (
                  <span class="pill done">{people.thisDevice}</span>
                ) : (
                  <PostButton
                    action={`/account/sessions/${row.tokenHash}/end`}
                    label={people.endSessionOf({ device: row.device })}
                  >
                    {people.endSession}
                  </PostButton>
                ),
            },
          ]}
        />
      </div>
    </section>
  )
}

function ChangePassword({ filled, signInName }: Pick<AccountProps, 'filled' | 'signInName'>) {
  const { people } = useSay()
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{people.changePassword}</h2>
      <p class="muted">{people.changePasswordHint}</p>
      <Form action="/account/password" filled={filled} class="gap">
        <div class="fields">
          {/* For the password manager: whose password it is. */}
          <input hidden type="text" autocomplete="username" value={signInName} readonly />
          <PasswordField
            {...{ name: 'password', label: people.presentPassword, filled }}
            autocomplete="current-password"
          />
          <PasswordField
            {...{ name: 'newPassword', label: people.newPassword, filled }}
            hint={people.passwordHint}
            autocomplete="new-password"
          />
        </div>
        <p class="gap">
          <button class="primary" type="submit">
            {people.changePasswordDo}
          </button>
        </p>
      </Form>
    </section>
  )
}
