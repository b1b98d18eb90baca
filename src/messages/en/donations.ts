import { en } from '../format.ts'

export const donations = {
  title: 'Donations',
  log: 'Log a donation',
  empty: 'No donation yet',
  emptyHint: 'Log the first one: what came in, from whom, and where you put it.',
  donor: 'Donor',
  donorHint: 'Blank is anonymous; a new name makes a new donor.',
  receivedOn: 'Received on',
  putAwayIn: 'Put away in',
  value: 'Value in dollars',
  valueHead: 'Value',
  lines: 'Lines of the donation',
  saveIt: 'Save the donation',
  thanks: 'Thank you',
  thanksLine: (p: { donor: string; day: string }) =>
    `${p.donor}, thank you for your gift of ${en.day(p.day)}.`,
  thanksAnonymous: (p: { day: string }) => `Thank you for your gift of ${en.day(p.day)}.`,
  thanksFrom: (p: { programme: string }) => `The team of ${p.programme}`,
  logAnother: 'Log another',
  seeEntry: 'See the entry',
  takeBack: 'Take this donation back',
  worth: (p: { cents: number }) => `Value as you gave it: ${en.money(p.cents)}`,
  late: (p: { day: string; recordedOn: string }) =>
    `Received ${en.weekday(p.day)}, recorded ${en.weekday(p.recordedOn)}.`,
  recordedOn: (p: { day: string }) => `recorded ${en.shortDay(p.day)}`,
  takenBackPill: 'Taken back',
  takenBack: 'A donation that was taken back',
  takenBackLine: (p: { donor: string; day: string; takenBackOn: string }) =>
    `${p.donor}, received ${en.day(p.day)}, taken back ${en.day(p.takenBackOn)}. It counts for nothing.`,
  putBack: 'Put this donation back',
}
