// What a new programme does first, and how much of it is done: always computed, never stored.
import type { Beginnings } from './queries.ts'

export type StepName =
  | 'programme'
  | 'calendar'
  | 'places'
  | 'items'
  | 'count'
  | 'suppliers'
  | 'people'
  | 'bag'

export type Step = {
  readonly name: StepName
  readonly path: string
  /** later: something else comes first. */
  readonly state: 'done' | 'ready' | 'later'
}

export type StepGroup = { readonly name: 'programme' | 'stock' | 'team'; readonly steps: Step[] }

export function stepGroups(begun: Beginnings): StepGroup[] {
  const { hasEntries: isCounted, bags, venues, hasShifts } = begun
  const hasBagToTake = isCounted && bags > 0
  return [
    {
      name: 'programme',
      steps: [
        step('programme', '/settings', begun.settingsChanged),
        step('calendar', '/calendar', begun.calendarChanged),
        step('places', '/places', bags > 0 && venues > 0),
      ],
    },
    {
      name: 'stock',
      steps: [
        step('items', '/catalogue', begun.catalogueChanged || isCounted),
        step('count', '/stocktakes', isCounted),
        step('suppliers', '/places', begun.suppliers > 0),
      ],
    },
    {
      name: 'team',
      steps: [
        step('people', '/people', begun.people > 1),
        hasShifts || hasBagToTake
          ? step('bag', '/bags', hasShifts)
          : { name: 'bag', path: '/bags', state: 'later' },
      ],
    },
  ]
}

function step(name: StepName, path: string, isDone: boolean): Step {
  return { name, path, state: isDone ? 'done' : 'ready' }
}
