import { Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'

type LinkProps = {
  person: { readonly name: string; readonly signInName: string }
  url: string
}

/** The one page that ever shows an invitation link. */
export function InvitationLink({ person, url }: LinkProps) {
  const { people } = useSay()
  const title = people.linkTitle({ name: person.name })
  return (
    <Layout title={title} section="people" narrow>
      <Head title={title} lead={people.linkLead} />
      <div class="field">
        <label for="link">{people.link}</label>
        <textarea id="link" rows={3} readonly>
          {url}
        </textarea>
        <small>{people.linkHow({ signInName: person.signInName })}</small>
      </div>
      <p>
        <a class="button primary" href="/people">
          {people.backToPeople}
        </a>
      </p>
    </Layout>
  )
}
