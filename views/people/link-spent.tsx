import { Door, Head } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'

export function LinkSpent() {
  const { people } = useSay()
  return (
    <Door title={people.linkSpentTitle}>
      <Head title={people.linkSpentTitle} lead={people.linkSpent} />
      <a class="button wide" href="/sign-in">
        {people.goSignIn}
      </a>
    </Door>
  )
}
