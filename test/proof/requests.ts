// What people send in a proof, and what became of it.
import { randomUUID } from 'node:crypto'
import type { World } from '#test/support/world.ts'

export type Booked = { readonly id: number; readonly donationId: number | null }

export type Attempt = {
  readonly requestId: string
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  /** Base units its movements add up to. */
  readonly units: number
  /** The page its answer leads to, known from what is in the book. */
  readonly leadsTo: (booked: Booked) => string
  /** Its entry, once somebody has looked into the book. */
  entryId: number | null
  /** Unanswered: the server was gone before it said anything; it may have been saved. */
  state: 'unsent' | 'unanswered' | 'acknowledged' | 'refused' | 'surprised'
  /** Where each 303 led: all the same. */
  readonly answers: string[]
  /** Any answer that is neither saved nor refused. */
  readonly surprises: string[]
}

export type Office = { readonly places: World['places']; readonly visitId: number }

const codes = ['lube', 'cooker', 'filter']

/** What an afternoon is made of: things come, go to the drop-in, are given in the street, are taken back. */
export function nextAttempt(
  office: Office,
  booked: readonly Attempt[],
  random: () => number,
): Attempt {
  const what = random()
  const undone = what < 0.15 ? booked[Math.floor(random() * booked.length)] : undefined
  if (undone) return reversal(undone)
  if (what < 0.4) return handOut(office, random)
  return what < 0.6 ? transfer(office, random) : donation(office, random)
}

function donation({ places }: Office, random: () => number): Attempt {
  const quantities = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    Math.ceil(random() * 500),
  )
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
    leadsTo: ({ donationId }) => `/donations/${donationId}`,
  })
}

/** Refused when there is no more: then nothing of it may be in the book. */
function transfer({ places }: Office, random: () => number): Attempt {
  const units = Math.ceil(random() * 400)
  return attempt({
    path: '/transfers',
    fields: {
      ...{ fromId: String(places.central), toId: String(places.shelves) },
      happenedOn: '2026-06-02',
      ...{ 'lines.0.item': 'lube', 'lines.0.quantity': String(units), 'lines.0.pack': '' },
    },
    units,
    leadsTo: () => '/transfers',
  })
}

/** Never refused: what was given in the street is a fact, even when the bag should not have held it. */
function handOut({ visitId }: Office, random: () => number): Attempt {
  const units = Math.ceil(random() * 5)
  const item = String(1 + Math.floor(random() * 5))
  return attempt({
    path: `/visits/${visitId}/hand-outs`,
    fields: { item, quantity: String(units) },
    units,
    leadsTo: () => `/visits/${visitId}`,
  })
}

function reversal({ entryId, units }: Attempt): Attempt {
  return attempt({
    path: `/entries/${entryId}/reversal`,
    fields: {},
    units,
    leadsTo: ({ id }) => `/entries/${id}`,
  })
}

function attempt(what: Pick<Attempt, 'path' | 'fields' | 'units' | 'leadsTo'>): Attempt {
  return { ...what, ...unsent(), requestId: randomUUID() }
}

const unsent = () => ({ state: 'unsent' as const, entryId: null, answers: [], surprises: [] })
