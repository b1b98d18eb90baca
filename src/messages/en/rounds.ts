import { en } from '../format.ts'

export const rounds = {
  title: 'Routes',
  lead: 'Places in the order they are visited, to be chosen when a bag is taken.',
  add: 'New route',
  save: 'Save the route',
  empty: 'No route yet',
  emptyHint: 'Write the places of a usual afternoon in order: a shift then shows where to go next.',
  stops: 'Places, one a line, in order',
  stopsHint: 'Move a line to change the order. Places:',
  retire: 'Retire this route',
  retireHint: 'A retired route is not offered any more. Shifts that took it keep their stops.',
  choose: 'Route',
  none: 'No route',
  planned: 'On the route',
  states: { done: 'done', skipped: 'skipped', next: 'next', later: '' },
  skip: 'Skip',
  skipThis: (p: { venue: string }) => `Skip ${p.venue}`,
  unskip: 'Stop after all',
  unskipThis: (p: { venue: string }) => `Stop after all at ${p.venue}`,
  elsewhere: 'Elsewhere',
  toGo: (p: { count: number }) =>
    p.count === 0
      ? 'No stop to go.'
      : en.plural(p.count, '1 stop to go.', `${p.count} stops to go.`),
  perStop: (p: { count: number }) => `${en.number(p.count)} a stop`,
  metered: (p: { left: number; stops: number; perStop: number }) =>
    `${en.number(p.left)} left, ${en.plural(p.stops, '1 stop', `${p.stops} stops`)} to go: ${en.number(p.perStop)} a stop`,
}
