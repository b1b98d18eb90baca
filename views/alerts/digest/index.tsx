import type { digestOf } from '#src/alerts/digest/queries.ts'
import { Head, Layout } from '../../layout.tsx'
import { Actions, CheckField, type Filled, Form, InputField } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { Version } from '../../shared/versioned.tsx'

type DigestProps = {
  chosen: Awaited<ReturnType<typeof digestOf>>
  /** False where no mail server is set. */
  offered: boolean
  filled: Filled
}

export function DigestChoice({ chosen, offered, filled }: DigestProps) {
  const { digest, common } = useSay()
  const failed = Object.keys(filled.problems).length > 0
  const { title } = digest
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="account" narrow>
      <Head title={title} lead={digest.lead} />
      {offered ? <Choice {...{ chosen, filled }} /> : <p>{digest.noServer}</p>}
    </Layout>
  )
}

function Choice({ chosen, filled }: Omit<DigestProps, 'offered'>) {
  const { digest } = useSay()
  const { address, version, sentOn, refusedOn } = chosen
  return (
    <>
      {refusedOn && (
        <p class="panel">
          <b>{digest.refused({ day: refusedOn })}</b>
        </p>
      )}
      <Form action="/account/digest" filled={filled}>
        <Version {...{ filled, overtaking: null }} current={version} />
        <div class="fields">
          <CheckField
            {...{ name: 'wanted', label: digest.wanted, filled }}
            value={address === null ? '' : 'on'}
          />
          <InputField
            {...{ name: 'address', label: digest.address, filled, value: address }}
            type="email"
            inputmode="email"
            autocomplete="email"
            autocapitalize="none"
            spellcheck={false}
            hint={digest.addressHint}
          />
        </div>
        <p class="muted gap">
          {digest.privacy} {sentOn && digest.lastSent({ day: sentOn })}
        </p>
        <Actions save={digest.save} cancel="/account" />
      </Form>
    </>
  )
}
