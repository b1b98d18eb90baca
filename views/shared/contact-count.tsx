// How many people were met or came: a number to type, or one more and one less.
import type { Filled } from './form.tsx'
import { usePage } from './page.tsx'

type ContactsProps = {
  path: string
  label: string
  visit: { readonly contacts: number; readonly version: number }
  filled: Filled
  mayWrite: boolean
}

/** How many people: typed, or one more, one less. */
export function ContactCount({ path, label, visit, filled, mayWrite }: ContactsProps) {
  const { say, newId } = usePage()
  const { bags, common } = say
  if (!mayWrite) return <p class="muted">{bags.people_({ count: visit.contacts })}</p>
  return (
    <form method="post" action={path} class="row spread" hx-sync="this:drop">
      <input type="hidden" name="requestId" value={newId()} />
      <input type="hidden" name="version" value={visit.version} />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" class="hidden" tabindex={-1}>
        {common.save}
      </button>
      <label for="contacts">{label}</label>
      <div class="stepper">
        <button
          type="submit"
          id="contacts-less"
          name="step"
          value="-1"
          aria-label={bags.personLess}
        >
          −
        </button>
        <input
          id="contacts"
          name="contacts"
          inputmode="numeric"
          autocomplete="off"
          value={filled.typed.contacts ?? visit.contacts}
          aria-invalid={filled.problems.contacts ? 'true' : undefined}
        />
        <button type="submit" id="contacts-more" name="step" value="1" aria-label={bags.personMore}>
          +
        </button>
      </div>
    </form>
  )
}
