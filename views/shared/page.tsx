// What every view may ask for without being handed it: the language, who is looking, new ids.
import { createContext, type PropsWithChildren, useContext } from 'hono/jsx'
import type { Day } from '#src/day.ts'
import type { Role } from '#src/db/schema/index.ts'
import type { Say } from '#src/messages/index.ts'

export type PageContext = {
  readonly say: Say
  readonly today: Day
  /** For instants: where the programme is. */
  readonly timeZone: string
  readonly path: string
  /** Where to come back to: this page with its query, or the page of a form that was refused. */
  readonly here: string
  readonly programme: {
    readonly programmeName: string
    readonly neutralName: string
    /** Where Hide leads: a page that says nothing. */
    readonly neutralPage: string
  }
  /** A new UUID, for each form one. */
  readonly newId: () => string
  readonly asset: (name: string) => string
  /** A form that was held at the door is shown again: nothing of it has been sent. */
  readonly unsent: boolean
  readonly night: boolean
  /** On the shared device of a drop-in night: nobody is signed in, and nothing else can be opened. */
  readonly isShared: boolean
  readonly viewer: {
    readonly name: string
    readonly role: Role
    readonly personId: number
    readonly mayOpen: (path: string) => boolean
  } | null
  readonly undo: {
    readonly path: string | null
    readonly text: string
    readonly href: string
  } | null
}

const Context = createContext<PageContext | null>(null)

export function Page({ context, children }: PropsWithChildren<{ context: PageContext }>) {
  return <Context.Provider value={context}>{children}</Context.Provider>
}

export function usePage(): PageContext {
  const page = useContext(Context)
  if (!page) throw new Error('a view was rendered outside a page')
  return page
}

export function useSay(): Say {
  return usePage().say
}
