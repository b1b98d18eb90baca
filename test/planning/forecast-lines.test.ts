import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { answerLine } from '#src/planning/forecast-answer.ts'
import { sameFor } from './made-history.ts'

const good = {
  id: 'needles',
  freq: 'D',
  start: '2026-01-05',
  history: [3, 0, 5, 2, 0, 4, 6],
  horizon: 3,
  levels: [0.5, 0.95],
}
const answer = (request: unknown) => JSON.parse(answerLine(JSON.stringify(request)))

describe('npm run forecast', () => {
  test('answers the lines it can and says what is wrong with the others', () => {
    const lines = [JSON.stringify(good), 'nonsense', '', JSON.stringify({ ...good, id: 'last' })]
    const run = spawnSync('npm', ['run', '--silent', 'forecast'], {
      input: lines.join('\n'),
      encoding: 'utf8',
    })
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(run.status).toBe(0)
    expect(answers.map(({ id }) => id)).toEqual(['needles', undefined, 'last'])
    expect(answers[1]).toEqual({ error: 'the line is not JSON' })
  })
})

describe('an answer', () => {
  test('has a mean for every step and a quantile for every level', () => {
    const { id, mean, cumulative } = answer(good)
    expect(id).toBe('needles')
    expect(mean).toHaveLength(3)
    expect(Object.keys(cumulative)).toEqual(['0.5', '0.95'])
  })

  test('knows closed days, empty shelves and what was asked for in vain', () => {
    const open = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]
    const stockout = ['none', 'out', 'none', 'none', 'ran-out', 'none', 'none']
    const more = { open, stockout, unmet: [0, 2, 0, 0, 0, 0, 0] }
    expect(answer({ ...good, ...more })).toMatchObject({ mean: [0, 0, 0] })
  })

  test.each([
    ['a horizon of nothing', { horizon: 0 }, 'horizon: a whole number from 1 to 1000'],
    ['a horizon of 10,000', { horizon: 10_000 }, 'horizon: a whole number from 1 to 1000'],
    ['a level of 1', { levels: [0.5, 1] }, 'levels: a list of numbers above 0 and below 1'],
    ['a negative count', { history: [1, -2] }, 'history[1]: a whole number from 0 to 1e9, not -2'],
    ['a fraction', { history: [0.5] }, 'history[0]: a whole number from 0 to 1e9, not 0.5'],
    ['no history', { history: [] }, 'history: a list of at least one count'],
    ['an unknown frequency', { freq: 'Y' }, 'freq: D, W or M'],
    ['a day that does not exist', { start: '2026-02-30' }, 'start: a day, YYYY-MM-DD'],
    ['a calendar too short', { open: [1, 1] }, 'open: a list of 10'],
    ['a stock-out of another kind', { stockout: sameFor(7, 'low') }, 'stockout[0]'],
  ])('says what is wrong with %s', (_, wrong, message) => {
    const { id, error } = answer({ ...good, ...wrong })
    expect(id).toBe('needles')
    expect(error).toContain(message)
  })

  test('to the largest counts is a forecast', () => {
    const { cumulative } = answer({ ...good, history: sameFor(60, 1e9) })
    expect(cumulative['0.95'] / 3e9).toBeCloseTo(1, 3)
  })

  test.each([
    ['{"id":"cut", "freq":"D", "history":[3,', 'cut'],
    ['{"id" : 12 oops}', 12],
    ['{"id":"with \\"quotes\\" in it", nonsense', 'with "quotes" in it'],
    ['{"id":"never closed', undefined],
    ['{"id":00012', undefined],
  ])('to a line that is not JSON has its id, where that can be made out: %s', (line, id) => {
    expect(JSON.parse(answerLine(line))).toEqual({ id, error: 'the line is not JSON' })
  })

  test('to something that is no request says so', () => {
    expect(JSON.parse(answerLine('[1, 2]'))).toEqual({ error: 'the line is not a JSON object' })
  })
})
