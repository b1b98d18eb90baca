// What the screens say. English is the shape; a French file with a key missing does not compile.
import * as english from './en/index.ts'
import { en, type Formats, fr, type Language } from './format.ts'
import * as french from './fr/index.ts'

export type { Formats, Language, Named, Unit } from './format.ts'

/** Everything one language says, and how it writes numbers, days and names. */
export type Say = typeof english & Formats

const languages: Record<Language, Say> = {
  en: { ...english, ...en },
  fr: { ...french, ...fr },
}

export function say(language: Language): Say {
  return languages[language]
}
