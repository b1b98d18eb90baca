import type { Day, WallTime } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

type Line = { item: Named & Unit; quantity: number; pack: (Named & { size: number }) | null }

const packed = ({ item, quantity, pack }: Line) =>
  pack
    ? `${en.number(quantity / pack.size)} ${en.agreed(quantity / pack.size, en.name(pack))} × ${en.number(pack.size)} = ${en.units(quantity, item)}`
    : en.units(quantity, item)

export const orders = {
  title: 'Orders',
  lead: 'What was ordered, what has come, and what suppliers still owe.',
  new: 'New order',
  number: (p: { id: number }) => `Order ${p.id}`,
  from: (p: { id: number; supplier: Named }) => `Order ${p.id}, ${en.name(p.supplier)}`,
  drafts: 'Drafts',
  waiting: 'Sent and waiting',
  finished: 'Received, closed and cancelled',
  nothingOpen: 'Nothing is waiting.',
  empty: 'No order yet',
  emptyHint: 'Write the first one, or tick what runs out on the reorder board.',
  toBoard: 'What to order',
  supplier: 'Supplier',
  supplierHint: 'A new name makes a new supplier.',
  allSuppliers: 'All suppliers',
  order: 'Order',
  sentOn: 'Sent on',
  expectedOn: 'Expected on',
  expected: (p: { day: Day }) => `Expected ${en.weekday(p.day)}`,
  draftedOn: (p: { day: Day }) => `Drafted ${en.day(p.day)}`,
  sent: (p: { day: Day }) => `Sent ${en.day(p.day)}`,
  toComeLines: (p: { toCome: number; lines: number }) =>
    p.toCome === 0
      ? en.plural(p.lines, '1 line', `${p.lines} lines`)
      : `${p.toCome} of ${en.plural(p.lines, '1 line', `${p.lines} lines`)} to come`,
  lines: 'Lines',
  filled: 'Filled',
  status: {
    draft: 'Draft',
    waiting: 'On the way',
    late: 'Late',
    received: 'Received',
    short: 'Closed short',
    cancelled: 'Cancelled',
  },
  saveDraft: 'Save the draft',
  saveChanges: 'Save the changes',
  changeDraft: 'Change this draft',
  mixed: (p: { supplier: Named; items: readonly Named[] }) =>
    `${en.list(p.items.map(en.name))}: from ${en.name(p.supplier)}, so on an order of its own.`,
  draftFor: (p: { supplier: Named }) => `Draft it for ${en.name(p.supplier)}`,
  recommended: 'Quantities are the recommended ones. Change what you know better.',
  ordered: 'Ordered',
  receivedUnits: 'Received',
  toCome: 'Still to come',
  missing: 'Missing',
  moreThanOrdered: (p: { quantity: number }) => `${en.number(p.quantity)} more than ordered`,
  notOrdered: 'Not on the order',
  amount: 'Amount',
  packed,
  fillRate: (p: { rate: number }) => `${en.percent(p.rate)} of what was ordered came.`,
  send: 'It has been sent',
  sendTitle: 'When you have sent it',
  sendHint:
    'Copy the text below, or print this page, and send it as you usually do. Then note the day: from then on it counts as on order.',
  expectedHint: (p: { days: number; isUsual: boolean }) =>
    `Left blank, it is ${en.plural(p.days, '1 day', `${p.days} days`)} after sending${p.isUsual ? ', the usual delay while this supplier has none of its own' : ''}.`,
  expectedAfterDeadline: (p: { days: number }) =>
    `Left blank, it is ${en.plural(p.days, '1 day', `${p.days} days`)} after the deadline it is in time for.`,
  sendBy: (p: { deadline: WallTime; isToday: boolean }) =>
    p.isToday
      ? `Order today, by ${en.hourWord(p.deadline.hour)}.`
      : `Order by ${en.deadline(p.deadline)}.`,
  deadlineMissed: (p: { deadline: WallTime }) =>
    `The deadline of ${en.deadline(p.deadline)}, has passed.`,
  changeDays: 'Change the expected day',
  saveDays: 'Save the days',
  receive: 'Receive',
  cancelOrder: 'Cancel the order',
  closeOrder: 'Close it: the rest will not come',
  textTitle: 'Text to copy',
  textIn: { fr: 'In French', en: 'In English' },
  text: (p: { programme: string; id: number; day: Day; lines: readonly Line[] }) =>
    [
      'Hello,',
      '',
      `Please send us the following (our order ${p.id} of ${en.day(p.day)}):`,
      '',
      ...p.lines.map((line) => `- ${en.name(line.item)}: ${packed(line)}`),
      '',
      'Thank you,',
      p.programme,
    ].join('\n'),
  calendar: {
    title: 'Order calendar',
    lead: 'The order deadlines of the next eight weeks, what is drafted for them, and what the board would put in today.',
    open: 'Order calendar',
    weekOf: (p: { day: Day }) => `Week of ${en.weekday(p.day)}`,
    inDays: (p: { days: number }) =>
      p.days === 0 ? 'today' : en.plural(p.days, 'tomorrow', `in ${en.number(p.days)} days`),
    toOrder: 'To order',
    likely: (p: { items: readonly Named[] }) =>
      `Enough for now; likely to be ordered by then: ${en.list(p.items.map(en.name))}.`,
    notCounted: 'A draft is not on order until it is sent: what it holds is counted here too.',
    anyDay: 'On any day',
    nobody: 'No supplier noted',
    empty: 'No order deadline is known',
    emptyHint: 'Note on a supplier’s page when it takes orders; its deadlines are listed here.',
    toPlaces: 'Suppliers',
  },
  file: (p: { id: number }) => `order-${p.id}`,
  columns: {
    itemFr: 'Item in French',
    itemEn: 'Item in English',
    pack: 'Pack',
    price: 'Price, $',
    priceFor: 'Units the price is for',
    notReceived: 'Not received',
  },
  record: {
    open: 'What came of orders',
    terms: 'Name and terms',
    empty: (p: { since: Day }) => `Nothing ordered since ${en.day(p.since)}`,
    taken: (p: { taken: string }) => `${p.taken.charAt(0).toUpperCase()}${p.taken.slice(1)}.`,
    kept: (p: { orders: number; onTime: number; late: number; since: Day }) =>
      `Since ${en.day(p.since)}: ${en.plural(p.orders, '1 order', `${en.number(p.orders)} orders`)}, ${en.number(p.onTime)} on time, ${en.number(p.late)} late.`,
    leadTimesTitle: 'How long deliveries took',
    leadTimes: (p: { shortest: number; longest: number; orders: number }) =>
      `From sending to the first delivery: ${p.shortest === p.longest ? en.number(p.shortest) : `${en.number(p.shortest)} to ${en.number(p.longest)}`} ${en.plural(p.longest, 'day', 'days')}, over ${en.plural(p.orders, '1 order', `${en.number(p.orders)} orders`)}.`,
    days: 'Days',
    observed: (p: { days: number; noted: number }) =>
      `The board counts on all of these, as often as each came; half within ${en.plural(p.days, '1 day', `${en.number(p.days)} days`)}. Noted: ${en.number(p.noted)}.`,
    noted: (p: { days: number; isUsual: boolean }) =>
      `The board counts on ${en.plural(p.days, '1 day', `${en.number(p.days)} days`)}${p.isUsual ? ', assumed while nothing is noted,' : ', as noted,'} until five orders have come.`,
    byItem: 'By item',
    orderByOrder: 'Order by order',
    fills: (p: { fills: readonly string[] }) => `Came, oldest first: ${p.fills.join(', ')}`,
    byMonth: 'By month',
    sentIn: 'Sent in',
    onTime: 'On time',
  },
  receipts: 'Receipts',
  takenBack: 'Taken back',
  takesBack: 'Takes a receipt back',
  receiveTitle: (p: { id: number }) => `Receive order ${p.id}`,
  receiveLead:
    'Enter what arrived, as counted. A line left without a quantity is still to come. For a second lot of an item, add a line.',
  receivedOn: 'Received on',
  putAwayIn: 'Put away in',
  saveReceipt: 'Save the receipt',
  stillToCome: 'Still to come',
  printed: 'Order',
}
