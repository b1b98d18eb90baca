import { en } from '../format.ts'

export const dropin = {
  title: 'Drop-in tonight',
  headcount: 'People here',
  closed: (p: { reason: string | null }) =>
    `Closed tonight by the calendar${p.reason === null ? '' : ` (${p.reason})`}.`,
  opensOn: (p: { day: string }) => `Next: ${en.weekday(p.day)}.`,
  counts: 'You can record all the same.',
  busier: (p: { factor: number; reason: string | null }) =>
    `The calendar expects × ${en.decimal(p.factor)} tonight${p.reason === null ? '' : ` (${p.reason})`}.`,
  toCalendar: 'Calendar',
  empty: 'Nothing is on the shelves yet: bring things over from the stockroom, or make a par list.',
  earlier: 'Earlier nights',
}
