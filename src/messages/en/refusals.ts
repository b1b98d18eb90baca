// Why a command was refused, and what to do: one sentence or two. Keys are RefusalCode.
import type { Day } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

type Item = Named & Unit

/** A number that people were shown, and what it is now. */
export type Change = { readonly item: Named; readonly from: number; readonly to: number }

const changesEn = (changes: readonly Change[]) =>
  changes.length === 0
    ? ''
    : `: ${en.list(changes.map(({ item, from, to }) => `${en.name(item)} ${en.number(from)} → ${en.number(to)}`))}`

export const refusals = {
  savedAlready: () =>
    'This form was already saved, and has changed since. Open a new one, or undo what was saved and enter it again.',
  stale: () =>
    'Somebody else changed this meanwhile. Their version is shown below; make your change again.',
  notFound: () => 'This is not here any more. Go back and choose again.',
  overdraft: () => 'More would leave than is there. Look at the stock and try again.',
  short: (p: { item: Item; place: Named; available: number; wanted: number }) =>
    `${en.name(p.place)} has ${en.units(p.available, p.item)} of ${en.name(p.item)}, not ${en.number(p.wanted)}. Enter at most ${en.number(p.available)}, or count the place first.`,
  shortUsable: (p: {
    item: Item
    place: Named
    available: number
    wanted: number
    unusable: number
  }) =>
    `${en.name(p.place)} has ${en.units(p.available, p.item)} of ${en.name(p.item)} that can be used, not ${en.number(p.wanted)}; ${en.number(p.unusable)} more ${en.plural(p.unusable, 'is', 'are')} past the date or on hold.`,
  lotMissing: (p: { item: Item; place: Named; lots: number }) =>
    `${en.name(p.place)} has ${p.lots} lots of ${en.name(p.item)}. Choose the one it was.`,
  itemNotInBags: (p: { item: Item }) =>
    `${en.name(p.item)} may not go in bags. Remove the line, or choose a stockroom.`,
  notAllowedThere: () =>
    'One of these items may not go there. The item’s card says where it may go.',
  bagIsOut: () => 'This bag is out already. Bring it back first, or choose another.',
  bagIsIn: () => 'This bag is not out any more. Its last shift has been closed.',
  bagOwes: () =>
    'More was handed out than the bag held. Say in the count where these units came from.',
  bagOutWith: (p: { bag: Named; people: readonly string[]; day: Day }) =>
    `${en.name(p.bag)} has been out since ${en.weekday(p.day)}, with ${en.list(p.people)}. Take another bag, or ask them to bring it back.`,
  planChanged: (p: { changes: readonly Change[] }) =>
    `The stock has moved since you opened this page${changesEn(p.changes)}. The list below is the new one: look at it and confirm again.`,
  bagMoved: (p: { changes: readonly Change[] }) =>
    `More was recorded since you opened this page${changesEn(p.changes)}. What is expected is new; what you counted is kept.`,
  notYet: (p: { day: Day }) =>
    `This begins on ${en.weekday(p.day)}: what is handed out there is recorded then.`,
  whoWasOut: () => 'The book has no shift of this bag on that day. Say who was out with it.',
  notYourShift: () =>
    'This bag is out with somebody else. Ask one of them, or the office, to record it.',
  lineUncounted: (p: { item: Named; lot: string | null }) =>
    `${en.name(p.item)}${p.lot ? `, lot ${p.lot}` : ''}: count it, even when there is none.`,
  reasonMissing: (p: { item: Named; difference: number }) =>
    `${en.name(p.item)}: a difference of ${en.number(p.difference)}. Say what happened.`,
  handOutGone: () => 'This was taken back already. The tally below is up to date.',
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
  orderSent: () =>
    'This order has been sent: the supplier has it as it is. Write another order for what is missing.',
  orderReceived: () =>
    'Some of this order has arrived. Take the receipt back first, or close the order for what is missing.',
  binGone: () => 'This bin does not stand there any more. Place a new one where one is wanted.',
  binBefore: (p: { day: Day }) => `This bin was placed on ${en.day(p.day)}. Check the day.`,
  binUsed: (p: { day: Day }) =>
    `Something was done with this bin on ${en.day(p.day)}. Take that back first.`,
  binLight: (p: { grams: number }) =>
    `The empty containers alone weigh ${en.number(p.grams)} g. Check the weight, or the container type.`,
  cleanUpUsed: () =>
    'Something was collected on this clean-up. Take that back first, if it did not take place.',
  cameWithBin: () => 'This came back with a bin. Take the swap back, on the page of the bin.',
  visitHolds: () =>
    'Something is recorded at this stop. Take that back first, line by line; then the stop itself.',
  binStands: () =>
    'This container was left at a venue as a bin. Take back what was done with the bin, on its own page.',
  orderNotSent: () => 'This order is still a draft. Send it first, then receive it.',
  orderOver: () => 'This order is closed already. Undo the closing first.',
  expectedBeforeSent: () => 'It cannot arrive before it was sent. Check both days.',
  holdsStock: () =>
    'This place is in use: it holds stock, or is out. Bring it back and empty it first.',
  bagAway: (p: { place: Named }) =>
    `${en.name(p.place)} is out. Bring it back before you retire it.`,
  placeHolds: (p: { place: Named; units: number; items: number }) =>
    `${en.name(p.place)} still holds ${en.number(p.units)} units of ${en.plural(p.items, '1 item', `${p.items} items`)}. Move them elsewhere, or count the place, and then retire it.`,
  builtIn: (p: { place: Named }) =>
    `${en.name(p.place)} is part of how the book works and stays. You can give it another name.`,
  stockroomFeeds: (p: { place: Named; fed: readonly Named[] }) =>
    `${en.name(p.place)} fills ${en.list(p.fed.map(en.name))}. Say first where they are filled from.`,
  serviceFixed: () =>
    'Things have already moved here, so its service stays: past days would change. Make a new place instead.',
  countedStock: () =>
    'There is stock of this item in the book. Count it to zero first, then follow it roughly.',
  nameTaken: (p: { other: Named; isRetired: boolean }) =>
    `${en.name(p.other)} has this name already${p.isRetired ? ' and is retired: bring it back instead' : ''}. Choose another.`,
  codeTaken: (p: { other: Named; isRetired: boolean }) =>
    `${en.name(p.other)}${p.isRetired ? ', which is retired,' : ''} answers to this already. Choose another.`,
  noPackFits: (p: { pack: Named & { size: number } }) =>
    `No whole ${en.name(p.pack)} of ${en.number(p.pack.size)} lies between the minimum and the maximum: nothing could be ordered. Change one of them, or the pack.`,
  itemInUse: (p: { item: Named; places: readonly Named[]; kits: readonly Named[] }) =>
    `${en.name(p.item)} is still ${en.list([
      ...(p.places.length > 0 ? [`on the list of ${en.list(p.places.map(en.name))}`] : []),
      ...(p.kits.length > 0 ? [`in the recipe of ${en.list(p.kits.map(en.name))}`] : []),
    ])}. Take it off there first.`,
  packTaken: (p: { pack: Named; size: number; isRetired: boolean }) =>
    `There is a pack of ${en.number(p.size)} already: ${en.name(p.pack)}${p.isRetired ? ', retired. Bring it back instead' : ''}.`,
  lotTaken: () =>
    'This item has a lot with this number and date already. If the two are one, correct it by a count.',
  lotFixed: () => 'This is not a lot of its own: it has no number and no date to correct.',
  dayTaken: (p: { day: Day }) =>
    `${en.day(p.day)} has its own line for this service already. Remove that one first.`,
  nightClosed: () => 'The night is closed. Open it again to record more.',
  nightOver: () => 'This night is over: its day has ended.',
  nightHeld: (p: { day: Day }) => `Something was recorded on ${en.weekday(p.day)}: it was open.`,
  openingUnexplained: () => 'The calendar has tonight closed: say in a few words why it opens.',
  undoTaken: () =>
    'This cannot be undone: something else has this name, code or day by now. Change one of the two.',
  signInWrong: () => 'This name and password do not go together. Check both and try again.',
  signInWait: (p: { seconds: number }) =>
    p.seconds < 90
      ? `There were too many tries. Wait ${en.plural(p.seconds, '1 second', `${p.seconds} seconds`)}, then try again.`
      : `There were too many tries. Wait ${en.number(Math.ceil(p.seconds / 60))} minutes, then try again.`,
  passwordWrong: () => 'This is not your present password.',
  signInNameTaken: () => 'Somebody signs in with this name already. Choose another.',
  lastAdmin: () =>
    'Nobody else could manage people then. First make another administrator, and wait until they have chosen their password.',
  codeWrong: () => 'This code does not open, or was used already. Type the one the app shows now.',
  secondStepLate: () => 'That took longer than ten minutes. Type your password again.',
  secondStepStands: () =>
    'The second step is set up already. To have new recovery codes, end it and set it up again.',
  linkSpent: () => 'This link was used already, or is too old.',
  noRecipe: () => 'This item has no recipe yet. Write what one kit is made of first.',
  kitShort: (p: { item: Item; place: Named; available: number; wanted: number }) =>
    `${en.name(p.place)} has ${en.units(p.available, p.item)} of ${en.name(p.item)} that can be used; this many kits need ${en.number(p.wanted)}. Build fewer, or wait for a delivery.`,
  kitOfItself: () => 'A kit cannot be made of itself, nor of a kit that holds it.',
  componentTwice: () => 'This component is on another line already. Put the two together.',
  countPosted: () =>
    'This count is posted already. Take it back first to change it, or start a new one.',
  countSuperseded: () =>
    'A later count of this place was started: go on with that one. What it found already holds what this one would book again.',
  countedTwice: () =>
    'This lot is counted already. Enter all of it in one place: change its number on the sheet.',
  nothingCounted: () => 'Nothing is counted yet. Type what you see on the lines, then save.',
}
