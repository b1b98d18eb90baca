// How each language writes numbers, days, names and plurals. One way for the whole app.
import { type Day, daysBetween, type WallTime } from '#src/day.ts'
import { millionthsEach, type PricedAt } from '#src/money.ts'

export type Language = 'fr' | 'en'

/** A name typed in one language or both. */
export type Named = { readonly nameFr: string | null; readonly nameEn: string | null }

/** What an item is called on a tile. */
export type Short = {
  readonly code: string
  readonly shortFr: string | null
  readonly shortEn: string | null
}

/** What an item's quantities count. */
export type Unit = { readonly unitFr: string | null; readonly unitEn: string | null }

export type Formats = ReturnType<typeof formats>

export function formats(language: Language) {
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA'
  return {
    ...{ language, locale },
    ...numberFormats(locale),
    ...dayFormats(locale),
    ...deadlineFormats(language, locale),
    ...nameFormats(language),
    ...unitFormats(language, locale),
  }
}

/** With a minus sign: the hyphen that the formats write is hardly seen, and a line may break after it. */
function minus(formatted: string): string {
  return formatted.replace('-', '−')
}

/** A share of the whole that rounds to all of it, or to nothing, would say what is not so. */
function inside(ratio: number): number {
  const share = Math.abs(ratio)
  if (share === 0 || share >= 1) return ratio
  return Math.sign(ratio) * Math.min(0.99, Math.max(0.01, share))
}

function numberFormats(locale: string) {
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' })
  const upTo = (digits: number) =>
    new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency: 'CAD', minimumFractionDigits: 2 },
      maximumFractionDigits: digits,
    })
  const [prices, eachExactly] = [upTo(4), upTo(6)]
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return {
    /** 1,180 or 1 180. */
    number: (value: number) => minus(integers.format(value)),
    /** One decimal at most: 9.5. */
    decimal: (value: number) => minus(decimals.format(value)),
    /** As it enters a sum, three decimals at most: 163.41. */
    exact: (value: number) => minus(exact.format(value)),
    /** Whole, and nothing or everything only where it is just that. */
    percent: (ratio: number) => minus(percents.format(inside(ratio))),
    money: (cents: number) => minus(dollars.format(cents / 100)),
    /** A price in ten-thousandths of a dollar, all of it: $9.36, $0.065. */
    price: (price: number) => prices.format(price / 10_000),
    /** What one unit costs, all of it where the division ends: = $0.065, ≈ $0.0694. */
    each: (price: PricedAt) => {
      const millionths = millionthsEach(price)
      return Number.isInteger(millionths)
        ? { equals: '=' as const, each: eachExactly.format(millionths / 1_000_000) }
        : { equals: '≈' as const, each: prices.format(millionths / 1_000_000) }
    },
  }
}

/** From nine months away a day and its month could be those of another year. */
function isFar(day: Day, today: Day): boolean {
  return Math.abs(daysBetween(day, today)) > 270
}

/** In French the first of a month is *le 1er*, which the formats do not know. */
function ordinal(formatted: string, locale: string): string {
  return locale === 'fr-CA' ? formatted.replace(/(?<!\d)1(?=[\s–])/g, '1er') : formatted
}

function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function dayFormats(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const inUtc = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: Day) => ordinal(inUtc.format(noon(day)), locale)
  }
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const shortDay = format({ day: 'numeric', month: 'short' })
  const short = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  const shortSpan = new Intl.DateTimeFormat(locale, short)
  const shortDayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const month = format({ month: 'long', year: 'numeric' })
  const shortMonth = format({ month: 'short', year: 'numeric' })
  const monthWord = format({ month: 'short' })
  return {
    /** 24 November 2026. */
    day,
    /** 24 Nov. */
    shortDay,
    /** Tuesday 24 November. */
    weekday,
    /** 24–28 Nov., 24 Nov. – 3 Dec.; without the years where it crosses into the next. */
    shortSpan: (from: Day, to: Day) =>
      from.slice(0, 4) === to.slice(0, 4)
        ? ordinal(shortSpan.formatRange(noon(from), noon(to)), locale)
        : `${shortDay(from)} – ${shortDay(to)}`,
    /** 24 Nov; with its year where that could be another than one thinks. */
    shortDayFrom: (day: Day, today: Day) =>
      isFar(day, today) ? shortDayOfYear(day) : shortDay(day),
    /** Tuesday 24 November; a day with its year where that could be another than one thinks. */
    weekdayFrom: (on: Day, today: Day) => (isFar(on, today) ? day(on) : weekday(on)),
    /** November 2026, of a month or of any day in it. */
    month: (dayOrMonth: string) => month(`${dayOrMonth.slice(0, 7)}-01`),
    shortMonth: (dayOrMonth: string) => shortMonth(`${dayOrMonth.slice(0, 7)}-01`),
    /** Nov, alone. */
    monthWord: (dayOrMonth: string) => monthWord(`${dayOrMonth.slice(0, 7)}-01`),
    /** An instant, as the day and time in a time zone. */
    instant: (at: number, timeZone: string) => {
      const on = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
      const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
      return `${ordinal(on.format(at), locale)}, ${time.format(at)}`
    },
    /** The time of day of an instant: 7:05, 7 h 05. */
    time: (at: number, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        ...{ hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone },
      }).format(at),
  }
}

function deadlineFormats(language: Language, locale: string) {
  const { weekday } = dayFormats(locale)
  const hourWord = (hour: number) => {
    if (hour === 12) return language === 'fr' ? 'midi' : 'noon'
    if (hour === 24) return language === 'fr' ? 'minuit' : 'midnight'
    return language === 'fr' ? `${hour}\u00a0h` : `${hour}:00`
  }
  return {
    /** An hour from 1 to 24: noon, 17:00. */
    hourWord,
    /** Friday 27 November, noon. */
    deadline: ({ day, hour }: WallTime) => `${weekday(day)}, ${hourWord(hour)}`,
  }
}

function nameFormats(language: Language) {
  return {
    /** In this language, or in the other when this one is missing. */
    name: ({ nameFr, nameEn }: Named) =>
      (language === 'fr' ? (nameFr ?? nameEn) : (nameEn ?? nameFr)) ?? '',
    /** The word on a tile, or the code where nobody chose one. */
    short: ({ shortFr, shortEn, code }: Short) =>
      (language === 'fr' ? (shortFr ?? shortEn) : (shortEn ?? shortFr)) ?? code,
    /** The unit alone, singular: for a heading. */
    unit: (unit: Unit) => unitName(unit, language),
  }
}

function unitFormats(language: Language, locale: string) {
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plurals = new Intl.PluralRules(locale)
  return {
    /** "36 pairs": the number with its unit. */
    units: (quantity: number, unit: Unit) =>
      `${minus(integers.format(quantity))} ${agreed(quantity, unitName(unit, language), language)}`,
    /** "boxes" for two of a pack or unit named "box". */
    agreed: (quantity: number, word: string) => agreed(quantity, word, language),
    /** Chooses the singular or the plural: plural(n, 'item', 'items'). */
    plural: (value: number, one: string, other: string) =>
      plurals.select(value) === 'one' ? one : other,
    list: (words: readonly string[]) => lists.format(words),
  }
}

function unitName({ unitFr, unitEn }: Unit, language: Language): string {
  return (language === 'fr' ? (unitFr ?? unitEn) : (unitEn ?? unitFr)) ?? ''
}

/** Puts the first word of a unit or pack in the plural: "pack of 5" → "packs of 5". */
function agreed(quantity: number, name: string, language: Language): string {
  const isSingular = language === 'fr' ? Math.abs(quantity) < 2 : Math.abs(quantity) === 1
  const [word = '', ...rest] = name.split(' ')
  return isSingular
    ? name
    : [language === 'fr' ? pluralFr(word) : pluralEn(word), ...rest].join(' ')
}

function pluralFr(word: string): string {
  if (/^(cm|ml|g|kg|l)$/i.test(word) || /[sxz]$/.test(word)) return word
  return /(eau|eu)$/.test(word) ? `${word}x` : `${word}s`
}

function pluralEn(word: string): string {
  if (/^(cm|ml|g|kg|l|each|gross)$/i.test(word)) return word
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

export const en = formats('en')
export const fr = formats('fr')
