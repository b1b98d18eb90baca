// What was handed out decides the advice, and nothing else: neither the order in which it was entered nor the
// unit, neither what moved between a stockroom and its bags nor what was taken back.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, type Day, daysFrom, weekdayOf } from '#src/day.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { adviceOf } from '#test/alerts/story.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const weeks = 9
const weekdays = () =>
  daysFrom(addDays(world.today(), -7 * weeks), addDays(world.today(), -1)).filter(
    (day) => weekdayOf(day) <= 5,
  )

/** 1,200 on the first day, in base units or in boxes of 100. */
async function donated(code: string, by: 'units' | 'boxes') {
  const sam = await clientOf(world, 'stock')
  const { id, packs } = world.item(code)
  const box = packs.find(({ size }) => size === 100)?.id
  const { status } = await sam.post('/donations', {
    ...{ donor: 'Pharmacie', receivedOn: weekdays()[0] ?? '', value: '' },
    placeId: String(world.places.central),
    ...{ 'lines.0.item': code, 'lines.0.lotCode': '', 'lines.0.expiresOn': '' },
    'lines.0.quantity': by === 'boxes' ? '12' : '1200',
    'lines.0.pack': by === 'boxes' ? String(box) : '',
  })
  expect(status, `item ${id}`).toBe(303)
}

type Step = { readonly on: Day; readonly story: string; readonly isTakenBack?: boolean }

async function tell(steps: readonly Step[]) {
  for (const { on, story, isTakenBack } of steps) {
    const ids = await ledger(world, story, on)
    if (!isTakenBack) continue
    for (const id of ids) await world.write((tx) => reverse(tx, id, world.recording()))
  }
}

/** The same days told in halves, with other things between, in some order. */
const toldOtherwise = (days: readonly { readonly on: Day; readonly units: number }[]) =>
  fc
    .record({
      moved: fc.array(
        fc.record({ day: fc.nat(days.length - 1), units: fc.integer({ min: 1, max: 9 }) }),
        { maxLength: 8 },
      ),
      mistaken: fc.array(fc.nat(days.length - 1), { maxLength: 5 }),
      halves: fc.array(fc.nat(days.length - 1), { minLength: 5, maxLength: 20 }),
    })
    .chain(({ moved, mistaken, halves }) => {
      const on = (day: number) => days[day]?.on ?? ''
      const steps: Step[] = [
        ...days.flatMap(({ on, units }, day) => {
          const half = halves.includes(day) ? Math.floor(units / 2) : 0
          return [half, units - half]
            .filter((part) => part > 0)
            .map((part) => ({ on, story: `central -> sky filter ${part}` }))
        }),
        ...moved.map(({ day, units }) => ({
          on: on(day),
          story: `central -> bag1 filter ${units} / bag1 -> central filter ${units}`,
        })),
        ...mistaken.map((day) => ({
          ...{ on: on(day), story: 'central -> sky filter 7', isTakenBack: true },
        })),
      ]
      return fc.shuffledSubarray(steps, { minLength: steps.length })
    })

test.each([1, 2, 3])('the advice is the same however it was told, the %sth time', async (seed) => {
  const days = weekdays().map((on, index) => ({ on, units: 1 + ((index * 7 * seed) % 19) }))
  await donated('cooker', 'units')
  await tell(days.map(({ on, units }) => ({ on, story: `central -> sky cooker ${units}` })))
  await donated('filter', 'boxes')
  const [steps = []] = fc.sample(toldOtherwise(days), { seed, numRuns: 1 })
  await tell(steps)
  const [plain, otherwise] = [await adviceOf(world, 'cooker'), await adviceOf(world, 'filter')]
  const { facts: _, ...advice } = plain
  expect(advice.basis).toBe('forecast')
  expect(otherwise).toMatchObject(advice)
})
