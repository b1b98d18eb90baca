import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { donatedLineForm } from '#src/catalog/line-form.ts'
import { type Day, isDay } from '#src/day.ts'
import { id, lines, optionalMoney, optionalText, pastDay, requestId } from '#src/fields.ts'

export const donationForm = (today: Day, items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    /** A donor's name, known or new; blank is anonymous. */
    donor: optionalText(),
    receivedOn: pastDay(today),
    placeId: id(),
    value: optionalMoney(),
    lines: lines(donatedLineForm(items), { prefilled: ['pack'] }),
  })

export type DonationForm = z.output<ReturnType<typeof donationForm>>

/** The day to begin the form with, or null for today. */
export const newDonationQuery = z.object({
  receivedOn: z.string().refine(isDay).nullable().catch(null),
})
