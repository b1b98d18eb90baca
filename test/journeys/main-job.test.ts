// The spine of the product, as people do it: what is given arrives, leaves in a bag, reaches a venue, comes
// back with a difference, is ordered again, is received in part, and a mistake is taken back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { itemSupply, location, supplierTerms } from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import { handedOut } from '#test/alerts/story.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'
import {
  orders,
  readsWhatToOrder,
  readsWhatWasGiven,
  receivesInPart,
  takesTheReceiptBack,
} from './coordinator.ts'
import { bringsTheBagBack, takesTheUsualBag, tapsWhatIsGiven } from './outreach-worker.ts'
import { type Guise, personIn } from './person.ts'
import { logsTheDonation, seesItInStock } from './stock-manager.ts'

const browser = launchBrowser()
let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  await setPar(world, world.bags.bag1, { cond: 60, '1cc': 40, juice: 12, nalox: 4 })
  await world.write(async (tx) => {
    const supplier = { kind: 'source', role: 'supplier', nameFr: 'Cactus' } as const
    const [made] = await tx.insert(location).values(supplier).returning()
    const supplierId = made?.id ?? 0
    await tx.insert(supplierTerms).values({ supplierId, leadTimeDays: 7, reviewDays: 14 })
    await tx.insert(itemSupply).values({ supplierId, itemId: world.item('cond').id })
  })
})
afterEach(async () => {
  await served.close()
  await world.close()
})

const guises: readonly [string, Guise][] = [
  ['on a phone, in French', { device: 'phone', language: 'fr', scripts: 'with scripts' }],
  ['at a desk, in English', { device: 'desktop', language: 'en', scripts: 'with scripts' }],
  [
    'at a desk, in French, where no script arrives',
    { device: 'desktop', language: 'fr', scripts: 'without scripts' },
  ],
  [
    'on a phone, in English, where no script arrives',
    { device: 'phone', language: 'en', scripts: 'without scripts' },
  ],
]

describe.each(guises)('%s', (_, guise) => {
  test('what is given reaches a venue, and what runs out is ordered again', async () => {
    const person = await personIn(guise, { browser, world, served })
    await person.becomes('stock')
    await logsTheDonation(person)
    await seesItInStock(person)
    await person.becomes('outreach')
    await takesTheUsualBag(person)
    await tapsWhatIsGiven(person)
    await bringsTheBagBack(person)
    await person.becomes('coordinator')
    await readsWhatWasGiven(person)
    await orders(person, await readsWhatToOrder(person))
    await receivesInPart(person)
    await takesTheReceiptBack(person)
    expect(await world.database.read(verify)).toEqual([])
  })
})
