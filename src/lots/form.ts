import { z } from 'zod'
import {
  checkbox,
  optionalDay,
  optionalText,
  problem,
  requestId,
  text,
  version,
} from '#src/fields.ts'

export const holdForm = z.strictObject({
  requestId: requestId(),
  version: version(),
  reason: text(120),
  withKits: checkbox(),
})

export type HoldForm = z.output<typeof holdForm>

/** What an item's lots are told apart by. */
export type LotRule = {
  readonly lots: 'none' | 'date' | 'number'
  readonly expiry: 'hard' | 'best-before' | 'none'
}

export const lotForm = ({ lots, expiry }: LotRule) =>
  z
    .strictObject({
      requestId: requestId(),
      version: version(),
      code: optionalText(40),
      expiresOn: optionalDay(),
    })
    .superRefine(({ code, expiresOn }, context) => {
      const object = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (lots === 'number' && code === null) object('code', problem('lotNumber'))
      if (expiry === 'hard' && expiresOn === null) object('expiresOn', problem('expiry'))
    })

export type LotForm = z.output<ReturnType<typeof lotForm>>
