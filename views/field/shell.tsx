// The page used outside, before anything is known: words, a frame, and no data. It is kept on the phone, so
// nothing of anybody's may be in it. views/assets/outside/main.js fills it.
import type { Say } from '#src/messages/index.ts'
import { Cover } from '../shared/cover.tsx'
import { DocumentHead } from '../shared/document-head.tsx'
import { Icon, type IconName } from '../shared/icon.tsx'
import { usePage } from '../shared/page.tsx'

export function FieldShell() {
  const { say, asset, programme } = usePage()
  return (
    <html lang={say.locale}>
      <DocumentHead title={programme.neutralName}>
        <link rel="manifest" href="/manifest.webmanifest" />
        <script src={asset('outside.js')} type="module" />
      </DocumentHead>
      <body data-words={JSON.stringify(wordsOf(say))} data-locale={say.locale}>
        <Cover>
          <button type="button" data-wipe>
            {say.field.wipe}
          </button>
        </Cover>
        <p id="sync" class="sync" role="status" />
        <Screen />
        <Tabs />
      </body>
    </html>
  )
}

/** Its own words, and those it shares with the pages of a shift. */
function wordsOf({ field, rounds, bags }: Say) {
  const { planned, elsewhere, states, skip, unskip } = rounds
  const { noStop, takeBack, takeBackHint } = bags
  return {
    ...{ ...field, planned, elsewhere, states, skip, unskip, noStop, takeBack, takeBackHint },
    skipThis: rounds.skipThis({ venue: '{name}' }),
    unskipThis: rounds.unskipThis({ venue: '{name}' }),
    toGoNone: rounds.toGo({ count: 0 }),
  }
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
  const tabs: readonly [name: 'visit' | 'stops' | 'bag', icon: IconName][] = [
    ['visit', 'list'],
    ['stops', 'venues'],
    ['bag', 'bags'],
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
        <li>
          <button type="button" data-hide>
            <Icon name="hide" />
            {field.hide}
          </button>
        </li>
      </ul>
    </nav>
  )
}
