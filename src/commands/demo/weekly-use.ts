// What a usual week uses: what the people who order have in their heads.
import { starterRecipes } from '#src/catalog/starter-recipes.ts'
import { venues } from './cast.ts'
import { askedAtDropIn, askedAtVenue, leftAtNeighbour, ordinaryHeadcount } from './demand.ts'

const nightsAWeek = 4
/** Rounds pass by the streets more often than anywhere else. */
const streetVisitsAWeek = 2

/** Units that reach people in a week, by item code; kits count as kits and as their components. */
export const weeklyUse: ReadonlyMap<string, number> = totalUse()

export function useOf(code: string): number {
  return weeklyUse.get(code) ?? 0
}

function totalUse(): Map<string, number> {
  const use = new Map<string, number>()
  const add = (code: string, units: number) => use.set(code, (use.get(code) ?? 0) + units)
  for (const { role } of venues) {
    const visits = role === 'street' ? streetVisitsAWeek : 1
    for (const [code, units] of Object.entries(askedAtVenue[role])) add(code, units * visits)
  }
  for (const [code, units] of Object.entries(leftAtNeighbour)) add(code, units)
  for (const [code, units] of Object.entries(askedAtDropIn)) {
    add(code, units * ordinaryHeadcount * nightsAWeek)
  }
  for (const { kit, lines } of starterRecipes) {
    for (const [code, quantity] of lines) add(code, quantity * (use.get(kit) ?? 0))
  }
  return use
}
