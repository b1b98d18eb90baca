import type { Day, WallTime } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

const perDay = (rate: number) =>
  rate >= 10 ? `${en.number(rate)} a day` : `${en.decimal(rate)} a day`

const days = (count: number) => en.plural(count, '1 day', `${en.number(count)} days`)

const seen: Record<number, string> = {
  3: 'Seen full',
  2: 'Seen half full',
  1: 'Seen low',
  0: 'Seen empty',
}

/** By when to order; the deadline, where the supplier has one. */
type By = { day: Day; deadline: WallTime | null; isToday: boolean }

const by = ({ day, deadline, isToday }: By) => {
  if (isToday) return deadline ? `today, by ${en.hourWord(deadline.hour)}` : 'today'
  return `by ${deadline ? en.deadline(deadline) : en.weekday(day)}`
}

export const reorder = {
  title: 'What to order',
  deadline: (p: By) => `Order ${by(p)}.`,
  missed: (p: { supplier: Named; missed: WallTime; next: WallTime }) =>
    `${en.name(p.supplier)} took orders until ${en.hourWord(p.missed.hour)} today: ask whether one still goes, or order by ${en.deadline(p.next)}.`,
  noDeadline: 'Nothing to order for now.',
  daysAreOpen: 'Days are open days.',
  underWay: 'Orders under way',
  levelsLabel: 'Items by level',
  everyLevel: 'Show every level',
  levels: {
    now: 'Order now',
    soon: 'Order soon',
    surplus: 'Surplus',
    coming: 'On order',
    enough: 'Enough',
    few: 'Too few data',
  },
  caption: 'Items, most pressing first',
  tick: 'Tick',
  itemAndWhy: 'Item, and why',
  lasts: 'Lasts',
  spark: '30 back, 20 ahead',
  usable: 'Usable',
  inKits: (p: { units: number }) => `+ ${en.number(p.units)} in kits`,
  order: 'Order',
  level: 'Level',
  orderItem: (p: { item: Named }) => `Order ${en.name(p.item)}`,
  aboutDays: (p: { days: number }) => `about ${days(p.days)}`,
  between: (p: { low: number | null; high: number | null }) =>
    p.high === null ? `(${p.low} or more)` : `(${p.low}–${p.high})`,
  noneLeft: 'none left',
  overAYear: 'over a year',
  noForecast: 'no forecast',
  notCounted: 'not counted',
  /** The likely day, and those between which it is four times out of five. */
  runsOut: (p: { on: Day; from: Day; until: Day | null; today: Day }) => {
    const day = (on: Day) => en.shortDayFrom(on, p.today)
    if (p.until === null) return `to ${day(p.on)} (${day(p.from)} or later)`
    return p.from === p.until
      ? `to ${day(p.on)}`
      : `to ${day(p.on)} (${en.shortSpan(p.from, p.until)})`
  },
  sayHowMany: 'Say how many',
  snooze: {
    title: (p: { item: Named }) => `Put aside: ${en.name(p.item)}`,
    lead: 'It leaves the board, and nothing else changes: it is forecast, ordered and reported as before.',
    link: 'Put aside',
    linkOf: (p: { item: Named }) => `Put aside ${en.name(p.item)}`,
    change: 'Change',
    changeOf: (p: { item: Named }) => `Put aside, change: ${en.name(p.item)}`,
    wait: 'Until when',
    worse: 'Until it gets worse',
    worseHint: (p: { last: Day }) => `At the latest it is back on ${en.weekday(p.last)}.`,
    day: 'Until a day',
    back: 'Back on',
    save: 'Put aside',
    again: 'Put aside anew',
    wake: 'Bring it back',
    level: 'Put aside',
    sooner: (p: { on: Day }) =>
      `It is back at once when its level gets more pressing, when nothing is left, or when it would run out on ${en.weekday(p.on)} or before.`,
    soonerByLevel: 'It is back at once when its level gets more pressing.',
    until: (p: { untilOn: Day; by: string | null; snoozedOn: Day }) =>
      `Put aside until ${en.weekday(p.untilOn)}, ${p.by ? `by ${p.by} ` : ''}on ${en.weekday(p.snoozedOn)}.`,
    because: {
      level: 'It is more pressing than it was, so it is shown.',
      empty: 'Nothing is left any more, so it is shown.',
      sooner: 'It runs out sooner than it did, so it is shown.',
    },
    aside: (p: { count: number }) => `${en.number(p.count)} put aside`,
    named: (p: { item: Named; untilOn: Day }) =>
      `${en.name(p.item)} until ${en.shortDay(p.untilOn)}`,
  },
  track: {
    title: 'What the forecast said before',
    /** Means of all that were compared. */
    summary: (p: {
      compared: number
      days: number
      expected: number
      used: number
      typicalMiss: number | null
    }) =>
      `Looking ${days(p.days)} ahead, on ${p.compared} days a week apart: ${en.number(Math.round(p.expected))} expected, ${en.number(Math.round(p.used))} asked for, on average.${
        p.typicalMiss === null ? '' : ` Typical miss ${en.percent(p.typicalMiss)}.`
      }`,
    lean: (p: { expected: number; used: number }) => {
      const lean = p.used > 0 ? p.expected / p.used - 1 : 0
      if (Math.abs(lean) < 0.03) return 'It leans to neither side.'
      return lean < 0
        ? `It expected ${en.percent(-lean)} too little.`
        : `It expected ${en.percent(lean)} too much.`
    },
    range: (p: { withinRange: number; compared: number }) =>
      `${p.withinRange} of ${p.compared} were inside the range; four in five should be.`,
    tooFew: (p: { compared: number }) =>
      p.compared === 0
        ? 'Too few data to compare a forecast with what happened.'
        : `Too few data to judge: ${en.plural(p.compared, 'one forecast', `${p.compared} forecasts`)} can be compared with what happened, and four are needed.`,
    leftOut: (p: { count: number }) =>
      `${en.plural(p.count, 'One is', `${p.count} are`)} left out: with nothing left on some day, nobody knows what would have been asked for.`,
    picture: (p: { days: number }) => `Forecasts of ${days(p.days)}, each made on its day.`,
    key: 'Line: what was asked for. Dots: what was expected. Band: four times out of five.',
    span: 'Days ahead',
    expected: 'Expected',
    used: 'Asked for',
    between: 'Four times in five',
    miss: 'Difference',
    notKnown: 'none left on some day',
  },
  /** On paper. */
  asOf: (p: { day: Day; programme: string }) => `${p.programme}, as of ${en.day(p.day)}.`,
  filter: 'By kind or service',
  category: 'Kind',
  service: 'Service',
  services: 'Services',
  only: (p: { words: readonly string[] }) => `Only: ${p.words.join(' · ')}.`,
  ofAllServices: 'The figures are of all services together.',
  everything: 'Show everything',
  nothingMatches: 'No item matches',
  packs: (p: { packs: number; pack: Named & { size: number } }) =>
    `= ${en.number(p.packs)} ${en.agreed(p.packs, en.name(p.pack))} × ${en.number(p.pack.size)}`,
  aboveLastYear: 'Far above last year: tell the supplier first.',
  nothingMore: 'Nothing more',
  nothingYet: 'Nothing yet',
  ticked: 'Ticked:',
  draft: 'Draft the order',
  empty: 'No item yet',
  emptyHint: 'Items are made in the catalogue; then what runs out is shown here.',
  catalogue: 'Open the catalogue',
  file: 'what-to-order',
  columns: {
    code: 'Code',
    unit: 'Unit',
    onOrder: 'On order',
    low: 'Days left, low',
    median: 'Days left, likely',
    high: 'Days left, high',
    runsOut: 'Runs out, likely',
    from: 'Runs out, early',
    until: 'Runs out, late',
    snoozedUntil: 'Put aside until',
    packs: 'Packs',
    packSize: 'Units in a pack',
    orderBy: 'Order by',
    supplier: 'Supplier',
    why: 'Why',
  },
  why: {
    seen: (p: { level: number; on: Day }) => `${seen[p.level] ?? ''} on ${en.weekday(p.on)}.`,
    neverSeen: () => 'Nobody has noted how much is left.',
    onOrder: (p: { quantity: number; on: Day; isLate: boolean }) =>
      p.isLate
        ? `${en.number(p.quantity)} on order, due ${en.day(p.on)} and not here: ask, or close the order.`
        : `${en.number(p.quantity)} on order, due ${en.weekday(p.on)}.`,
    belowMinimum: (p: { minimum: number }) =>
      `Too few data for a forecast; at or under the minimum of ${en.number(p.minimum)}.`,
    aboveMinimum: (p: { minimum: number }) =>
      `Too few data for a forecast; above the minimum of ${en.number(p.minimum)}.`,
    neverUsed: () => 'Never handed out so far.',
    fewDays: (p: { days: number }) =>
      `Handed out on ${days(p.days)} so far: too few for a forecast.`,
    noneLeft: (p: { days: number }) =>
      `None left; handed out on ${days(p.days)} so far, too few for a forecast.`,
    askedInVain: (p: { units: number }) =>
      `Asked for ${en.plural(p.units, 'once', `${en.number(p.units)} times`)} this month with none left.`,
    shortSupplier: (p: { rate: number; fillRate: number }) =>
      `${perDay(p.rate)}; only ${en.percent(p.fillRate)} of what was ordered came.`,
    expiring: (p: { quantity: number; on: Day }) =>
      `${en.number(p.quantity)} will not be used by ${en.day(p.on)}: give these first.`,
    uneven: (p: { low: number; high: number }) =>
      `Uneven use: ${en.number(p.low)} to ${en.number(p.high)} a week.`,
    rate: (p: { rate: number; leadTimeDays: number; withKits: boolean }) =>
      `${perDay(p.rate)}${p.withKits ? ', kits included' : ''}; delivery takes ${days(p.leadTimeDays)}.`,
    overAYear: () => 'Enough for more than a year.',
    lastsPast: (p: { day: Day }) => `Lasts past the next order, ${en.weekday(p.day)}.`,
  },
  card: {
    left: (p: { days: number }) =>
      `About ${en.plural(p.days, '1 open day', `${en.number(p.days)} open days`)} left`,
    order: 'Order',
    by,
    add: 'Add to an order',
    usableAhead: 'Usable stock',
    title: (p: { units: number }) => `Why ${en.number(p.units)}`,
    titleNothing: 'Why nothing to order',
    handedOut: 'Handed out',
    span: (p: { from: Day; to: Day }) => `${en.day(p.from)} – ${en.day(p.to)}`,
    handedOutAlone: 'Handed out on its own',
    inKits: (p: { kits: number; perKit: number }) =>
      `${en.plural(p.kits, '1 kit', `${en.number(p.kits)} kits`)} × ${en.number(p.perKit)}`,
    leftOut: (p: { days: number }) =>
      `Of these, on ${en.plural(p.days, '1 day', `${en.number(p.days)} days`)} that ran out`,
    leftOutHint: 'more would have been handed out, so the rate is taken from the other days',
    unmet: 'Asked for, none left',
    unmetKits: (p: { kit: Named }) => `${en.name(p.kit)}: asked for, none left`,
    daysInStock: 'Days open and in stock',
    aDay: 'A day',
    toCover: 'Open days to cover',
    until: (p: { day: Day }) => `until the order after this one can arrive, ${en.weekday(p.day)}`,
    readyKits: (p: { item: Unit; units: number }) =>
      `${en.units(p.units, p.item)} are in kits that are ready, and serve first`,
    recentChange: 'Weekdays ahead, and recent days counting more',
    expected: 'Expected use',
    donations: 'Expected donations',
    donationsVary: (p: { none: number; fewest: number; most: number; days: number }) =>
      `Donations do not come on order: ${
        p.none > 0
          ? `of past stretches of ${days(p.days)}, ${en.percent(p.none)} brought none and the best ${en.number(p.most)}`
          : `past stretches of ${days(p.days)} brought from ${en.number(p.fewest)} to ${en.number(p.most)}`
      }. The margin covers those that bring little.`,
    margin: 'Margin for busy weeks',
    often: (p: { percent: number }) =>
      p.percent === 95 ? 'enough 19 times out of 20' : `enough ${p.percent} times out of 100`,
    orderUpTo: 'Order up to',
    damped: (p: { last: number }) => `Half way to the last order’s level, ${en.number(p.last)}`,
    dampedHint: 'stock cannot be handed back, so levels move by halves',
    minimum: 'Minimum that a person set',
    maximum: 'Filled up to',
    usable: 'Usable on hand, bags included',
    expiring: 'Of these, expiring unused before then',
    expiringHint: 'what expires serves nobody, so it is ordered again',
    onOrder: 'On order',
    counted: (p: { ordered: number; fillRate: number }) =>
      `${en.number(p.ordered)} ordered, of which ${en.percent(p.fillRate)} can be counted on`,
    needed: 'Needed',
    inPacks: (p: { pack: Named & { size: number } }) =>
      `Order, in ${en.agreed(2, en.name(p.pack))} of ${en.number(p.pack.size)}`,
    inUnits: 'Order',
    roundedUp: (p: { packs: number; pack: Named & { size: number } }) =>
      `Rounded up to ${en.number(p.packs)} ${en.agreed(p.packs, en.name(p.pack))}.`,
    aboveLastYear: (p: { ordered: number; lastYear: number }) =>
      `With this order, ${en.number(p.ordered)} in five weeks against ${en.number(p.lastYear)} a year ago: tell the supplier before it is sent.`,
    limits: {
      'minimum-order': (p: { minimumOrder: number }) =>
        `The supplier sends at least ${en.number(p.minimumOrder)}.`,
      'maximum-order': (p: { maximumOrder: number }) =>
        `The supplier sends at most ${en.number(p.maximumOrder)} at a time.`,
      expiry: (p: { usedBeforeExpiry: number; allowed: number; lifeDays: number }) =>
        `What is delivered can be given for about ${days(p.lifeDays)}: nine times out of ten ${en.number(p.usedBeforeExpiry)} are used by then, so at most ${en.number(p.allowed)} more.`,
    },
    terms: (p: { supplier: Named; leadTimeDays: number; reviewDays: number }) =>
      `${en.name(p.supplier)} delivers in ${days(p.leadTimeDays)}; an order every ${days(p.reviewDays)}.`,
    termsUntil: (p: { supplier: Named; leadTimeDays: number; taken: string; next: WallTime }) =>
      `${en.name(p.supplier)} delivers in ${days(p.leadTimeDays)}, ${p.taken}. An order now goes with that of ${en.deadline(p.next)}.`,
    usualTerms: (p: { leadTimeDays: number; reviewDays: number }) =>
      `Nobody has noted how this is delivered: a delivery in ${days(p.leadTimeDays)} and an order every ${days(p.reviewDays)} are assumed.`,
    probabilities: 'How much is enough',
    probabilitiesHint: (p: { day: Day }) => `until ${en.weekday(p.day)}`,
    enoughIn: 'Times out of 100',
    units: 'Units',
    tooFew: 'Too few data for a forecast: it needs four weeks and eight days of use.',
  },
}
