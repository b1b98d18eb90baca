// The bar under the thumb of a shift: its places, and the way out of sight. The office has its menu there.
import { HideLink } from './cover.tsx'
import { Icon, type IconName } from './icon.tsx'
import { usePage, useSay } from './page.tsx'

export type FieldTab = 'visit' | 'stops' | 'bag'

type FieldBarProps = {
  here: FieldTab
  /** The latest visit; none before the first stop. */
  visitPath: string | null
  shiftPath: string
  bagPath: string
}

export function FieldBar({ here, visitPath, shiftPath, bagPath }: FieldBarProps) {
  const { say, viewer } = usePage()
  const { bags } = say
  const places: readonly Tab[] = [
    ...(visitPath
      ? [{ tab: 'visit', path: visitPath, icon: 'list', label: bags.visit } as const]
      : []),
    { tab: 'stops', path: shiftPath, icon: 'venues', label: bags.stopsTab },
    { tab: 'bag', path: bagPath, icon: 'bags', label: bags.bag },
  ]
  return viewer?.role === 'outreach' ? (
    <UnderThumb places={places} here={here} />
  ) : (
    <InARow places={places} here={here} />
  )
}

type Tab = { tab: FieldTab; path: string; icon: IconName; label: string }
type TabsProps = { places: readonly Tab[]; here: FieldTab }

function UnderThumb({ places, here }: TabsProps) {
  const { bags } = useSay()
  return (
    <nav class="nav field" aria-label={bags.bar}>
      <ul role="list">
        {places.map(({ tab, path, icon, label }) => (
          <li>
            <a href={path} aria-current={tab === here ? 'page' : undefined}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
        <li>
          <HideLink />
        </li>
      </ul>
    </nav>
  )
}

function InARow({ places, here }: TabsProps) {
  const { bags } = useSay()
  return (
    <nav class="row" aria-label={bags.bar}>
      {places.map(({ tab, path, label }) => (
        <a href={path} aria-current={tab === here ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
