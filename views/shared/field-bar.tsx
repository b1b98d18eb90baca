// The bar under the thumb of a shift: four places, and the way out of sight.
import { Icon, type IconName } from './icon.tsx'
import { usePage } from './page.tsx'

export type FieldTab = 'visit' | 'stops' | 'bag'

type FieldBarProps = {
  here: FieldTab
  /** The latest visit; none before the first stop. */
  visitPath: string | null
  shiftPath: string
  bagPath: string
}

export function FieldBar({ here, visitPath, shiftPath, bagPath }: FieldBarProps) {
  const { say, programme } = usePage()
  const { bags } = say
  const tabs: readonly [FieldTab, string | null, IconName, string][] = [
    ['visit', visitPath, 'list', bags.visit],
    ['stops', shiftPath, 'venues', bags.stopsTab],
    ['bag', bagPath, 'bags', bags.bag],
  ]
  return (
    <nav class="nav field" aria-label={bags.bar}>
      <ul role="list">
        {tabs.map(
          ([tab, path, icon, label]) =>
            path !== null && (
              <li>
                <a href={path} aria-current={tab === here ? 'page' : undefined}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ),
        )}
        <li>
          <a href={programme.neutralPage} rel="noreferrer" hx-boost="false">
            <Icon name="hide" />
            {bags.hide}
          </a>
        </li>
      </ul>
    </nav>
  )
}
