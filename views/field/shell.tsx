// The page used outside, before anything is known: words, a frame, and no data. It is kept on the phone, so
// nothing of anybody's may be in it. views/assets/outside/main.js fills it.
import { DocumentHead } from '../shared/document-head.tsx'
import { Icon, type IconName, Mark } from '../shared/icon.tsx'
import { usePage } from '../shared/page.tsx'

export function FieldShell() {
  const { say, asset, programme } = usePage()
  return (
    <html lang={say.locale}>
      <DocumentHead title={programme.neutralName}>
        <link rel="manifest" href="/manifest.webmanifest" />
        <script src={asset('outside.js')} type="module" />
      </DocumentHead>
      <body
        data-words={JSON.stringify(say.field)}
        data-locale={say.locale}
        data-neutral-page={programme.neutralPage}
      >
        <p id="sync" class="sync" role="status" />
        <Screen />
        <Tabs />
        <Cover />
      </body>
    </html>
  )
}

function Screen() {
  const { field } = usePage().say
  return (
    <main id="main" class="tally" tabindex={-1}>
      <p id="notice" class="error-summary" role="alert" hidden />
      <div id="screen">
        <p class="muted">{field.loading}</p>
        <noscript>
          <p>
            {field.needsScript} <a href="/bags">{field.shifts}</a>
          </p>
        </noscript>
      </div>
    </main>
  )
}

function Tabs() {
  const { field } = usePage().say
  const tabs: readonly [name: 'visit' | 'stops' | 'bag' | 'hide', icon: IconName][] = [
    ['visit', 'list'],
    ['stops', 'venues'],
    ['bag', 'bags'],
    ['hide', 'hide'],
  ]
  return (
    <nav class="nav field" aria-label={field.stops}>
      <ul role="list">
        {tabs.map(([name, icon]) => (
          <li>
            <button type="button" data-tab={name}>
              <Icon name={icon} />
              {field[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Over everything, and saying nothing. */
function Cover() {
  const { say, programme } = usePage()
  const { field } = say
  return (
    <section id="cover" class="cover" aria-label={field.covered} hidden>
      <p class="brand">
        <Mark />
        {programme.neutralName}
      </p>
      <button type="button" class="primary" data-resume>
        {field.resume}
      </button>
      <p id="cover-says" role="status" />
      <button type="button" data-wipe>
        {field.wipe}
      </button>
    </section>
  )
}
