// The kinds of place people add and edit, and the places the book cannot do without.
import type { Place } from '#src/catalog/places.ts'

export const kinds = ['stockroom', 'bag', 'venue', 'supplier', 'donor'] as const
export type Kind = (typeof kinds)[number]

/** The roles a new stockroom or venue may have; of the others there is one, built in. */
export const newRoles = {
  stockroom: ['store', 'kitchen', 'clothing-bank'],
  venue: [
    ...(['street', 'bar', 'hotel', 'peep-show', 'strip-club'] as const),
    ...(['home', 'neighbour', 'online', 'event'] as const),
  ],
} as const

const builtInRoles: readonly string[] = [
  ...['central', 'drop-in-shelves', 'quarantine', 'drop-in-floor'],
]

type Roled = Pick<Place, 'kind' | 'role'>

/** Null for places that are nobody's to edit: losses, assembly, opening stock, what was not recorded. */
export function kindOf({ kind, role }: Roled): Kind | null {
  if (role === 'unlogged') return null
  if (kind === 'stockroom' || kind === 'bag' || kind === 'venue') return kind
  return role === 'donor' || role === 'supplier' ? role : null
}

export function isBuiltInRole(role: string): boolean {
  return builtInRoles.includes(role)
}

/** What the table needs of a new place of a kind. */
export function rowOf(kind: Kind): Roled {
  switch (kind) {
    case 'donor':
    case 'supplier':
      return { kind: 'source', role: kind }
    case 'bag':
      return { kind, role: kind }
    case 'stockroom':
      return { kind, role: 'store' }
    case 'venue':
      return { kind, role: 'street' }
  }
}
