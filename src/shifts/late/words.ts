// What a venue or an item may be called on paper.
import { folded } from '#src/catalog/items.ts'
import type { Named } from '#src/messages/index.ts'

export type Word = Named & {
  readonly id: number
  /** Folded; the first is what is shown of it. */
  readonly words: readonly string[]
  /** On the bag's list: preferred where a beginning would do for several. */
  readonly isUsual: boolean
}

type Called = Named & {
  readonly id: number
  readonly code?: string
  readonly shortFr?: string | null
  readonly shortEn?: string | null
}

/** By its code, its word on a tile and its names, in both languages. */
export function wordsOf(called: Called, { isUsual }: { readonly isUsual: boolean }): Word {
  const { id, nameFr, nameEn, code, shortFr, shortEn } = called
  const all = [code, shortFr, shortEn, nameFr, nameEn].flatMap((each) =>
    each ? [plain(each)] : [],
  )
  return { id, nameFr, nameEn, words: [...new Set(all)].filter(Boolean), isUsual }
}

/** As it is read on a line: what parts two things on a line parts two words here. */
function plain(name: string): string {
  return folded(name.replace(/[;]|(?<!\d),|,(?!\d)/g, ' '))
}
