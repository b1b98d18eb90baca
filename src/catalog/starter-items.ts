// The starter catalogue: names and sizes are the field's usual ones and can all be edited.
import type { Category, item } from '#src/db/schema/index.ts'
import { tileWords } from './tile-words.ts'

/** French name, English name, base units. */
type StarterPack = readonly [string, string, number]
type StarterItem = typeof item.$inferInsert & { readonly packs: readonly StarterPack[] }
/** Everything about an item that is not its names. */
type Traits = Partial<Omit<StarterItem, 'packs'>>

const byDate = { lots: 'date', expiry: 'hard' } as const
const byNumber = { lots: 'number', expiry: 'hard' } as const
const needle = { ...byNumber, isSharp: true } as const
const bestBefore = (graceDays: number) =>
  ({ lots: 'date', expiry: 'best-before', graceDays }) as const
const dropInOnly = { allowedInBags: false } as const
const underwear = 1
const rough = { tracking: 'rough', allowedInBags: false } as const

type Row = readonly [
  code: string,
  nameFr: string,
  nameEn: string,
  unitFr: string,
  unitEn: string,
  packs: readonly StarterPack[],
  traits?: Traits,
]

/** One thing in several sizes. */
export const starterFamilies = [{ id: underwear, nameFr: 'Sous-vêtement', nameEn: 'Underwear' }]

const catalogue: Readonly<Partial<Record<Category, readonly Row[]>>> = {
  prevention: [
    [
      'cond',
      'Condom externe',
      'External condom',
      'condom',
      'condom',
      [
        ['grosse', 'gross', 144],
        ['caisse', 'case', 1008],
      ],
      { ...byDate, minimumLifeDays: 365 },
    ],
    [
      'lube',
      'Lubrifiant, sachet',
      'Lube, sachet',
      'sachet',
      'sachet',
      [['caisse', 'case', 1000]],
      byDate,
    ],
  ],
  injection: [
    [
      '1cc',
      'Seringue 1 cc 28G ½″',
      'Syringe 1 cc 28G ½″',
      'seringue',
      'syringe',
      [
        ['sachet', 'bag', 10],
        ['boîte', 'box', 100],
        ['caisse', 'case', 500],
      ],
      needle,
    ],
    [
      '3cc',
      'Seringue 3 cc et aiguille 27G ½″',
      'Syringe 3 cc with needle 27G ½″',
      'ensemble',
      'set',
      [['boîte', 'box', 100]],
      needle,
    ],
    ['cooker', 'Réchaud', 'Cooker', 'réchaud', 'cooker', [['boîte', 'box', 100]]],
    ['filter', 'Filtre', 'Filter', 'filtre', 'filter', [['boîte', 'box', 100]]],
    [
      'water',
      'Eau stérile 3 ml',
      'Sterile water 3 ml',
      'fiole',
      'vial',
      [['boîte', 'box', 100]],
      byDate,
    ],
    ['swab', 'Tampon d’alcool', 'Alcohol swab', 'tampon', 'swab', [['boîte', 'box', 100]], byDate],
    ['tourn', 'Garrot', 'Tourniquet', 'garrot', 'tourniquet', [['boîte', 'box', 100]]],
    ['inj', 'Trousse d’injection', 'Injection kit', 'trousse', 'kit', [], byDate],
  ],
  inhalation: [
    ['stem', 'Tube en pyrex', 'Pyrex stem', 'tube', 'stem', [['caisse', 'case', 100]]],
    ['push', 'Bâtonnet', 'Push stick', 'bâtonnet', 'stick', [['caisse', 'case', 500]]],
    [
      'screen',
      'Grilles de laiton, paquet de 5',
      'Brass screens, pack of 5',
      'paquet',
      'pack',
      [['boîte', 'box', 100]],
    ],
    [
      'tube',
      'Embout, au cm',
      'Mouthpiece tubing, by the cm',
      'cm',
      'cm',
      [['rouleau de 100 pi', 'roll of 100 ft', 3048]],
    ],
    ['crack', 'Trousse d’inhalation sécuritaire', 'Safer-crack kit', 'trousse', 'kit', [], byDate],
  ],
  sharps: [
    [
      'bin14',
      'Contenant 1,4 L',
      'Sharps container 1.4 L',
      'contenant',
      'container',
      [['caisse', 'case', 40]],
    ],
    [
      'bin5',
      'Contenant 5 L',
      'Sharps container 5 L',
      'contenant',
      'container',
      [['caisse', 'case', 20]],
    ],
  ],
  naloxone: [
    [
      'nalox',
      'Naloxone nasale, trousse de 2 doses',
      'Naloxone nasal, kit of 2 doses',
      'trousse',
      'kit',
      [['caisse', 'case', 12]],
      byNumber,
    ],
  ],
  food: [
    [
      'juice',
      'Jus',
      'Juice',
      'canette',
      'can',
      [
        ['douzaine', 'dozen', 12],
        ['caisse', 'case', 24],
      ],
      bestBefore(90),
    ],
    [
      'energy',
      'Boisson énergisante',
      'Energy drink',
      'canette',
      'can',
      [
        ['douzaine', 'dozen', 12],
        ['caisse', 'case', 24],
      ],
      bestBefore(90),
    ],
    [
      'bottle',
      'Eau, bouteille',
      'Water, bottle',
      'bouteille',
      'bottle',
      [
        ['douzaine', 'dozen', 12],
        ['caisse', 'case', 24],
      ],
      bestBefore(180),
    ],
    [
      'bar',
      'Barre granola',
      'Granola bar',
      'barre',
      'bar',
      [
        ['boîte', 'box', 6],
        ['caisse', 'case', 48],
      ],
      bestBefore(30),
    ],
    ['groc', 'Sac d’épicerie', 'Bag of groceries', 'sac', 'bag', [], dropInOnly],
    ['bread', 'Pain et viennoiseries', 'Bread and pastries', 'bac', 'crate', [], rough],
    ['produce', 'Fruits et légumes', 'Fruit and vegetables', 'bac', 'crate', [], rough],
  ],
  clothing: [
    ['loose', 'Vêtements donnés, en vrac', 'Donated clothes, loose', 'sac', 'bag', [], rough],
    [
      'undm',
      'Sous-vêtement, M',
      'Underwear, M',
      'pièce',
      'piece',
      [['paquet', 'pack', 6]],
      { ...dropInOnly, familyId: underwear, size: 'M' },
    ],
    [
      'undl',
      'Sous-vêtement, G',
      'Underwear, L',
      'pièce',
      'piece',
      [['paquet', 'pack', 6]],
      { ...dropInOnly, familyId: underwear, size: 'L' },
    ],
    ['sock', 'Bas', 'Socks', 'paire', 'pair', [['paquet', 'pack', 12]]],
    ['tee', 'T-shirt', 'T-shirt', 'pièce', 'piece', [], dropInOnly],
    ['coat', 'Manteau', 'Coat', 'manteau', 'coat', [], dropInOnly],
  ],
  hygiene: [
    ['deo', 'Désodorisant', 'Deodorant', 'bâton', 'stick', [['caisse', 'case', 12]]],
    ['soap', 'Savon', 'Soap', 'pain', 'bar', [['caisse', 'case', 48]]],
    ['shave', 'Crème à raser', 'Shaving cream', 'canette', 'can', [['caisse', 'case', 12]]],
    ['razor', 'Rasoir', 'Razor', 'rasoir', 'razor', [['paquet', 'pack', 10]]],
    ['tooth', 'Brosse à dents', 'Toothbrush', 'brosse', 'brush', [['boîte', 'box', 12]]],
  ],
  print: [
    ['pamph', 'Dépliant', 'Pamphlet', 'dépliant', 'pamphlet', [['liasse', 'bundle', 50]]],
    ['card', 'Carte du site fixe', 'Drop-in card', 'carte', 'card', [['liasse', 'bundle', 100]]],
  ],
}

export const starterItems: readonly StarterItem[] = Object.entries(catalogue).flatMap(
  ([category, rows]) =>
    rows.map(([code, nameFr, nameEn, unitFr, unitEn, packs, traits = {}]) => ({
      ...{ code, nameFr, nameEn, unitFr, unitEn, packs, category: category as Category },
      ...shortNames(code),
      ...traits,
    })),
)

function shortNames(code: string) {
  const [shortFr = null, shortEn = null] = tileWords[code] ?? []
  return { shortFr, shortEn }
}
