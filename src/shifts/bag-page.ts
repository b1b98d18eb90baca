import { remembered } from '#src/db/remembered.ts'
import { plannedStops, stopsToGo } from '#src/ledger/planned-stops.ts'
import { perStop } from '#src/ledger/tally.ts'
import { bagContents } from './bag-contents.ts'
import { bagById, lotsAround, parOf, shiftsOfBag } from './queries.ts'

export type BagPage = NonNullable<Awaited<ReturnType<typeof bagPage>>>

/** A bag with what it holds and `size` of its shifts; null when there is none. */
export const bagPage = remembered(
  async (db, { today }, bagId: number, before: number | null, size: number) => {
    const bag = await bagById(db, bagId)
    if (!bag) return null
    const par = await parOf(db, bagId)
    const inBag = await lotsAround(db, { bagId, feederId: null })
    const shifts = await shiftsOfBag(db, { bagId, before, size })
    const toGo = bag.out ? stopsToGo(await plannedStops(db, bag.out.shiftId)) : 0
    const contents = bagContents({ par, inBag }, today).map((each) => ({
      ...{ ...each, perStop: perStop(each.quantity, toGo) },
    }))
    return { ...{ bag, contents, shifts }, hasPar: par.length > 0, stopsToGo: toGo }
  },
)
