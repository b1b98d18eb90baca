import fc from 'fast-check'
import { expect, test } from 'vitest'
import { containsItself, explode } from '#src/catalog/recipes.ts'

type Change = { readonly kitId: number; readonly components: readonly number[] }
type InForce = ReadonlyMap<
  number,
  { readonly lines: readonly { componentId: number; quantity: number }[] }
>

const change = fc.record({
  kitId: fc.integer({ min: 1, max: 6 }),
  components: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
})

function changed(inForce: InForce, { kitId, components }: Change): InForce {
  const lines = components.map((componentId) => ({ componentId, quantity: 2 }))
  return new Map([...inForce, [kitId, { lines }]])
}

/** Whether going down from a kit, as often as there are kits, one can still go down. */
function goesRound(inForce: InForce, kitId: number): boolean {
  let here = [kitId]
  for (let step = 0; step <= inForce.size; step++) {
    const below = here.flatMap((id) => inForce.get(id)?.lines ?? [])
    here = [...new Set(below.map(({ componentId }) => componentId))]
  }
  return here.length > 0
}

test('whatever recipes are taken, one after the other, every kit comes apart into pieces', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let inForce: InForce = new Map()
      for (const each of changes) {
        const isRefused = containsItself(inForce, each.kitId, each.components)
        const next = changed(inForce, each)
        expect(goesRound(next, each.kitId)).toBe(isRefused)
        if (!isRefused) inForce = next
      }
      for (const kitId of inForce.keys()) {
        const pieces = [...explode(inForce, kitId, 1).keys()]
        expect(pieces.filter((id) => inForce.has(id))).toEqual([])
      }
    }),
  )
})
