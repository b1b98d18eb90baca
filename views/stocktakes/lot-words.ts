import type { Say } from '#src/messages/index.ts'
import type { SheetRow } from '#src/stocktakes/sheet-rows.ts'

/** "L1120 · expires 31 August 2028 · Held": what tells this lot on the shelf. */
export function lotWords({ lot, item }: SheetRow, say: Say): string {
  const { stocktakes } = say
  return [
    lot.code,
    lot.expiresOn && stocktakes.expires({ day: lot.expiresOn }),
    lot.kind === 'unknown' && stocktakes.lotNotKnown,
    lot.heldOn && stocktakes.held,
    say.agreed(2, say.unit(item)),
  ]
    .filter(Boolean)
    .join(' · ')
}
