// The second step: at the door, and in one's own account.
import { Door, Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, Form, InputField, PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { QrCode } from '../shared/qr-code.tsx'
import { PasswordField } from './password-field.tsx'

/** After the right password: the code. What was on the way goes on. */
export function SecondStepAtDoor({ filled }: { filled: Filled }) {
  const { people } = useSay()
  return (
    <Door title={people.secondStep} help={people.codeLost} holds>
      <Head title={people.secondStep} lead={people.codeLead} />
      <Form action="/sign-in/second-step" filled={filled}>
        {['proof', 'next', 'heldPath', 'held'].map((name) => (
          <input type="hidden" name={name} value={filled.typed[name] ?? ''} />
        ))}
        <CodeField filled={filled} hint={people.codeHint} />
        <button class="primary wide" type="submit">
          {people.signIn}
        </button>
      </Form>
    </Door>
  )
}

/** Never shown again as it was typed: a code opens once. */
function CodeField({ filled, hint }: { filled: Filled; hint?: string }) {
  const { people } = useSay()
  return (
    <InputField
      {...{ name: 'code', label: people.code, hint, filled: { ...filled, typed: {} } }}
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck={false}
      autofocus
    />
  )
}

type Sharing = {
  readonly secret: string
  /** otpauth://totp/… */
  readonly address: string
  readonly qr: readonly (readonly boolean[])[]
}

type SecondStepProps = {
  filled: Filled
  /** Codes on paper that still open; null while nothing is asked for. */
  codesLeft: number | null
  /** What the app is to be given, until its first code. */
  sharing: Sharing | null
}

export function SecondStep({ filled, codesLeft, sharing }: SecondStepProps) {
  const { people } = useSay()
  return (
    <Layout title={people.secondStep} section="account" narrow>
      <Head title={people.secondStep} lead={people.secondStepLead} />
      {codesLeft !== null ? (
        <Standing filled={filled} codesLeft={codesLeft} />
      ) : sharing ? (
        <Sharing filled={filled} {...sharing} />
      ) : (
        <>
          <ErrorSummary problems={filled.problems} />
          <PostButton action="/account/second-step" kind="primary">
            {people.secondStepBegin}
          </PostButton>
        </>
      )}
    </Layout>
  )
}

function Sharing({ filled, secret, address, qr }: Sharing & { filled: Filled }) {
  const { people } = useSay()
  return (
    <>
      <p>{people.secondStepScan}</p>
      <p class="gap">
        <QrCode rows={qr} label={people.secondStepPicture} />
      </p>
      <p>
        <a href={address}>{people.secondStepHere}</a>
      </p>
      <p>
        {people.secondStepType} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form action="/account/second-step/confirmation" filled={filled} class="gap">
        <CodeField filled={filled} hint={people.firstCodeHint} />
        <p class="gap">
          <button class="primary" type="submit">
            {people.secondStepConfirm}
          </button>
        </p>
      </Form>
    </>
  )
}

function Standing({ filled, codesLeft }: { filled: Filled; codesLeft: number }) {
  const { people } = useSay()
  return (
    <>
      <p>
        <span class="pill done">{people.secondStepStands}</span>
      </p>
      <p>{people.codesLeft({ count: codesLeft })}</p>
      <Form action="/account/second-step/removal" filled={filled} class="gap">
        <PasswordField
          {...{ name: 'password', label: people.presentPassword, filled }}
          hint={people.secondStepEndHint}
          autocomplete="current-password"
        />
        <p class="gap">
          <button type="submit">{people.secondStepEnd}</button>
        </p>
      </Form>
    </>
  )
}

/** The only page that shows the codes. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { people } = useSay()
  return (
    <Layout title={people.recoveryCodes} section="account" narrow>
      <Head title={people.recoveryCodes} lead={people.recoveryLead} />
      <ul class="panel codes" role="list">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="gap">
        <a class="button primary" href="/account">
          {people.recoveryKept}
        </a>
      </p>
    </Layout>
  )
}
