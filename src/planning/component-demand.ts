/** Kits asked for per step, and how many of the component the recipe in force puts in one kit. */
export type KitDemand = { readonly kits: readonly number[]; readonly perKit: number }

/**
 * Units of a component asked for per step: on its own, and inside every kit that holds it. Feed it
 * to the forecast as the component's history: nobody reorders a kit, only what it is made of.
 */
export function componentDemand(direct: readonly number[], kits: readonly KitDemand[]): number[] {
  return direct.map((units, step) =>
    kits.reduce((sum, kit) => sum + (kit.kits[step] ?? 0) * kit.perKit, units),
  )
}
