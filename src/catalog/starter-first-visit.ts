/** Condoms, pamphlets and a bin for used needles: what whoever runs a place is brought first. Base units. */
export const starterFirstVisit: readonly (readonly [code: string, quantity: number])[] = [
  ['cond', 50],
  ['pamph', 10],
  ['bin14', 1],
]
