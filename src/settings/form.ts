import { z } from 'zod'
import { problem, requestId, text, version, wholeNumber } from '#src/fields.ts'

export const settingsForm = z.strictObject({
  requestId: requestId(),
  version: version(),
  programmeName: text(80),
  neutralName: text(40),
  neutralPage: text(200).refine(isWebAddress, { error: problem('webAddress') }),
  fiscalYearStart: wholeNumber({ min: 1, max: 12 }),
  dayEndsAtHour: wholeNumber({ min: 0, max: 11 }),
  retentionMonths: wholeNumber({ min: 1, max: 120 }),
})

export type SettingsForm = z.output<typeof settingsForm>

/** Somebody presses Hide in a hurry: nothing but an ordinary, encrypted page may open. */
function isWebAddress(typed: string): boolean {
  return /^https:\/\/[^/?#@\s]+\.[^/?#@\s]+/.test(typed) && URL.canParse(typed)
}
