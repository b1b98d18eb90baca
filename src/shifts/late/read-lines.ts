// One line of paper as people write it: "sky 6c 4s 2j" is a venue's alias, then how many of what. Accents
// and case say nothing; what cannot be read is named, with what it may have meant. Pure.
import { folded } from '#src/catalog/items.ts'
import { closest } from './closest.ts'
import type { Word } from './words.ts'

/** More than this at one stop is a slip of the pen. */
export const largestGiven = 9_999

export type LineProblem =
  /** Nothing is called so; `near` is what it may have meant. */
  | { readonly code: 'venueUnknown' | 'itemUnknown'; readonly typed: string; readonly near: Near }
  /** Several begin like this. */
  | { readonly code: 'venueSeveral' | 'itemSeveral'; readonly typed: string; readonly near: Near }
  | { readonly code: 'venueMissing' }
  /** How many, or of what, is not said; or more than one reading is as good as another. */
  | { readonly code: 'quantityMissing' | 'itemMissing' | 'unclear'; readonly typed: string }
  | { readonly code: Unreadable; readonly typed: string }

type Unreadable = 'quantityWhole' | 'quantityZero' | 'quantityNumber' | 'quantityMuch'
type Near = readonly Word[]

export type LineRead = {
  /** As typed. */
  readonly text: string
  readonly venue: Word | null
  /** Base units, an item once. */
  readonly given: readonly { readonly item: Word; readonly quantity: number }[]
  /** People met: a count. */
  readonly met: number
  readonly problems: readonly LineProblem[]
}

export type Vocabulary = {
  readonly venues: readonly Word[]
  readonly items: readonly Word[]
  /** Where a line belongs that begins with what was given. */
  readonly venueBefore: Word | null
}

/** Words for people, in the place of an item: "3 pers". */
const peopleWords = new Set(['pers', 'personne', 'personnes', 'people', 'person', 'gens'])

/** Every line that is not blank. A line without an alias belongs to the venue of the line before. */
export function readLines(text: string, known: Vocabulary): LineRead[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  let { venueBefore } = known
  return lines.map((line) => {
    const read = readLine(line, { ...known, venueBefore })
    venueBefore = read.venue
    return read
  })
}

function readLine(text: string, known: Vocabulary): LineRead {
  const tokens = tokensOf(text)
  const { venue, used, problem } = venueIn(tokens, known)
  const problems: LineProblem[] = problem ? [problem] : []
  const sums = new Map<Word, number>()
  let met = 0
  for (const part of partsOf(tokens.slice(used), known.items)) {
    if ('code' in part) problems.push(part)
    else if (part.item === null) met += part.quantity
    else sums.set(part.item, (sums.get(part.item) ?? 0) + part.quantity)
  }
  for (const [item, sum] of sums) {
    if (sum > largestGiven)
      problems.push({ code: 'quantityMuch', typed: `${sum} ${item.words[0]}` })
  }
  if (met > 999) problems.push({ code: 'quantityMuch', typed: String(met) })
  const given = [...sums].map(([item, quantity]) => ({ item, quantity }))
  return { text: text.trim(), venue, given, met, problems }
}

/** A comma between digits is a decimal one; any other parts two things. */
function tokensOf(text: string): string[] {
  return folded(text)
    .split(/[\s;]+|(?<!\d),|,(?!\d)/)
    .filter(Boolean)
}

type VenueRead = {
  readonly venue: Word | null
  /** How many tokens were the alias. */
  readonly used: number
  readonly problem?: LineProblem
}

function venueIn(tokens: readonly string[], { venues, venueBefore }: Vocabulary): VenueRead {
  for (let used = tokens.length; used > 0; used -= 1) {
    const alias = tokens.slice(0, used).join(' ')
    const venue = venues.find(({ words }) => words.includes(alias))
    if (venue) return { venue, used }
  }
  const first = tokens.findIndex(isNumberLike)
  const used = first === -1 ? tokens.length : first
  if (used === 0) {
    if (venueBefore) return { venue: venueBefore, used }
    return { venue: null, used, problem: { code: 'venueMissing' } }
  }
  const typed = tokens.slice(0, used).join(' ')
  const begin = venues.filter(({ words }) => words.some((word) => word.startsWith(typed)))
  if (begin.length === 1 && begin[0]) return { venue: begin[0], used }
  const problem =
    begin.length > 1
      ? ({ code: 'venueSeveral', typed, near: begin.slice(0, 4) } as const)
      : ({ code: 'venueUnknown', typed, near: closest(typed, venues) } as const)
  return { venue: null, used, problem }
}

function isNumberLike(token: string): boolean {
  return /^[-−+]?\d/.test(token)
}

/** So many of an item; of people where it is null. */
type Part = { readonly item: Word | null; readonly quantity: number } | LineProblem

function partsOf(tokens: readonly string[], items: readonly Word[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < tokens.length; ) {
    const { part, used } = partAt(tokens.slice(at), items)
    parts.push(part)
    at += used
  }
  return parts
}

type PartRead = { readonly part: Part; readonly used: number }

function partAt(tokens: readonly string[], items: readonly Word[]): PartRead {
  const [token = '', ...rest] = tokens
  if (!isNumberLike(token)) {
    const { part, used } = counted(1, tokens, items)
    const isItem = !('code' in part)
    return isItem ? { part: { code: 'quantityMissing', typed: token }, used } : { part, used: 1 }
  }
  const [, sign = '', digits = '', fraction = '', tail = ''] =
    token.match(/^([-−+]?)(\d+)([.,]\d+)?(.*)$/) ?? []
  const follows = tail === '' && rest.length > 0 && !isNumberLike(rest[0] ?? '')
  const used = follows ? 2 : 1
  if (sign !== '') return { part: { code: 'quantityNumber', typed: token }, used }
  if (fraction !== '') return { part: { code: 'quantityWhole', typed: token }, used }
  return tail === '' ? apart(digits, rest, items) : glued({ token, digits, tail, rest }, items)
}

/** "4 1cc", "4 push stick": the number stands alone. */
function apart(digits: string, rest: readonly string[], items: readonly Word[]): PartRead {
  if (rest.length === 0) return { part: { code: 'itemMissing', typed: digits }, used: 1 }
  const words = rest[0] === 'x' || rest[0] === '×' ? rest.slice(1) : rest
  const { part, used } = counted(Number(digits), words, items)
  return { part, used: 1 + rest.length - words.length + used }
}

type Glued = { token: string; digits: string; tail: string; rest: readonly string[] }

/** "41cc" is four of 1cc where there is no "cc": the digits part where what follows is an item's own word. */
function glued({ token, digits, tail, rest }: Glued, items: readonly Word[]): PartRead {
  const isWord = (word: string) => items.some(({ words }) => words.includes(word))
  const splits = Array.from({ length: digits.length }, (_, index) => ({
    quantity: digits.slice(0, index + 1),
    word: withoutTimes(digits.slice(index + 1) + tail, isWord),
  }))
  const exact = splits.filter(({ word }) => isWord(word))
  if (exact.length > 1) return { part: { code: 'unclear', typed: token }, used: 1 }
  if (exact[0]) return counted(Number(exact[0].quantity), [exact[0].word, ...rest], items)
  if (isWord(token)) return { part: { code: 'quantityMissing', typed: token }, used: 1 }
  return counted(Number(digits), [withoutTimes(tail, isWord), ...rest], items)
}

/** "4x1cc", "4×juice". */
function withoutTimes(word: string, isWord: (word: string) => boolean): string {
  return isWord(word) ? word : word.replace(/^[x×*](?=.)/, '')
}

/** The item that the next words name, the longest name first; so many of it. */
function counted(quantity: number, words: readonly string[], items: readonly Word[]): PartRead {
  const [word = ''] = words
  for (let used = Math.min(words.length, 6); used > 0; used -= 1) {
    const name = words.slice(0, used).join(' ')
    const item = items.find((each) => each.words.includes(name))
    if (item) return { part: inRange(quantity, item, name), used }
  }
  if (peopleWords.has(word)) return { part: inRange(quantity, null, word), used: 1 }
  return { part: begun(quantity, word, items), used: 1 }
}

/** One that begins so: among what the bag carries first, then among all. */
function begun(quantity: number, word: string, items: readonly Word[]): Part {
  const begin = items.filter(({ words }) => words.some((each) => each.startsWith(word)))
  const carried = begin.filter(({ isUsual }) => isUsual)
  const found = carried.length > 0 ? carried : begin
  if (found.length === 1 && found[0]) return inRange(quantity, found[0], word)
  if (found.length > 1) return { code: 'itemSeveral', typed: word, near: found.slice(0, 4) }
  return { code: 'itemUnknown', typed: word, near: closest(word, items) }
}

function inRange(quantity: number, item: Word | null, typed: string): Part {
  if (quantity === 0) return { code: 'quantityZero', typed }
  if (quantity > largestGiven) return { code: 'quantityMuch', typed: `${quantity} ${typed}` }
  return { item, quantity }
}
