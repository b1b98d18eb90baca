import type { Say } from '#src/messages/index.ts'
import { Head, Layout } from '../layout.tsx'
import { LanguageButton } from '../navigation.tsx'
import { PostButton } from '../shared/form.tsx'
import { Icon, type IconName } from '../shared/icon.tsx'
import { usePage } from '../shared/page.tsx'

type Names = Say['common']['nav'] & Say['start']['pages']
type GroupName = keyof Say['start']['menuGroups']
type Link = { path: string; icon: IconName; name: keyof Names }

const groups: Record<GroupName, readonly Link[]> = {
  daily: [
    { path: '/alerts', icon: 'reorder', name: 'reorder' },
    { path: '/stock', icon: 'stock', name: 'stock' },
    { path: '/donations', icon: 'donations', name: 'donations' },
    { path: '/bags', icon: 'bags', name: 'bags' },
    { path: '/venues', icon: 'venues', name: 'venues' },
    { path: '/drop-in', icon: 'home', name: 'dropin' },
    { path: '/sharps', icon: 'bin', name: 'sharps' },
    { path: '/clean-ups', icon: 'bin', name: 'cleanUps' },
    { path: '/late-entry', icon: 'list', name: 'late' },
    { path: '/events', icon: 'calendar', name: 'events' },
    { path: '/search', icon: 'search', name: 'search' },
  ],
  stock: [
    { path: '/orders', icon: 'truck', name: 'orders' },
    { path: '/kits', icon: 'kit', name: 'kits' },
    { path: '/transfers', icon: 'moves', name: 'transfers' },
    { path: '/stocktakes', icon: 'list', name: 'stocktakes' },
    { path: '/alerts/expiry', icon: 'list', name: 'expiry' },
    { path: '/rationing', icon: 'kit', name: 'rationing' },
  ],
  look: [
    { path: '/reports', icon: 'report', name: 'reports' },
    { path: '/distribution', icon: 'report', name: 'distribution' },
    { path: '/recoveries', icon: 'bin', name: 'recoveries' },
    { path: '/sharps/ratio', icon: 'report', name: 'returnRatio' },
    { path: '/changes', icon: 'list', name: 'changes' },
    { path: '/exports', icon: 'list', name: 'exports' },
    { path: '/held', icon: 'bags', name: 'held' },
  ],
  setUp: [
    { path: '/start', icon: 'list', name: 'start' },
    { path: '/catalogue', icon: 'stock', name: 'catalogue' },
    { path: '/places', icon: 'venues', name: 'places' },
    { path: '/routes', icon: 'venues', name: 'rounds' },
    { path: '/bin-types', icon: 'bin', name: 'binTypes' },
    { path: '/calendar', icon: 'calendar', name: 'calendar' },
    { path: '/imports', icon: 'donations', name: 'imports' },
    { path: '/people', icon: 'people', name: 'people' },
    { path: '/settings', icon: 'settings', name: 'settings' },
    { path: '/backups', icon: 'shield', name: 'keeping' },
  ],
}

/** Every page that the person may open, in one place. */
export function Menu() {
  const { say, viewer } = usePage()
  const { start, people, common } = say
  const names = Object.keys(groups) as GroupName[]
  return (
    <Layout title={start.menu} section="more">
      <Head title={start.menu} />
      {names.map((name) => (
        <Group name={name} />
      ))}
      <section aria-labelledby="menu-you">
        <h2 id="menu-you">{viewer?.name}</h2>
        <ul class="pages gap" role="list">
          <li>
            <a href="/account">
              <Icon name="people" />
              {common.nav.account}
            </a>
          </li>
          <li>
            <a href="/phones">
              <Icon name="bags" />
              {say.phones.title}
            </a>
          </li>
        </ul>
        <div class="row gap">
          <PostButton action="/sign-out">{people.signOut}</PostButton>
          <LanguageButton />
        </div>
      </section>
    </Layout>
  )
}

function Group({ name }: { name: GroupName }) {
  const { say, viewer } = usePage()
  const open = groups[name].filter(({ path }) => viewer?.mayOpen(path))
  const names: Names = { ...say.common.nav, ...say.start.pages }
  if (open.length === 0) return null
  return (
    <section aria-labelledby={`menu-${name}`}>
      <h2 id={`menu-${name}`}>{say.start.menuGroups[name]}</h2>
      <ul class="pages gap" role="list">
        {open.map((link) => (
          <li>
            <a href={link.path}>
              <Icon name={link.icon} />
              {names[link.name]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
