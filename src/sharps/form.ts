// What was recovered, as every form of this feature asks for it.
import { z } from 'zod'
import { choice, optionalId, optionalQuantity, optionalWholeNumber, problem } from '#src/fields.ts'
import type { Measured } from './recovered-units.ts'

/** How full a container is, in percent, or that it was counted or weighed instead. */
export const measures = ['0', '25', '50', '75', '100', 'count', 'weight'] as const

const mostCounted = 100_000

export const measureFields = () => ({
  what: choice(measures),
  /** Sharps that were counted, or grams on the scale. */
  amount: optionalQuantity(),
})

type MeasureTyped = {
  readonly what: (typeof measures)[number]
  readonly amount: number | null
}

/** An amount belongs to what was counted or weighed: beside a fill nobody could say which was meant. */
export function measuredFrom({ what, amount }: MeasureTyped, context: z.RefinementCtx): Measured {
  const object = (message: string) => {
    context.addIssue({ code: 'custom', path: ['amount'], message })
    return z.NEVER
  }
  if (what === 'count' || what === 'weight') {
    if (amount === null) return object(problem('quantityBlank'))
    if (amount > mostCounted) return object(problem('amountLarge', { max: mostCounted }))
    return what === 'count'
      ? { method: 'count', count: amount }
      : { method: 'weight', grams: amount }
  }
  if (amount !== null) return object(problem('amountUnused'))
  return { method: 'container', fillPercent: Number(what) }
}

/** The same of containers that are no bin of the register: of which kind they are, and how many. */
export const recoveredFields = () => ({
  ...measureFields(),
  typeId: optionalId(),
  containers: optionalWholeNumber({ min: 1, max: 200 }),
})

type RecoveredTyped = MeasureTyped & {
  readonly typeId?: number | undefined
  readonly containers: number | null
}

export function recoveredFrom(typed: RecoveredTyped, context: z.RefinementCtx) {
  const measured = measuredFrom(typed, context)
  if (measured.method === 'count') return { measured, typeId: null, containers: 1 }
  if (typed.typeId === undefined) {
    context.addIssue({ code: 'custom', path: ['typeId'], message: problem('choose') })
  }
  if (typed.containers === null) {
    context.addIssue({ code: 'custom', path: ['containers'], message: problem('quantityBlank') })
  }
  return { measured, typeId: typed.typeId ?? null, containers: typed.containers ?? 1 }
}

export type RecoveredForm = ReturnType<typeof recoveredFrom>
