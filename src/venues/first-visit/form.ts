import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { lineForm } from '#src/catalog/line-form.ts'
import { lines, problem, requestId, version } from '#src/fields.ts'

/** What a venue is offered at its first visit: things that may go in a bag, each once. */
export const firstVisitForm = (items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    /** The last change that was seen. */
    seen: version(),
    lines: lines(
      lineForm(items).refine(({ item }) => item.allowedInBags, {
        path: ['item'],
        error: problem('notInBags'),
      }),
      { min: 0, max: 30, prefilled: ['pack'] },
    ).superRefine((rows, context) => {
      for (const [place, { row, index }] of rows.entries()) {
        if (rows.findIndex((each) => each.row.item.id === row.item.id) === place) continue
        const path = [index, 'item']
        context.addIssue({ code: 'custom', path, message: problem('twiceOnList') })
      }
    }),
  })

export type FirstVisitForm = z.output<ReturnType<typeof firstVisitForm>>
