// What a person may cause and can mend. Thrown inside a transaction, so that it rolls back; handed
// back by the gate as a value, so that the compiler makes the route deal with it.
import type { refusals } from '#src/messages/en/refusals.ts'

type Refusals = typeof refusals
export type RefusalCode = keyof Refusals
export type RefusalParams<Code extends RefusalCode> =
  Parameters<Refusals[Code]> extends [infer Params] ? Params : Record<string, never>

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: unknown
  /** The field of the form to point at, such as "lines.3.quantity"; null for the form as a whole. */
  readonly field: string | null

  constructor(code: RefusalCode, params: unknown, field: string | null) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.field = field
  }
}

/** Stops the command: nothing of it stays. `field` names the input the person should look at. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams<Code>,
  field: string | null = null,
): never {
  throw new Refusal(code, params, field)
}

/** The refusal as a sentence of one language. */
export function sentence(refusal: Refusal, refusals: Refusals): string {
  const write = refusals[refusal.code] as (params: unknown) => string
  return write(refusal.params)
}
