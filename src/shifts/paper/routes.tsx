// A shift by hand: one Letter page of places and items to tally on, and the way back to type it in.
import { Hono } from 'hono'
import { venuesDue } from '#src/ledger/venues-due.ts'
import { qrRows } from '#src/qr.ts'
import { bagById, parOf } from '#src/shifts/queries.ts'
import type { Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { render } from '#src/web/render.tsx'
import { TallySheet } from '#views/shifts/paper/sheet.tsx'

export const paperRoutes = new Hono<Env>().get('/bags/:id/sheet', async (c) => {
  const found = await c.var.app.database.read(async (db) => {
    const bag = await bagById(db, idOf(c))
    if (!bag || bag.retiredOn !== null) return null
    return { bag, par: await parOf(db, bag.id), venues: await venuesDue(db, c.var.today) }
  })
  if (!found) return c.notFound()
  // The path and nothing else: a sheet that is lost says nothing more to a camera than to an eye.
  const address = new URL('/late-entry', c.var.app.publicUrl ?? c.req.url)
  return render(c, <TallySheet {...found} address={address.href} qr={qrRows(address.href)} />)
})
