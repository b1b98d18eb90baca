import { en, type Named } from '../format.ts'

type Capacity = { capacityMl: number }
type Densities = { densityLow: number; densityLikely: number; densityHigh: number }
type Weights = { milligramsLight: number; milligramsLikely: number; milligramsHeavy: number }

const litres = ({ capacityMl }: Capacity) => `${en.exact(capacityMl / 1000)} L`

const half: Readonly<Record<number, string>> = { 25: 'a quarter', 50: 'half', 75: 'three quarters' }

const of = (containers: number, type: Named) => `${en.number(containers)} × ${en.name(type)}`

/** Parts of what was given out. */
type Share = { low: number; likely: number; high: number }

const rounded = (ratio: number) => en.number(Math.round(ratio * 100))

export const sharps = {
  title: 'Used sharps',
  lead: 'What comes back is waste, counted apart: it never mixes with stock.',
  notDone: 'Not done',
  elsewhere: 'More of what came back',
  recovered: 'Recovered',
  about: (p: { low: number; likely: number; high: number }) =>
    `about ${en.number(p.likely)} (${en.number(p.low)} to ${en.number(p.high)})`,
  methods: {
    count: 'counted',
    container: (p: { type: Named; containers: number; fillPercent: number }) =>
      `${of(p.containers, p.type)}, ${
        p.fillPercent === 0
          ? 'empty'
          : p.fillPercent === 100
            ? 'full'
            : `${half[p.fillPercent]} full`
      }`,
    weight: (p: { type: Named; containers: number; grams: number }) =>
      `${en.number(p.grams)} g in ${of(p.containers, p.type)}`,
  },
  measures: {
    legend: 'What was in it',
    what: [
      ['0', 'Empty'],
      ['25', 'A quarter full'],
      ['50', 'Half full'],
      ['75', 'Three quarters'],
      ['100', 'Full'],
      ['count', 'Counted'],
      ['weight', 'Weighed'],
    ] as readonly (readonly [string, string])[],
    amount: 'How many, or how many grams',
    amountHint:
      'When it was counted or weighed. Weigh it with its containers; never open one to count.',
    type: 'Container',
    typeHint: 'Not asked for what was counted.',
    noType: 'None: it was counted',
    containers: 'How many of them',
    containersHint: 'Each as full as the others; else note them one by one.',
  },
  recoveries: {
    title: 'What came back',
    record: 'Note what came back',
    recordLead:
      'Returned at the drop-in, or handed to you. Bins and clean-ups have their own pages.',
    saveIt: 'Save what came back',
    source: 'From',
    sources: {
      'drop-in': 'Drop-in',
      people: 'Returned by people',
      bin: 'Bin',
      'clean-up': 'Clean-up',
    },
    empty: 'Nothing has come back yet',
    emptyHint: 'Note a container that was returned: how full it is will do.',
  },
  cleanUps: {
    title: 'Clean-ups',
    lead: 'Rounds to collect what lies outside: a sector by its code, people as a count.',
    begin: 'Begin a clean-up',
    beginLead:
      'Note the gear that leaves. What is collected, and what comes back, is noted on its page.',
    beginIt: 'Begin the clean-up',
    empty: 'No clean-up yet',
    emptyHint: 'Begin one when people leave, or note one that is over.',
    of: (p: { sector: string; day: string }) =>
      `Clean-up ${p.sector.replaceAll('-', '\u2011')}, ${p.day}`,
    who: (p: { people: number }) =>
      `${en.plural(p.people, '1 person', `${en.number(p.people)} people`)}.`,
    sum: (p: { sum: string }) => `Collected: ${p.sum}.`,
    sector: 'Sector',
    sectorHint: 'Your code for it, such as C-3; never an address.',
    people: 'People',
    peopleHint: 'How many went; no names.',
    gearHead: 'Gear',
    gearOut: 'Gear that left',
    gear: { gloves: 'Pairs of gloves', tongs: 'Tongs', containers: 'Containers' },
    gearBack: 'Gear that came back',
    gearBackHint:
      'Unused gloves and containers, and every pair of tongs. Blank is not counted yet.',
    gearBackOf: {
      gloves: 'Pairs of gloves back',
      tongs: 'Tongs back',
      containers: 'Containers back, unused',
    },
    back: 'Gear back',
    out: 'Gear out',
    collected: 'What was collected',
    collectedSave: 'Save what was collected',
    edit: 'Gear, and corrections',
    saveIt: 'Save the clean-up',
    cancel: 'Strike out: it did not take place',
    cancelled: 'Struck out',
  },
  ratio: {
    title: 'Return ratio',
    promise:
      'What came back against the syringes given out. A community figure, never a condition of supply: nobody has to bring any back to be given more.',
    years: 'Years',
    yearOf: (p: { year: number }) => `${p.year}–${p.year + 1}`,
    fromTo: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
    empty: 'Nothing given out or come back in this year',
    emptyHint: 'Hand-outs of syringes, and what is recovered, will be added up here by month.',
    noNeedle: 'No item is marked as a needle yet, so nothing counts as given out.',
    sentence: (p: { given: number; likely: number; ratio: Share | null; isCurrent: boolean }) =>
      p.ratio === null
        ? `${en.number(p.likely)} came back; none is recorded as given out.`
        : `For every 100 syringes given out, about ${rounded(p.ratio.likely)} came back (${rounded(p.ratio.low)} to ${rounded(p.ratio.high)})${p.isCurrent ? ', so far this year' : ''}.`,
    drawn: 'Recovered for each hundred syringes given out, by month',
    story: (p: { rows: readonly { month: string; ratio: Share | null }[] }) =>
      p.rows
        .map(({ month, ratio }) => `${en.month(month)}: about ${en.percent(ratio?.likely ?? 0)}.`)
        .join(' '),
    key: 'The line is what is most likely, the band how far off it could be; dotted is a month that is not over.',
    month: 'Month',
    soFar: (p: { month: string }) => `${p.month}, so far`,
    given: 'Given out',
    total: 'The year',
    percent: (p: Share & { isExact: boolean }) =>
      p.isExact
        ? en.percent(p.likely)
        : `about ${en.percent(p.likely)} (${en.percent(p.low)} to ${en.percent(p.high)})`,
    how: 'How it is reckoned',
    howGiven:
      'Given out are the units that reached venues of these items, by themselves or in kits, by the recipe of their lot:',
    howBack:
      'Come back is what was counted, or read from the fill or the weight of containers; the range is that of the container type on that day. Others’ syringes come back too, and ours elsewhere: a month can pass 100%.',
    howSent:
      'In the spreadsheet, months with a count from 1 to 4 are withheld, and so are others where the total would give them away.',
    file: 'return-ratio',
    columns: [
      'Month',
      'Given out',
      'Recovered, low',
      'Recovered, likely',
      'Recovered, high',
      'Ratio %, low',
      'Ratio %, likely',
      'Ratio %, high',
    ],
  },
  bins: {
    title: 'Bins at venues',
    place: 'Place a bin',
    placeIt: 'Place the bin',
    placeLead:
      'A bin that stays at a venue. The empty container leaves your stock; what comes back in it does not return to it.',
    empty: 'No bin at any venue yet',
    emptyHint: 'Place the first one: where, of which kind, and how often it is swapped.',
    noTypeHint: 'The office adds the kinds of container first.',
    due: (p: { due: number; bins: number }) =>
      p.due === 0
        ? `${en.plural(p.bins, '1 bin', `${en.number(p.bins)} bins`)}, none to swap today.`
        : `${en.number(p.due)} to swap, of ${en.plural(p.bins, '1 bin', `${en.number(p.bins)} bins`)}.`,
    container: 'Container',
    emptySince: 'Empty on',
    swapDue: 'To swap',
    neverDue: 'No rhythm set',
    here: (p: { bins: number }) => en.plural(p.bins || 2, 'Bin', 'Bins'),
    emptyOn: (p: { day: string }) => `empty on ${p.day}`,
    toSwap: 'Bin to swap',
    swap: 'Swap',
    swapIt: 'Save the swap',
    swapOf: (p: { venue: string }) => `Swap the bin: ${p.venue}`,
    since: (p: { type: Named; day: string }) => `${en.name(p.type)}, there since ${p.day}.`,
    binOf: (p: { type: Named; venue: string }) => `${p.venue}: ${en.name(p.type)}`,
    chooseVenue: 'Choose a venue',
    swapEvery: 'Swap every … days',
    swapEveryHint: 'Blank is never due.',
    rhythm: 'How often',
    from: 'The empty one comes from',
    fromHint: 'One container leaves there, when it is an item of yours.',
    fromNowhere: 'Not from our stock',
    fromStock: 'One container from stock',
    outcome: 'What stays there',
    outcomes: { swapped: 'An empty one', removed: 'None: the bin is removed' },
    kinds: { placed: 'Placed', swapped: 'Swapped', removed: 'Removed' },
    gone: 'Not there any more',
    history: 'What was done with it',
    done: 'What was done',
  },
  types: {
    title: 'Container types',
    lead: 'How many sharps a container holds, so that one can be read by its fill or its weight.',
    editLead: 'What was recovered before stays as it was reckoned then.',
    add: 'Add a container type',
    save: 'Save the container type',
    empty: 'No container type yet',
    emptyHint:
      'Add the containers you hand out and collect: their volume, and how full a litre is.',
    container: 'Container',
    newOnes: (p: { item: Named }) => `New ones come from stock: ${en.name(p.item)}`,
    holds: 'Full, it holds',
    full: (p: Capacity & Densities) =>
      `about ${en.number(Math.round((p.capacityMl * p.densityLikely) / 1000))} in ${litres(p)}`,
    perLitre: (p: Densities) =>
      `${en.number(p.densityLow)} to ${en.number(p.densityHigh)} a litre, usually ${en.number(p.densityLikely)}`,
    weighs: 'It weighs',
    tare: (p: { tareGrams: number }) => `${en.number(p.tareGrams)} g empty`,
    each: (p: Weights) =>
      `a sharp ${en.exact(p.milligramsLight / 1000)} to ${en.exact(p.milligramsHeavy / 1000)} g, usually ${en.exact(p.milligramsLikely / 1000)}`,
    item: 'New ones in stock are',
    itemHint: 'A new bin at a venue then takes one from stock.',
    noItem: 'None of our items',
    byVolume: 'By how full it is',
    byVolumeHint: 'Count a full one once in a while: yours is a better number than any guide’s.',
    capacity: 'Volume in litres',
    densityLow: 'Sharps in a litre, loosely filled',
    densityLikely: 'Usually',
    densityHigh: 'Tightly filled',
    byWeight: 'By its weight',
    byWeightHint: 'Weigh an empty one, and a hundred sharps.',
    tareGrams: 'Empty, in grams',
    gramsLight: 'A light sharp, in grams',
    gramsLikely: 'A usual one',
    gramsHeavy: 'A heavy one',
    retireHint: 'It leaves the forms; bins and what was recovered stay as they are.',
  },
}
