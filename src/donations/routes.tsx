import { Hono } from 'hono'
import { itemChoices } from '#src/catalog/items.ts'
import { placesOf } from '#src/catalog/places.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Donations } from '#views/donations/index.tsx'
import { NewDonation } from '#views/donations/new.tsx'
import { ShowDonation } from '#views/donations/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { donationForm, newDonationQuery } from './form.ts'
import { logDonation } from './log-donation.ts'
import { donationById, donations } from './queries.ts'

export const donationRoutes = new Hono<Env>()
  .get('/donations', async (c) => {
    const list = await c.var.app.database.read((db) =>
      donations(db, { before: beforeOf(c), size: pageSize }),
    )
    return render(c, <Donations donations={list} />)
  })

  .get('/donations/new', (c) => newDonation(c, blank, 200))

  .post('/donations', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, donationForm(c.var.today, items))
    if (!form.ok) return newDonation(c, form, form.status)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => logDonation(tx, form.values, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (saved instanceof Refusal) {
      const { typed } = form
      return newDonation(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
    }
    return c.redirect(`/donations/${saved.donationId}`, 303)
  })

  .get('/donations/:id', async (c) => {
    const donation = await c.var.app.database.read((db) => donationById(db, idOf(c)))
    return donation ? render(c, <ShowDonation donation={donation} />) : c.notFound()
  })

async function newDonation(c: C, filled: Filled, status: 200 | 422) {
  const choices = await c.var.app.database.read(async (db) => ({
    items: await itemChoices(db),
    places: await placesOf(db, 'stockroom'),
    donors: (await placesOf(db, 'source')).filter(({ role }) => role === 'donor'),
  }))
  const { receivedOn } = readQuery(c, newDonationQuery)
  return render(c, <NewDonation {...{ filled, receivedOn, ...choices }} />, status)
}
