// The kits a new database can build; components by the codes of the starter catalogue.

type StarterRecipe = {
  readonly kit: string
  /** Component and base units in one kit. */
  readonly lines: readonly (readonly [string, number])[]
}

export const starterRecipes: readonly StarterRecipe[] = [
  {
    kit: 'crack',
    lines: [
      ['stem', 1],
      ['tube', 6],
      ['screen', 1],
      ['push', 1],
      ['swab', 2],
      ['cond', 2],
    ],
  },
  {
    kit: 'inj',
    lines: [
      ['1cc', 4],
      ['cooker', 4],
      ['water', 4],
      ['filter', 4],
      ['swab', 8],
      ['cond', 2],
      ['tourn', 1],
      ['pamph', 1],
    ],
  },
]
