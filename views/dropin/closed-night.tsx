import type { Night } from '#src/dropin/tonight.ts'
import { Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'

/** Tonight, closed: what moved, and the way back. */
export function ClosedNight({ night }: { night: Night }) {
  const { say, today } = usePage()
  const { dropin } = say
  return (
    <Layout title={dropin.title} section="dropin" discreet narrow>
      <Head title={dropin.closedTitle} lead={`${say.weekday(today)}. ${dropin.closedHint}`} />
      <div class="row">
        <PostButton action={`/drop-in/nights/${night.id}/reopening`}>{dropin.reopen}</PostButton>
      </div>
    </Layout>
  )
}
