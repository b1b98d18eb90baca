import type { CleanUpRow } from '#src/sharps/clean-ups/queries.ts'
import { useSay } from '../../shared/page.tsx'

/** Whether the gear is back; in a word and a shape. */
export function GearState({ found }: { found: CleanUpRow }) {
  const { cleanUps } = useSay().sharps
  const { glovesBack, tongsBack, containersBack } = found
  if (found.cancelledOn !== null) return <>–</>
  const isBack = [glovesBack, tongsBack, containersBack].every((back) => back !== null)
  return isBack ? (
    <span class="pill done">{cleanUps.back}</span>
  ) : (
    <span class="pill soon">{cleanUps.out}</span>
  )
}
