// The shell of every page, and the undo that stays.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { LanguageButton, Navigation, type Section } from './navigation.tsx'
import { Cover, HideBar, useCover } from './shared/cover.tsx'
import { DocumentHead } from './shared/document-head.tsx'
import { PostButton } from './shared/form.tsx'
import { Icon, type IconName, Mark } from './shared/icon.tsx'
import { usePage } from './shared/page.tsx'

type LayoutProps = PropsWithChildren<{
  title: string
  /** Where the menu shows the person to be. */
  section?: Section
  /** A narrow column, for forms and reading. */
  narrow?: boolean
  /** A page used outside, whoever uses it: neutral title. Every page of an outreach worker is one. */
  discreet?: boolean
  /** Its own bar under the thumb, in place of the menu; the office keeps its menu, and has it above. */
  bar?: Child
  /** Its own row for the last thing done; the page is then a tally, one screen high. */
  last?: Child
}>

export function Layout(props: LayoutProps) {
  const { title, section, narrow, discreet, bar, last, children } = props
  const { say, viewer, night, unsent, isShared } = usePage()
  // Outside at night a page is dark whatever the phone prefers.
  const theme = useDiscretion(discreet) && night ? 'dark' : undefined
  const hasMenu = viewer?.role !== 'outreach' || !bar
  return (
    <Document title={title} discreet={discreet}>
      {viewer && hasMenu && <Navigation section={section} />}
      <main
        id="main"
        class={last ? 'tally' : narrow ? 'narrow' : undefined}
        tabindex={-1}
        data-theme={theme}
      >
        {unsent && (
          <p class="panel" role="status" data-unsent-form>
            {say.common.unsent}
          </p>
        )}
        {hasMenu && bar}
        {children}
        {last ?? <UndoBar />}
      </main>
      {!hasMenu && bar}
      {isShared && <HideBar />}
    </Document>
  )
}

/** Whether a page says nothing of itself: one used outside, and whatever an outreach worker opens. */
function useDiscretion(discreet = false): boolean {
  return usePage().viewer?.role === 'outreach' || discreet
}

/** A page outside the app: signing in, errors before it. */
export function Door({
  title,
  help,
  holds,
  children,
}: PropsWithChildren<{
  title: string
  help?: string
  /** It holds what somebody typed, which another language would drop. */
  holds?: boolean
}>) {
  const { say } = usePage()
  return (
    <Document title={title}>
      <main id="main" class="door" tabindex={-1}>
        <p class="brand">
          <Mark />
          {say.common.app}
        </p>
        {children}
        <div class="row spread">
          <small>{help}</small>
          {!holds && <LanguageButton />}
        </div>
      </main>
    </Document>
  )
}

function Document({
  title,
  discreet,
  children,
}: PropsWithChildren<{ title: string; discreet?: boolean | undefined }>) {
  const { say, asset, programme } = usePage()
  const isNeutral = useDiscretion(discreet)
  return (
    <html lang={say.locale}>
      <DocumentHead
        title={isNeutral ? programme.neutralName : `${title} · ${programme.neutralName}`}
      >
        <script src={asset('htmx.js')} defer />
        <script src={asset('app.js')} type="module" />
      </DocumentHead>
      <body hx-boost:inherited="true">
        {useCover() && <Cover />}
        <a class="skip button" href="#main">
          {say.common.skip}
        </a>
        {children}
      </body>
    </html>
  )
}

/** The last thing done, in sight on every page until the next: never a timed message. */
function UndoBar() {
  const { say, undo } = usePage()
  if (!undo) return null
  return (
    <section class="undo" aria-label={say.common.lastDone}>
      <p role="status">
        <a href={undo.href}>{undo.text}</a>
        {undo.path === null && <span> · {say.common.undoneNow}</span>}
      </p>
      {undo.path !== null && <PostButton action={undo.path}>{say.common.undo}</PostButton>}
    </section>
  )
}

/** Title of a page with what it is about below, and its actions to the right. */
export function Head({ title, lead, actions }: { title: Child; lead?: Child; actions?: Child }) {
  return (
    <header class="head">
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {actions && <div class="row">{actions}</div>}
    </header>
  )
}

/** A place with nothing yet, and what will fill it. */
export function Empty({
  icon,
  title,
  hint,
  children,
}: PropsWithChildren<{ icon: IconName; title: string; hint: string }>) {
  return (
    <section class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </section>
  )
}
