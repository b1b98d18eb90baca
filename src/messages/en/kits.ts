import { en, type Named, type Unit } from '../format.ts'

type Item = Named & Unit

export const kits = {
  title: 'Kits',
  lead: 'What can be built from the stockroom, first to expire first.',
  empty: 'No kit yet',
  emptyHint: 'An item becomes a kit when it gets a recipe: choose one below.',
  kit: 'Kit',
  canBuild: 'Can build',
  onHand: 'Ready',
  runsOutFirst: 'Runs out first',
  left: (p: { item: Item; usable: number }) => `${en.name(p.item)} (${en.units(p.usable, p.item)})`,
  newKit: 'Make an item a kit',
  newKitHint: 'Items that have no recipe yet.',
  choose: 'Write its recipe',
  build: 'Build',
  howMany: 'How many',
  suggested: (p: { quantity: number }) => `Build ${en.number(p.quantity)}`,
  suggestedHint: 'Enough for two rounds of every par list.',
  placeId: 'In',
  recipe: 'One kit is made of',
  inForceSince: (p: { number: number; day: string }) =>
    `Version ${p.number}, in force since ${en.day(p.day)}`,
  noRecipe: 'No recipe yet',
  noRecipeHint: 'Write below what one kit is made of.',
  component: 'Component',
  inOneKit: 'In one kit',
  usable: 'Usable',
  enoughFor: 'Enough for',
  newVersion: 'Change the recipe',
  newVersionHint:
    'A new version from today on. Kits already built keep the one they were built by.',
  saveRecipe: 'Save the new version',
  versions: 'Versions',
  version: (p: { number: number }) => `Version ${p.number}`,
  lots: 'Built lately',
  lot: 'Lot',
  expires: 'First date inside',
  noDate: 'No date',
}
