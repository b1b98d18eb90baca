// What people ask for on one occasion, and what of it there is.
import type { Random } from './random.ts'
import { itemOf, type Scene } from './scene.ts'

export type Asked = { readonly code: string; readonly units: number }

/** `means` are units on average, `factor` is how busy it is. */
export function askedFor(
  random: Random,
  means: Readonly<Record<string, number>>,
  factor: number,
): Asked[] {
  return Object.entries(means)
    .map(([code, mean]) => ({ code, units: random.poisson(mean * factor) }))
    .filter(({ units }) => units > 0)
}

export type Answered = Asked & { readonly given: number; readonly unmet: number }

/** Takes what there is out of `left`; the rest goes without, or is there though no paper says so. */
export function answered(
  asked: readonly Asked[],
  left: Map<string, number>,
  isThereAfterAll: () => boolean,
): Answered[] {
  return asked.map(({ code, units }) => {
    const known = Math.min(units, Math.max(0, left.get(code) ?? 0))
    const given = known < units && isThereAfterAll() ? units : known
    left.set(code, (left.get(code) ?? 0) - given)
    return { code, units, given, unmet: units - given }
  })
}

/** What was given of it, as a hand-out has it. */
export function lineOf(scene: Scene, { code, given }: Answered) {
  return { itemId: itemOf(scene, code).id, quantity: given }
}
