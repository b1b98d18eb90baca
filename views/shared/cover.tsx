// Over everything, and saying nothing: what is left of a page used outside when somebody else may look.
// The first thing of its page, so that nothing is painted before it.
import type { PropsWithChildren } from 'hono/jsx'
import { Icon, Mark } from './icon.tsx'
import { usePage } from './page.tsx'

/** Covers the page once views/assets/cover.js says so. */
export function Cover({ children }: PropsWithChildren) {
  const { say, programme } = usePage()
  const { field } = say
  return (
    <section id="cover" class="cover" aria-label={field.covered} data-leave={programme.neutralPage}>
      <p class="brand">
        <Mark />
        {programme.neutralName}
      </p>
      <button type="button" class="primary" data-resume>
        {field.resume}
      </button>
      <p id="cover-says" role="status" data-unsent={field.unsent} />
      <button type="button" data-hide>
        {field.leave}
      </button>
      {children}
    </section>
  )
}

/** For a bar. Works without a script too: then it leads away, and Back leads here. */
export function HideLink() {
  const { say, programme } = usePage()
  return (
    <a href={programme.neutralPage} rel="noreferrer" hx-boost="false" data-hide>
      <Icon name="hide" />
      {say.bags.hide}
    </a>
  )
}

/** Where there is nothing else to go to: the shared device of a night. */
export function HideBar() {
  const { bags } = usePage().say
  return (
    <nav class="nav field" aria-label={bags.hide}>
      <ul role="list">
        <li>
          <HideLink />
        </li>
      </ul>
    </nav>
  )
}

/** Pages that have a cover: a worker's, whatever they open, and the shared device of a drop-in night. */
export function useCover(): boolean {
  const { viewer, isShared } = usePage()
  return viewer?.role === 'outreach' || isShared
}
