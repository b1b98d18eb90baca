import { Door, Head } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'

/** What the shared device shows once its night is closed: nothing of it. */
export function DeviceDone() {
  const { dropin } = useSay()
  return (
    <Door title={dropin.closedTitle}>
      <Head title={dropin.closedTitle} lead={dropin.done} />
      <p class="muted">{dropin.doneHint}</p>
      <p>
        <a class="button" href="/drop-in">
          {dropin.backToTally}
        </a>
      </p>
    </Door>
  )
}
