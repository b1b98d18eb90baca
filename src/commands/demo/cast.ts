// Who and where: an invented programme like the one Relais is made for. No venue is a real one.
import type { Role } from '#src/db/schema/index.ts'
import type { Language } from '#src/messages/index.ts'

export const programmeName = 'Le Relais du quartier'

export type Member = { readonly name: string; readonly role: Role; readonly language: Language }

export const team: readonly Member[] = [
  { name: 'Ada', role: 'admin', language: 'en' },
  { name: 'Chloé', role: 'coordinator', language: 'fr' },
  { name: 'Sam', role: 'stock', language: 'en' },
  { name: 'Omar', role: 'outreach', language: 'fr' },
  { name: 'Béa', role: 'outreach', language: 'fr' },
  { name: 'Jules', role: 'outreach', language: 'fr' },
  { name: 'Nadia', role: 'outreach', language: 'en' },
  { name: 'Tom', role: 'outreach', language: 'en' },
  { name: 'Kim', role: 'outreach', language: 'fr' },
  { name: 'Ravi', role: 'outreach', language: 'en' },
  { name: 'Ève', role: 'outreach', language: 'fr' },
]

export const bags = ['Sac bleu', 'Sac rouge', 'Sac vert', 'Sac noir'] as const

/** What each bag should hold when it leaves, in the order of its tiles. */
export const bagPar: Readonly<Record<string, number>> = {
  ...{ cond: 120, lube: 80, '1cc': 60, crack: 16, juice: 24, bar: 24, water: 40, nalox: 8 },
  ...{ inj: 6, energy: 12, card: 40, pamph: 30, bin14: 2, sock: 6 },
}

/** What the drop-in's shelves should hold when the doors open. */
export const shelvesPar: Readonly<Record<string, number>> = {
  ...{ cond: 250, lube: 150, '1cc': 120, crack: 20, nalox: 6, juice: 72, bottle: 48, bar: 60 },
  ...{ groc: 20, sock: 24, undm: 12, undl: 12, tee: 10, deo: 10, soap: 12, shave: 6, razor: 20 },
  ...{ tooth: 12, bin14: 4, pamph: 30, water: 60 },
}

const aliases = {
  street: [
    ...['Coin vert', 'Le banc', 'Petit parc', 'Arcade', 'Ruelle nord', 'Le quai', 'Fontaine'],
    ...['Pont bleu', 'Le square', 'Escalier', 'Terminus', 'La voie'],
  ],
  bar: [
    'Nébuleuse',
    'Chez Lou',
    'Sous-sol',
    'Minuit',
    'Le Phare',
    'Cobalt',
    'Mirage',
    'Zinc',
    'Léo',
  ],
  hotel: ['Motel A', 'Motel B', 'Hôtel Jade', 'Hôtel Roi', 'Chambres 12', 'Le Repos', 'Auberge O'],
  'peep-show': ['Cabine 1', 'Cabine 2', 'Néon'],
  'strip-club': ['Velours', 'Adonis bleu', 'Studio X', 'Rideau'],
} as const

type NewRole = keyof typeof aliases
export type Venue = { readonly name: string; readonly role: NewRole | 'home' }

export const newVenues = (Object.keys(aliases) as NewRole[]).flatMap((role) =>
  aliases[role].map((name) => ({ name, role })),
)

/** Who has brochures on the counter, and where people are met without a bag. */
export const neighbours = ['Dépanneur', 'Buanderie', 'Café du coin'] as const
export const online = 'Clavardage'

/** With the homes that people are met at, which every programme has as one place. */
export const venues: readonly Venue[] = [...newVenues, { name: 'home', role: 'home' }]

export type DemoSupplier = {
  readonly name: string
  readonly leadTimeDays: number
  readonly reviewDays: number
  /** Orders are taken until this hour of its day; null on any day. */
  readonly takenUntil: number | null
  /** Items by code, with the price of a base unit in cents. */
  readonly supplies: Readonly<Record<string, number>>
}

/** Ten-thousandths of a dollar a base unit; null where the supplier has none. */
export function priceIn({ supplies }: DemoSupplier, code: string): number | null {
  const cents = supplies[code]
  return cents === undefined ? null : Math.round(cents * 100)
}

export const suppliers: readonly DemoSupplier[] = [
  {
    ...{ name: 'Programme provincial', leadTimeDays: 10, reviewDays: 14, takenUntil: 12 },
    supplies: {
      ...{ cond: 6.5, lube: 5, '1cc': 12, '3cc': 18, cooker: 20, filter: 4, water: 14, swab: 2 },
      ...{ tourn: 30, stem: 95, push: 8, screen: 25, tube: 1, nalox: 0, bin14: 210, bin5: 480 },
    },
  },
  {
    ...{ name: 'Grossiste Tremblay', leadTimeDays: 4, reviewDays: 14, takenUntil: 16 },
    supplies: { juice: 65, energy: 140, bottle: 35, bar: 48, soap: 70, razor: 25, tooth: 60 },
  },
  {
    ...{ name: 'Textiles du Port', leadTimeDays: 15, reviewDays: 28, takenUntil: null },
    supplies: { undm: 310, undl: 310, sock: 120, tee: 450, deo: 240, shave: 290 },
  },
  {
    ...{ name: 'Imprimerie locale', leadTimeDays: 7, reviewDays: 56, takenUntil: null },
    supplies: { pamph: 15, card: 6 },
  },
]

export const donors = [
  'Moisson du quartier',
  'Pharmacie du Village',
  'Boulangerie Soleil',
  'Église Saint-Luc',
  'Collecte des étudiants',
] as const

/** What the programme has besides the starter catalogue, until it is replaced. */
export const oldGuide = {
  ...{
    code: 'guide',
    nameFr: 'Guide des ressources, 1re édition',
    nameEn: 'Resource guide, 1st edition',
  },
  ...{
    shortFr: null,
    shortEn: null,
    unitFr: 'guide',
    unitEn: 'guide',
    category: 'print' as const,
    family: null,
    size: null,
  },
  ...{ tracking: 'exact' as const, lots: 'none' as const, expiry: 'none' as const },
  ...{ graceDays: 0, minimumLifeDays: 0, allowedInBags: true, allowedAtDropIn: true },
  isSharp: false,
  ...{ serviceLevelPercent: 90, minimumStock: null, maximumStock: null },
}
