// What people send in a proof, and what became of it.
import { randomUUID } from 'node:crypto'
import type { World } from '#test/support/world.ts'

export type Attempt = {
  readonly requestId: string
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  /** Base units its movements add up to. */
  readonly units: number
  /** Its entry, once somebody has looked into the book. */
  entryId: number | null
  /** Unanswered: the server was gone before it said anything; it may have been saved. */
  state: 'unsent' | 'unanswered' | 'acknowledged' | 'refused' | 'surprised'
  /** Where each 303 led: all the same. */
  readonly answers: string[]
  /** Any answer that is neither saved nor refused. */
  readonly surprises: string[]
}

export type Office = { readonly places: World['places'] }

/** A donation mostly; sometimes one of the book is taken back, even one that has been already. */
export function nextAttempt(
  office: Office,
  booked: readonly Attempt[],
  random: () => number,
): Attempt {
  const undone = random() < 0.2 ? booked[Math.floor(random() * booked.length)] : undefined
  return undone ? reversal(undone) : donation(office, random)
}

function donation({ places }: Office, random: () => number): Attempt {
  const quantities = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    Math.ceil(random() * 500),
  )
  const codes = ['lube', 'cooker', 'filter']
  const lines = quantities.flatMap((quantity, row): [string, string][] => [
    [`lines.${row}.item`, codes[row] ?? ''],
    [`lines.${row}.quantity`, String(quantity)],
    [`lines.${row}.pack`, ''],
    [`lines.${row}.lotCode`, ''],
    [`lines.${row}.expiresOn`, '2031-01-31'],
  ])
  return attempt({
    path: '/donations',
    fields: {
      ...{ donor: 'Pharmacie du Village', receivedOn: '2026-06-01', value: '' },
      placeId: String(places.central),
      ...Object.fromEntries(lines),
    },
    units: quantities.reduce((sum, quantity) => sum + quantity, 0),
  })
}

function reversal({ entryId, units }: Attempt): Attempt {
  return attempt({ path: `/entries/${entryId}/reversal`, fields: {}, units })
}

function attempt(what: Pick<Attempt, 'path' | 'fields' | 'units'>): Attempt {
  return { ...what, ...unsent(), requestId: randomUUID() }
}

const unsent = () => ({ state: 'unsent' as const, entryId: null, answers: [], surprises: [] })
