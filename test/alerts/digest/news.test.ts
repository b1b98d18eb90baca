// When a message is worth sending: a story of mornings, each with what the board says of two items.
import { expect, test } from 'vitest'
import { newsOf, type Pressing, type PressingAlert, type Told } from '#src/alerts/digest/news.ts'
import { addDays } from '#src/day.ts'

type Morning = readonly [levels: Readonly<Record<number, Pressing>>, sent: boolean]

function alerts(levels: Morning[0]): PressingAlert[] {
  return Object.entries(levels).map(
    ([id, level]) => ({ item: { id: Number(id) }, level }) as PressingAlert,
  )
}

const soon = { 1: 'soon' } as const
const now = { 1: 'now' } as const

test.each<[string, readonly Morning[]]>([
  [
    'once for what stays',
    [
      [soon, true],
      [soon, false],
      [soon, false],
    ],
  ],
  [
    'again for what presses more',
    [
      [soon, true],
      [now, true],
      [now, false],
    ],
  ],
  [
    'not for what presses less, nor for its way back',
    [
      [now, true],
      [soon, false],
      [now, false],
    ],
  ],
  [
    'again for what had left the list',
    [
      [soon, true],
      [{}, false],
      [soon, true],
    ],
  ],
  [
    'for a second item',
    [
      [soon, true],
      [{ ...soon, 2: 'soon' }, true],
      [soon, false],
    ],
  ],
  ['never for an empty list', Array.from({ length: 9 }, () => [{}, false])],
  [
    'as a reminder on the seventh day',
    [
      [soon, true],
      ...Array.from({ length: 6 }, (): Morning => [soon, false]),
      [soon, true],
      [soon, false],
    ],
  ],
])('a message goes %s', (_, mornings) => {
  let last: { told: Told; sentOn: string | null } = { told: {}, sentOn: null }
  const sent = mornings.map(([levels], day) => {
    const today = addDays('2026-11-23', day)
    const { isDue, told } = newsOf(alerts(levels), last, today)
    last = { told, sentOn: isDue ? today : last.sentOn }
    return isDue
  })
  expect(sent).toEqual(mornings.map(([, isSent]) => isSent))
})
