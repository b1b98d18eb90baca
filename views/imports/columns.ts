// The documented columns of each file: what each holds and an example.
import type { imports } from '#src/messages/en/imports.ts'

export const importKinds = ['catalogue', 'opening', 'past-use'] as const

type Hint = keyof (typeof imports)['columnHints']

type Column = {
  readonly name: string
  readonly sample: string
  readonly isNeeded: boolean
  readonly hint: Hint
}

const needed = (name: Hint, sample: string): Column => ({
  ...{ name, sample, isNeeded: true, hint: name },
})
const optional = (name: Hint, sample: string): Column => ({
  ...{ name, sample, isNeeded: false, hint: name },
})

export const columnsOf: Readonly<Record<(typeof importKinds)[number], readonly Column[]>> = {
  catalogue: [
    needed('code', '1cc'),
    needed('name_fr', 'Seringue 1 cc'),
    optional('name_en', 'Syringe 1 cc'),
    needed('unit_fr', 'seringue'),
    optional('unit_en', 'syringe'),
    needed('category', 'injection'),
    optional('lots', 'number'),
    optional('expiry', 'hard'),
    optional('pack_fr', 'boîte'),
    optional('pack_en', 'box'),
    optional('pack_size', '100'),
  ],
  opening: [
    needed('day', '2026-11-23'),
    needed('place', 'Stockroom'),
    needed('item', '1cc'),
    needed('quantity', '1180'),
    optional('lot', 'C1120'),
    optional('expires_on', '2028-08-31'),
  ],
  'past-use': [
    { ...needed('day', '2026-10'), hint: 'dayUse' },
    needed('venue', 'Sky'),
    optional('venue_kind', 'bar'),
    needed('item', '1cc'),
    needed('quantity', '240'),
  ],
}
