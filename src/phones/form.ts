// What a phone sends: sealed entries in a batch, and what is inside one once it is opened.
import { z } from 'zod'
import { isDay } from '#src/day.ts'
import { choice, requestId } from '#src/fields.ts'

const rowId = z.int().min(1).max(1e15)
const count = z.int().min(1).max(9999)

/** A batch as it arrives, of any length. `seq` is the phone's own number, by which it is answered. */
export const batchForm = z.strictObject({
  batch: z.array(
    z.strictObject({
      seq: z.int().min(0),
      /** The key it is sealed to. */
      key: z.int().min(0),
      sealed: z.base64url().max(8192),
    }),
  ),
})

export type SealedEntry = z.output<typeof batchForm>['batch'][number]

/** Where it was: a shift, a place, and the day by the phone, which the book corrects. */
const stop = { shift: rowId, venue: rowId, day: z.string().refine(isDay) }

/** One thing somebody tapped. It has all it needs, so that entries may arrive in any order. */
export const entryForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stop'), id: z.uuid(), ...stop }),
  z.strictObject({ kind: z.literal('given'), id: z.uuid(), ...stop, item: rowId, quantity: count }),
  z.strictObject({ kind: z.literal('asked'), id: z.uuid(), ...stop, item: rowId, quantity: count }),
  z.strictObject({ kind: z.literal('met'), id: z.uuid(), ...stop, step: z.literal([1, -1]) }),
  z.strictObject({ kind: z.literal('none'), id: z.uuid(), ...stop }),
  z.strictObject({ kind: z.literal('skip'), id: z.uuid(), ...stop, skipped: z.boolean() }),
  z.strictObject({ kind: z.literal('undo'), id: z.uuid(), of: z.uuid() }),
  z.strictObject({ kind: z.literal('typed'), id: z.uuid(), text: z.string().min(1).max(300) }),
])

export type Entry = z.output<typeof entryForm>

/** An opened entry's text as an entry; null when it is none. */
export function entryOf(text: string): Entry | null {
  try {
    return entryForm.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const decisionForm = z.strictObject({
  requestId: requestId(),
  decision: choice(['entered', 'set-aside']),
})
