// What the two engines say when they refuse. The remote one has no extended codes, so both are read
// by the code that begins the message of RAISE in ledger.sql.

/** Refusals the triggers raise that have a sentence of their own; the others can only be our mistake. */
const raised = [
  ...(['overdraft', 'not_allowed', 'bag_out', 'bag_in', 'bag_negative'] as const),
  ...(['holds_stock', 'service_fixed', 'counted'] as const),
  ...(['order_sent', 'order_received', 'bin_stands', 'visit_holds'] as const),
]

const refusalCodes = {
  overdraft: 'overdraft',
  not_allowed: 'notAllowedThere',
  bag_out: 'bagIsOut',
  bag_in: 'bagIsIn',
  bag_negative: 'bagOwes',
  holds_stock: 'holdsStock',
  service_fixed: 'serviceFixed',
  counted: 'countedStock',
  order_sent: 'orderSent',
  order_received: 'orderReceived',
  bin_stands: 'binStands',
  visit_holds: 'visitHolds',
} as const

export type RaisedCode = (typeof refusalCodes)[(typeof raised)[number]]

/** The refusal code of an error that a trigger raised, or null. */
export function codeOf(error: unknown): RaisedCode | null {
  const text = messages(error)
  const code = raised.find((each) => text.includes(`${each}: `))
  return code ? refusalCodes[code] : null
}

export function isBusy(error: unknown): boolean {
  return /SQLITE_BUSY|database is locked/.test(messages(error))
}

export function isNotADatabase(error: unknown): boolean {
  return /SQLITE_NOTADB|file is not a database/.test(messages(error))
}

export function isDamaged(error: unknown): boolean {
  return /SQLITE_CORRUPT|malformed/.test(messages(error))
}

/** True for a UNIQUE or PRIMARY KEY conflict, on both engines. */
export function isDuplicate(error: unknown): boolean {
  return /UNIQUE constraint failed|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(messages(error))
}

/** True when a fact of the book has this request's id already. */
export function isSentBefore(error: unknown): boolean {
  return /UNIQUE constraint failed: (entry|unmet|observation|recovery|bin_event)\.request_id/.test(
    messages(error),
  )
}

/** Drizzle wraps the driver's error, which wraps the engine's: the words may be at any depth. */
function messages(error: unknown): string {
  const texts: string[] = []
  for (let each = error; each instanceof Error; each = each.cause) {
    texts.push('code' in each ? `${each.code} ${each.message}` : each.message)
  }
  return texts.join('\n')
}
