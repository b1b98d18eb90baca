// Contenders take turns, five times, so that whatever else the machine does happens to all of them.

/** Runs one unit of work `times` times and gives the median in milliseconds. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const spans: number[] = []
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    await work()
    spans.push(performance.now() - start)
  }
  return median(spans)
}

export type Contender = () => Promise<number>

/** The milliseconds of every contender, round by round. */
export async function rounds<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  count = 5,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[]
  const spans = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >
  for (const name of names) await contenders[name]()
  for (let round = 0; round < count; round++) {
    for (const name of names) spans[name].push(await contenders[name]())
  }
  return spans
}

/** `reference / contender`, round by round: above 1 the contender is faster. */
export function ratio(reference: readonly number[], contender: readonly number[]): string {
  const ratios = reference.map((span, round) => span / (contender[round] ?? Number.NaN))
  return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}
