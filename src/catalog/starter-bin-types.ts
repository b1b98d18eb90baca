import type { binType } from '#src/db/schema/index.ts'

// Disposal guides give a container of 0.95 L room for 36 to 70 syringes, and one of 7.6 L for 150 to 400.
// Empty containers and syringes differ by maker: weigh yours.
const usual = {
  ...{ densityLow: 30, densityLikely: 45, densityHigh: 70 },
  ...{ milligramsLight: 2000, milligramsLikely: 3000, milligramsHeavy: 5000 },
}

type StarterBinType = Omit<typeof binType.$inferInsert, 'itemId'> & {
  /** The code of the item that a new one is. */
  readonly item: string
}

/** The kinds of container that a new database begins with. */
export const starterBinTypes: readonly StarterBinType[] = [
  {
    ...{ item: 'bin14', nameFr: 'Contenant de 1,4 L', nameEn: '1.4 L container' },
    ...{ capacityMl: 1400, tareGrams: 150, ...usual },
  },
  {
    ...{ item: 'bin5', nameFr: 'Contenant de 5 L', nameEn: '5 L container' },
    ...{ capacityMl: 5000, tareGrams: 400, ...usual },
  },
]
