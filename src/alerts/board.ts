import { advisedItems } from '#src/advice/advised-items.ts'
import { remembered } from '#src/db/remembered.ts'
import { alertsOf } from './queries.ts'

/** Every item that is ordered, most pressing first: the same list while nothing was written. */
export const board = remembered(async (db, asOf) => alertsOf(await advisedItems(db, asOf)))
