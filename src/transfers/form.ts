import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { lineForm, lotLineForm } from '#src/catalog/line-form.ts'
import type { Day } from '#src/day.ts'
import { choice, id, lines, optionalId, pastDay, problem, requestId } from '#src/fields.ts'

/** From one place that holds stock to another. */
export const transferForm = (today: Day, items: readonly ItemChoice[]) =>
  z
    .strictObject({
      requestId: requestId(),
      fromId: id(),
      toId: id(),
      happenedOn: pastDay(today),
      lines: lines(lineForm(items), { prefilled: ['pack'] }),
    })
    .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], error: problem('samePlace') })

export type TransferForm = z.output<ReturnType<typeof transferForm>>

export const lossReasons = ['expired', 'damaged', 'lost'] as const
export type LossReason = (typeof lossReasons)[number]

/** What is gone from a place, and why. */
export const lossForm = (today: Day, items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    placeId: id(),
    reason: choice(lossReasons),
    happenedOn: pastDay(today),
    lines: lines(lotLineForm(items), { prefilled: ['pack', 'lot'] }),
  })

export type LossForm = z.output<ReturnType<typeof lossForm>>

const placeInQuery = () => optionalId().catch(undefined)

/** The place whose par list fills a new transfer. */
export const transferQuery = z.object({ fill: placeInQuery() })

/** The place whose expired lots fill a new loss. */
export const lossQuery = z.object({ expired: placeInQuery() })
