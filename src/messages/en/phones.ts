import { en } from '../format.ts'

export const phones = {
  title: 'Phones without signal',
  lead: 'A paired phone keeps what you tap until there is signal, and sends it by itself.',
  what: 'Before you pair this phone',
  keeps: 'What you tap is locked before it waits here. The phone itself cannot read it back.',
  finder:
    'Somebody who finds this phone locked sees how many taps wait, and nothing else. Unlocked, they see the codes and places of this shift only.',
  hides:
    'Hide covers the screen and leaves. It also covers after a minute, and when you leave the app.',
  wipes:
    'Wipe, held for three seconds on the covered screen, tries to send and then forgets it all.',
  opening:
    'After a reload with no signal you can always note what you give. To see what is in the bag too, choose what opens it.',
  passkey: 'Use this phone’s fingerprint or screen lock',
  passkeyHint: (p: { name: string }) =>
    `The phone lists it among its passkeys as “${p.name}”. It opens what this phone keeps, and nothing else.`,
  passkeyRefused: 'The phone made no key. Try again, or untick this and choose a sentence.',
  passphrase: 'A sentence to open your bag with',
  passphraseHint: 'Eight characters or more. It never leaves this phone: nobody can reset it.',
  passphraseShort: 'Eight characters or more, or none at all.',
  pair: 'Pair this phone',
  needsScript: 'Recording without signal needs JavaScript. Everything else works without it.',
  needsHttps: 'This browser cannot lock what waits here: open this page over HTTPS.',
  list: 'Paired phones',
  none: 'No phone is paired yet',
  noneHint: 'Pair the phone you take outside, on the phone itself.',
  device: 'Phone',
  person: 'Of',
  pairedOn: 'Paired',
  sentOn: 'Last sent',
  never: 'not yet',
  thisPhone: 'this phone',
  open: 'Open the page for outside',
  opensWith: {
    passkey: 'With no signal, your bag opens with this phone’s fingerprint or screen lock.',
    passphrase: 'With no signal, your bag opens with the sentence you chose.',
    nothing:
      'After a reload with no signal, your bag does not open: nothing was chosen to open it.',
  },
  revoke: 'Stop trusting',
  revokeOf: (p: { device: string; person: string }) =>
    `Stop trusting ${p.device}, the phone of ${p.person}`,

  // what could not be entered by itself
  held: 'Sent, to be decided',
  heldLead: 'What phones sent and could not be entered by itself. Nothing here counts yet.',
  heldNone: 'Nothing to decide',
  heldNoneHint: 'What phones send is entered by itself. What cannot be waits here.',
  heldCount: (p: { count: number }) =>
    en.plural(
      p.count,
      '1 entry from a phone to decide',
      `${p.count} entries from phones to decide`,
    ),
  receivedOn: 'Received',
  content: 'What was tapped',
  reason: 'Why it waits',
  reasons: {
    revoked: 'the phone is not trusted any more',
    disabled: 'the person may not sign in any more',
    'unknown-key': 'too old to be opened',
    refused: 'the book refused it',
    typed: 'typed by hand',
  },
  given: (p: { quantity: number; item: string; venue: string; day: string }) =>
    `${en.number(p.quantity)} ${p.item}, given at ${p.venue}, ${en.day(p.day)}`,
  asked: (p: { quantity: number; item: string; venue: string; day: string }) =>
    `${en.number(p.quantity)} ${p.item} asked for, none left, at ${p.venue}, ${en.day(p.day)}`,
  stop: (p: { venue: string; day: string }) => `A visit at ${p.venue}, ${en.day(p.day)}`,
  met: (p: { step: number; venue: string; day: string }) =>
    `${en.number(p.step)} more met at ${p.venue}, ${en.day(p.day)}`,
  noStop: (p: { venue: string; day: string }) =>
    `No visit after all at ${p.venue}, ${en.day(p.day)}`,
  skip: (p: { venue: string; day: string }) => `Passes by ${p.venue}, ${en.day(p.day)}`,
  unskip: (p: { venue: string; day: string }) => `Stops after all at ${p.venue}, ${en.day(p.day)}`,
  undo: 'Takes back another of its entries',
  typed: (p: { text: string }) => `“${p.text}”`,
  unreadable: 'It cannot be opened.',
  unknown: 'something unknown',
  enter: 'Enter it',
  setAside: 'Set aside',
}
