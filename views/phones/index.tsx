// Pairing, with what a finder of the phone would see said before and not after.
import type { phones } from '#src/phones/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { Form, PostButton } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type Phone = Awaited<ReturnType<typeof phones>>[number]

type PhonesProps = {
  phones: readonly Phone[]
  /** The hash of this phone's token. */
  present: string
}

export function Phones({ phones: rows, present }: PhonesProps) {
  const { say, asset } = usePage()
  const words = say.phones
  const isPaired = rows.some(({ tokenHash }) => tokenHash === present)
  return (
    <Layout title={words.title} section="account" narrow>
      <Head title={words.title} lead={words.lead} />
      {isPaired ? (
        <>
          <p>
            <a class="button primary" href={`/field/${say.language}`} hx-boost="false">
              {words.open}
            </a>
          </p>
          <OpenedBy />
        </>
      ) : (
        <Pairing />
      )}
      <section aria-labelledby="paired">
        <h2 id="paired">{words.list}</h2>
        {rows.length === 0 ? (
          <Empty icon="bags" title={words.none} hint={words.noneHint} />
        ) : (
          <List rows={rows} present={present} />
        )}
      </section>
      <script src={asset('pair.js')} type="module" />
    </Layout>
  )
}

/** What was chosen when this phone was paired: only the phone knows. */
function OpenedBy() {
  const { opensWith } = usePage().say.phones
  return (
    <ul class="gap" hidden data-opened-by>
      {(['passkey', 'passphrase', 'nothing'] as const).map((way) => (
        <li data-way={way}>{opensWith[way]}</li>
      ))}
    </ul>
  )
}

function Pairing() {
  const { phones: words } = usePage().say
  return (
    <section aria-labelledby="before" id="pairing">
      <h2 id="before">{words.what}</h2>
      <ul class="gap">
        {[words.keeps, words.finder, words.hides, words.wipes].map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <noscript>
        <p class="hints">{words.needsScript}</p>
      </noscript>
      {/* Hidden until the script shows it: without one there is nothing to pair. */}
      <div hidden data-pairing hx-boost:inherited="false">
        <Form action="/phones" class="stack">
          <p class="muted">{words.opening}</p>
          <Passkey />
          <Passphrase />
          <div class="actions">
            <button type="submit" class="primary">
              {words.pair}
            </button>
          </div>
        </Form>
      </div>
      <p class="hints" hidden data-insecure>
        {words.needsHttps}
      </p>
    </section>
  )
}

/** Hidden until this phone says that it may have one. */
function Passkey() {
  const { say, programme } = usePage()
  const { phones: words } = say
  return (
    <div class="field" hidden>
      <label class="check">
        {/* No name: it is read by this phone and sent nowhere. */}
        <input
          {...{ id: 'passkey', type: 'checkbox', 'data-name': programme.neutralName }}
          aria-describedby="passkey-hint passkey-problem"
        />
        {words.passkey}
      </label>
      <small id="passkey-hint">{words.passkeyHint({ name: programme.neutralName })}</small>
      <p id="passkey-problem" class="problem" role="alert" hidden>
        {words.passkeyRefused}
      </p>
    </div>
  )
}

function Passphrase() {
  const { phones: words, common } = usePage().say
  return (
    <div class="field">
      <label for="passphrase">
        {words.passphrase} <small>{common.optional}</small>
      </label>
      {/* No name: it is read by this phone and sent nowhere. */}
      <input
        {...{ id: 'passphrase', type: 'password', autocomplete: 'off', minlength: 8 }}
        aria-describedby="passphrase-hint passphrase-problem"
      />
      <small id="passphrase-hint">{words.passphraseHint}</small>
      <p id="passphrase-problem" class="problem" role="alert" hidden>
        {words.passphraseShort}
      </p>
    </div>
  )
}

function List({ rows, present }: { rows: readonly Phone[]; present: string }) {
  const { say } = usePage()
  const words = say.phones
  return (
    <Table
      caption={words.list}
      rows={rows}
      columns={[
        {
          head: words.device,
          cell: (row) => (
            <>
              {row.device}{' '}
              {row.tokenHash === present && <span class="pill done">{words.thisPhone}</span>}
            </>
          ),
        },
        { head: words.person, kind: 'full', cell: (row) => row.person },
        { head: words.pairedOn, kind: 'full', cell: (row) => say.day(row.pairedOn) },
        {
          head: words.sentOn,
          kind: 'full',
          cell: (row) => (row.sentOn ? say.day(row.sentOn) : words.never),
        },
        {
          head: <span class="hidden">{words.revoke}</span>,
          kind: 'full',
          cell: (row) => (
            <PostButton action={`/phones/${row.id}/revocation`} label={words.revokeOf(row)}>
              {words.revoke}
            </PostButton>
          ),
        },
      ]}
    />
  )
}
