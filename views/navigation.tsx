// Where one can go: a bottom bar on a phone, a side bar on a desk.
import { HideLink, useCover } from './shared/cover.tsx'
import { drawn } from './shared/drawn.tsx'
import { Icon, type IconName, Mark } from './shared/icon.tsx'
import { usePage } from './shared/page.tsx'

export type Section =
  | 'reorder'
  | 'stock'
  | 'donations'
  | 'bags'
  | 'venues'
  | 'distribution'
  | 'reports'
  | 'dropin'
  | 'orders'
  | 'kits'
  | 'transfers'
  | 'stocktakes'
  | 'sharps'
  | 'catalogue'
  | 'people'
  | 'settings'
  | 'keeping'
  | 'imports'
  | 'more'
  | 'search'
  | 'account'
  | 'start'

type Entry = { section: Section; path: string; icon: IconName; phone?: boolean }

// On a phone the bar holds five: the first a role may open, then More; the last is Hide, where there is a cover.
const entries: readonly Entry[] = [
  { section: 'reorder', path: '/alerts', icon: 'reorder' },
  { section: 'stock', path: '/stock', icon: 'stock' },
  { section: 'donations', path: '/donations', icon: 'donations' },
  { section: 'bags', path: '/bags', icon: 'bags' },
  { section: 'venues', path: '/venues', icon: 'venues' },
  { section: 'dropin', path: '/drop-in', icon: 'home' },
  { section: 'orders', path: '/orders', icon: 'truck' },
  { section: 'kits', path: '/kits', icon: 'kit' },
  { section: 'transfers', path: '/transfers', icon: 'moves' },
  { section: 'stocktakes', path: '/stocktakes', icon: 'list' },
  { section: 'sharps', path: '/sharps', icon: 'bin' },
  { section: 'distribution', path: '/distribution', icon: 'report' },
  { section: 'reports', path: '/reports', icon: 'report' },
  { section: 'search', path: '/search', icon: 'search' },
]

export function Navigation({ section }: { section: Section | undefined }) {
  const { say, viewer, programme } = usePage()
  if (!viewer) return null
  const { language } = say
  const as = `${viewer.role} ${section} ${programme.neutralPage}`
  return (
    <nav class="nav" aria-label={say.common.mainMenu}>
      <a class="brand" href="/">
        <Mark />
        {say.common.app}
      </a>
      {drawn(entries, { language, as }, () => (
        <Entries section={section} />
      ))}
      <div class="who">
        <b>{viewer.name}</b>
        <a href="/account">{say.common.roles[viewer.role]}</a>
        <LanguageButton />
      </div>
    </nav>
  )
}

/** The same for everybody of a role. */
function Entries({ section }: { section: Section | undefined }) {
  const { say, viewer } = usePage()
  const open = entries.filter(({ path }) => viewer?.mayOpen(path))
  const hides = useCover()
  const last = hides ? 2 : 3
  return (
    <ul role="list">
      {open.map(({ section: name, path, icon }, index) => (
        <li class={index > last ? 'desk' : undefined}>
          <a href={path} aria-current={section === name ? 'page' : undefined}>
            <Icon name={icon} />
            {say.common.nav[name]}
          </a>
        </li>
      ))}
      <li>
        <a href="/menu" aria-current={section === 'more' ? 'page' : undefined}>
          <Icon name="more" />
          {say.common.nav.more}
        </a>
      </li>
      {hides && (
        <li>
          <HideLink />
        </li>
      )}
    </ul>
  )
}

export function LanguageButton() {
  const { say, here } = usePage()
  return (
    <form method="post" action="/language" class="language" hx-boost="false">
      <input type="hidden" name="language" value={say.language === 'fr' ? 'en' : 'fr'} />
      <input type="hidden" name="returnTo" value={here} />
      <button type="submit" class="link" lang={say.language === 'fr' ? 'en-CA' : 'fr-CA'}>
        {say.common.otherLanguage}
      </button>
    </form>
  )
}
