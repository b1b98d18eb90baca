// Who goes where: three teams, five afternoons, and every venue at least once a week.
import { type Day, daysBetween, weekdayOf } from '#src/day.ts'
import { type Venue, venues } from './cast.ts'
import type { Random } from './random.ts'

type Round = {
  readonly bag: string
  readonly people: readonly string[]
  /** The name of the saved route it follows. */
  readonly route: string
  /** Local time of the first who leave. */
  readonly leaves: string
  readonly stops: readonly Venue[]
}

type Team = {
  readonly bag: string
  readonly people: readonly string[]
  readonly weekdays: readonly number[]
}

const teams: readonly Team[] = [
  { bag: 'Sac bleu', people: ['Omar', 'Béa'], weekdays: [1, 2, 3, 4, 5] },
  { bag: 'Sac rouge', people: ['Jules', 'Nadia'], weekdays: [1, 2, 3, 4, 5] },
  { bag: 'Sac vert', people: ['Tom', 'Kim'], weekdays: [2, 4, 5] },
]

/** On call: they stand in, and go out by themselves on long Fridays. */
const onCall = ['Ravi', 'Ève'] as const

const shifts = teams.flatMap((team) => team.weekdays.map((weekday) => ({ ...team, weekday })))
const streets = venues.filter(({ role }) => role === 'street')
const bars = venues.filter(({ role }) => role === 'bar')

const weekdayNames = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'] as const

/** By foot, for long Fridays and for whoever is out today. */
export const longRoute = {
  name: 'Tour du quartier',
  stops: [...streets.slice(0, 5), ...bars.slice(0, 3)],
}

/** The saved routes: one an afternoon and team, and the long one. */
export const routes = [
  ...shifts.map(({ bag, weekday }, index) => ({
    name: `${weekdayNames[weekday - 1]}, ${bag.toLowerCase()}`,
    stops: venues.filter((_, venue) => venue % shifts.length === index),
  })),
  longRoute,
]

/** Venues of the last days that nobody has been to: the board shows them as due. */
const neglected = ['Rideau', 'Motel B', 'Léo', 'Chambres 12']
const neglectedDays = 11

export function roundsOf(random: Random, { day, last }: { day: Day; last: Day }): Round[] {
  const weekday = weekdayOf(day)
  const isLongFriday = weekday === 5 && [5, 6, 7, 8].includes(Number(day.slice(5, 7)))
  const usual = shifts.flatMap((shift, index) =>
    shift.weekday === weekday
      ? [
          {
            ...{ bag: shift.bag, people: standIn(random, shift.people) },
            ...{ leaves: '13:00', ...followed(random, { index, day, last }) },
          },
        ]
      : [],
  )
  if (!isLongFriday) return usual
  const extra = { leaves: '15:00', route: longRoute.name, stops: longRoute.stops }
  return [...usual, { bag: 'Sac noir', people: [...onCall], ...extra }]
}

/** Somebody is ill or away one afternoon in fifteen. */
function standIn(random: Random, people: readonly string[]): string[] {
  const [first, ...others] = people
  if (!first || !random.chance(1 / 15)) return [...people]
  return [...others, random.pick(onCall)]
}

type Following = { readonly index: number; readonly day: Day; readonly last: Day }

/** The venues of a route, a street besides, and now and then one left out. */
function followed(random: Random, { index, day, last }: Following) {
  const { name: route = '', stops: own = [] } = routes[index] ?? {}
  const besides = random.some(streets, 1)
  const isLate = daysBetween(day, last) <= neglectedDays
  const stops = [...own, ...besides.filter((each) => !own.includes(each))].filter(
    ({ name }) => !(isLate && neglected.includes(name)) && !random.chance(0.05),
  )
  return { route, stops }
}
