// Why a command was refused, and what to do: one sentence or two. Keys are RefusalCode.
import type { Day } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

type Item = Named & Unit

export const refusals = {
  savedAlready: () =>
    'This form was already saved, and has changed since. Open a new one, or undo what was saved and enter it again.',
  stale: () =>
    'Somebody else changed this meanwhile. Their version is shown below; make your change again.',
  notFound: () => 'This is not here any more. Go back and choose again.',
  overdraft: () => 'More would leave than is there. Look at the stock and try again.',
  short: (p: { item: Item; place: Named; available: number; wanted: number }) =>
    `${en.name(p.place)} has ${en.units(p.available, p.item)} of ${en.name(p.item)}, not ${en.number(p.wanted)}. Enter at most ${en.number(p.available)}, or count the place first.`,
  notAllowedThere: () =>
    'One of these items may not go there. The item’s card says where it may go.',
  bagIsOut: () => 'This bag is out already. Bring it back first, or choose another.',
  bagIsIn: () => 'This bag is not out any more. Its last shift has been closed.',
  bagOwes: () =>
    'More was handed out than the bag held. Say in the count where these units came from.',
  noSuchEntry: () => 'This entry does not exist. Go back to the list and choose again.',
  reversedAlready: (p: { day: Day }) => `This was already taken back on ${en.day(p.day)}.`,
  reversalShort: (p: {
    item: Item
    place: Named
    available: number
    wanted: number
    use: { id: number; kind: string; happenedOn: Day } | null
  }) =>
    `This cannot be taken back: ${en.name(p.place)} has only ${en.units(p.available, p.item)} of ${en.name(p.item)} left of these ${en.number(p.wanted)}.${
      p.use
        ? ` The others left on ${en.day(p.use.happenedOn)} (entry ${p.use.id}): take that back first.`
        : ''
    }`,
}
