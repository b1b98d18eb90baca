import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day, daysFrom, weekdayOf } from '#src/day.ts'
import { item, lot } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { ledger } from '#test/support/ledger.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

/** The words of a page: what a person reads. */
function words(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
}

/** The words of an item's row. */
function row(html: string, name: string): string {
  const rows = html.split('<tr').map((each) => words(`<tr${each.split('</tr>')[0]}`))
  return rows.find((each) => each.trimStart().startsWith(name))?.trim() ?? 'no such row'
}

/** Hands out on every weekday before today, as far back as asked. */
async function handOutDaily(code: string, quantity: number, since: Day) {
  const opened = daysFrom(since, addDays(world.today(), -1)).filter((day) => weekdayOf(day) <= 5)
  await ledger(world, `opening -> central ${code} 900 / central -> bag1 ${code} 700`, since)
  for (const day of opened) await ledger(world, `bag1 -> sky ${code} ${quantity}`, day)
}

describe('the stock page', () => {
  test('shows what each place has, and the total of what may be given', async () => {
    await ledger(world, 'opening -> central C28 100 / central -> bag1 C28 12')
    const page = await sam.get('/stock')
    expect(row(page.text, 'External condom')).toMatch(/^External condom 88 12 100/)
  })

  test('keeps an item with nothing in stock in sight', async () => {
    expect(row((await sam.get('/stock')).text, 'Cooker')).toContain('Cooker')
  })

  test('shows expired, held and quarantined units apart, never in the total', async () => {
    await stockUp(world, [{ code: 'lube', quantity: 5, expiresOn: '2026-11-22' }])
    await stockUp(world, [{ code: 'lube', quantity: 7, expiresOn: '2027-11-22' }])
    await stockUp(world, [
      { code: 'lube', quantity: 11, expiresOn: '2028-01-01', placeId: world.places.quarantine },
    ])
    const heldLot = await stockUp(world, [{ code: 'lube', quantity: 13, expiresOn: '2029-01-01' }])
    await world.write((tx) =>
      tx.update(lot).set({ heldOn: '2026-11-23' }).where(eq(lot.expiresOn, '2029-01-01')),
    )
    expect(heldLot).toBeGreaterThan(0)
    expect(row((await sam.get('/stock')).text, 'Lube, sachet')).toMatch(/^Lube, sachet 7 7 .* 29$/)
  })

  test('a lot on its last day still counts, and the day after no more', async () => {
    await stockUp(world, [{ code: 'lube', quantity: 5, expiresOn: '2026-11-23' }])
    expect(row((await sam.get('/stock')).text, 'Lube')).toMatch(/^Lube, sachet 5 5 .* last day 0$/)
    world.pass(24)
    sam = await clientOf(world, 'stock')
    expect(row((await sam.get('/stock')).text, 'Lube')).toMatch(/^Lube, sachet 0 .* 5$/)
  })

  test('says how long an item lasts as the reorder board and its card do, to everybody', async () => {
    await handOutDaily('cooker', 10, addDays(world.today(), -70))
    const card = `/items/${world.item('cooker').id}`
    expect(row((await sam.get('/alerts')).text, 'Cooker')).toContain('about 40 days (40–41)')
    for (const person of [sam, omar]) {
      expect(row((await person.get('/stock')).text, 'Cooker')).toContain('about 40 days (40–41)')
      expect(words((await person.get(card)).text)).toContain('About 40 open days left (40–41).')
    }
    expect((await sam.get('/stock.csv?q=cooker')).text).toMatch(/cooker,Cooker,.*,40\r?\n$/)
  })

  test('says of a kit how long those that are ready last', async () => {
    await handOutDaily('inj', 10, addDays(world.today(), -70))
    expect(row((await sam.get('/stock')).text, 'Injection kit')).toContain('about 40 days')
  })

  test('says nothing of how long it lasts from a few days, in the same words everywhere', async () => {
    await handOutDaily('cooker', 10, addDays(world.today(), -4))
    for (const path of ['/stock', '/alerts']) {
      expect(row((await sam.get(path)).text, 'Cooker')).toContain('no forecast')
    }
    for (const person of [sam, omar]) {
      const card = words((await person.get(`/items/${world.item('cooker').id}`)).text)
      expect(card).toContain('usable. No forecast')
    }
  })

  test('costs six statements after anything was written, and one until then', async () => {
    const statements = () => statementsOf(world.database, () => sam.get('/stock'))
    await sam.get('/alerts')
    await ledger(world, 'opening -> central cooker 3')
    expect(await statements()).toHaveLength(6)
    expect(await statements()).toHaveLength(1)
  })

  test('a retired item stays while it still holds stock', async () => {
    await ledger(world, 'opening -> central cooker 3')
    await world.write((tx) => tx.update(item).set({ retiredOn: '2026-11-20' }))
    const page = words((await sam.get('/stock')).text)
    expect(page).toContain('Cooker Retired')
    expect(page).not.toContain('Tourniquet')
  })

  test.each([
    ['a word, accents and case aside', '/stock?q=SYRINGE', 'Syringe 1 cc', 'External condom'],
    ['a category', '/stock?category=food', 'Juice', 'External condom'],
    ['what ends within 90 days', '/stock?expiring=on', 'Lube, sachet', 'External condom'],
  ])('can be narrowed to %s', async (_, path, shown, hidden) => {
    await stockUp(world, [{ code: 'lube', quantity: 5, expiresOn: '2026-12-20' }])
    const page = words((await sam.get(path)).text)
    expect(page).toContain(shown)
    expect(page).not.toContain(`${hidden} `)
  })

  test.each(['/stock?category=x&place=-1&expiring=maybe', '/stock?q=%00', '/stock?place=999'])(
    'a filter it cannot read leaves the whole list: %s',
    async (path) => {
      expect((await sam.get(path)).status).toBe(200)
    },
  )

  test('one place alone can be asked for', async () => {
    await ledger(world, 'opening -> central C28 100 / central -> bag1 C28 12')
    const page = await sam.get(`/stock?place=${world.bags.bag1}`)
    expect(row(page.text, 'External condom')).toMatch(/^External condom 12 100/)
  })

  test('is a spreadsheet too, for the office only', async () => {
    await ledger(world, 'opening -> central C28 100')
    const file = await sam.get('/stock.csv?q=condom')
    expect(file.headers.get('content-disposition')).toContain('stock-2026-11-23.csv')
    expect(file.text).toContain('cond,External condom,Prevention,condom,100,100,0,')
    expect((await omar.get('/stock.csv')).status).toBe(403)
  })

  test('is open to outreach workers, without the office’s buttons', async () => {
    const page = await omar.get('/stock')
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('stock.csv')
  })
})

describe('an item’s card', () => {
  const card = (code: string) => `/items/${world.item(code).id}`

  test('names the lot to give first, and sets aside what has expired', async () => {
    await stockUp(world, [
      { code: '1cc', quantity: 940, lotCode: 'C1120', expiresOn: '2028-08-31' },
      { code: '1cc', quantity: 240, lotCode: 'B2207', expiresOn: '2027-01-31' },
      { code: '1cc', quantity: 60, lotCode: 'A0915', expiresOn: '2026-10-31' },
    ])
    const page = words((await sam.get(card('1cc'))).text)
    expect(page).toMatch(/B2207 Give first .* 240 .*C1120 .* 940 Usable 1,180 A0915 Expired .* 60/)
  })

  test('keeps condoms with under a year left for demonstrations', async () => {
    await stockUp(world, [{ code: 'cond', quantity: 10, expiresOn: '2027-06-30' }])
    const page = words((await sam.get(card('cond'))).text)
    expect(page).toContain('None left.')
    expect(page).toContain('Demonstration only')
  })

  test('draws the balance of each day, whatever the order it was entered in', async () => {
    await ledger(world, 'opening -> central cooker 100', '2026-11-10')
    await ledger(world, 'central -> bag1 cooker 20 / bag1 -> sky cooker 5', '2026-11-20')
    await ledger(world, 'donor -> central cooker 50', '2026-11-15')
    const page = await sam.get(`${card('cooker')}?weeks=2`)
    const table = words(page.text.split('<details')[1]?.split('</details>')[0] ?? '')
    expect(table).toContain('November 10, 2026 100 100')
    expect(table).toContain('November 15, 2026 50 150')
    expect(table).toContain('November 20, 2026 145')
    expect(page.text).toContain('Stock rose from 0 to 145 cookers')
  })

  test('an item that has not moved for weeks is drawn level', async () => {
    await ledger(world, 'opening -> central cooker 30', '2026-01-10')
    expect((await sam.get(card('cooker'))).text).toContain('Stock stayed at 30 cookers')
  })

  test('lists its entries for the office, with both days when it was entered late', async () => {
    await ledger(world, 'donor -> central cooker 50', '2026-11-20')
    const page = words((await sam.get(card('cooker'))).text)
    expect(page).toMatch(/Donation Nov 20 recorded Nov 23 Anonym\S* → Stockroom 50 cookers Sam/)
    expect(words((await omar.get(card('cooker'))).text)).not.toContain('Latest entries')
    expect((await omar.get(`${card('cooker')}/entries`)).status).toBe(403)
  })

  test('tells a worker what their bag has of it, where there is more, and who to ask', async () => {
    await setPar(world, world.bags.bag1, { cooker: 20 })
    await ledger(world, 'opening -> central cooker 100, swab 5 / central -> bag2 cooker 4')
    const before = words((await omar.get(card('cooker'))).text)
    expect(before).toContain('You have not taken a bag yet')
    const take = await omar.get(`/bags/${world.bags.bag1}/check-out`)
    await omar.post('/shifts', fieldsOf(take.text, '/shifts'))
    const page = await omar.get(card('cooker'))
    expect(words(page.text)).toMatch(
      /Your bag, Sac 1 leaves with 20 20 Stockroom 76 Other bags 4 Usable 100/,
    )
    expect(words(page.text)).toContain('Sac 1 is filled up to 20 cookers each time it leaves')
    expect(words(page.text)).toContain('Who keeps the stock: Sam.')
    expect(page.text).toContain('href="/shifts/1"')
    expect(words((await omar.get(card('swab'))).text)).toContain('Sac 1 does not carry it')
    expect(words((await omar.get(card('groc'))).text)).toContain('given at the drop-in')
    expect(words((await sam.get(card('cooker'))).text)).not.toContain('Your bag')
  })

  test('says since when it is empty, not when it will be', async () => {
    await handOutDaily('cooker', 20, addDays(world.today(), -47))
    await ledger(world, 'central -> lost cooker 200 / bag1 -> sky cooker 20', '2026-11-20')
    expect(words((await sam.get(card('cooker'))).text)).toContain('Likely empty by tonight.')
    await ledger(world, 'bag1 -> sky cooker 20', '2026-11-20')
    const page = words((await sam.get(card('cooker'))).text)
    expect(page).toContain('Empty since Friday, November 20.')
    expect(page).not.toContain('ikely empty')
  })

  test('tells what a kit holds', async () => {
    expect(words((await omar.get(card('inj'))).text)).toMatch(/One holds .*Cooker × 4/)
  })

  test('costs six statements after anything was written, and one until then', async () => {
    const statements = () => statementsOf(world.database, () => sam.get(card('cooker')))
    await sam.get('/alerts')
    await ledger(world, 'opening -> central cooker 3')
    expect(await statements()).toHaveLength(6)
    expect(await statements()).toHaveLength(1)
  })

  test('every entry can be read, a page at a time', async () => {
    const story = Array.from({ length: 51 }, () => 'donor -> central cooker 1').join(' / ')
    const [first] = await ledger(world, story)
    const latest = await sam.get(`${card('cooker')}/entries`)
    expect(latest.text).not.toContain(`"/entries/${first}"`)
    const next = latest.text.match(/href="([^"]*before=\d+)"/)?.[1] ?? ''
    expect((await sam.get(next)).text).toContain(`"/entries/${first}"`)
  })

  test.each(['/items/999', '/items/0', '/items/x', '/items/999/entries'])(
    'that does not exist is not found: %s',
    async (path) => {
      expect((await sam.get(path)).status).toBe(404)
    },
  )
})

describe('a rough item', () => {
  const bread = () => `/items/${world.item('bread').id}`
  const kitchen = async () => {
    const page = await sam.get(bread())
    return page.text.match(/<option value="(\d+)"[^>]*>Kitchen/)?.[1] ?? ''
  }
  const seen = async (fields: Record<string, string> = {}) => ({
    ...{ what: '1', amount: '', happenedOn: '2026-11-23', placeId: await kitchen() },
    ...fields,
  })

  test('shows the level that was last seen, on its card and in the list', async () => {
    const answer = await sam.post(`${bread()}/observations`, await seen())
    expect(answer).toMatchObject({ status: 303, location: bread() })
    expect(words((await sam.get(bread())).text)).toContain('Low seen Monday, November 23')
    expect(row((await sam.get('/stock')).text, 'Bread')).toBe('Bread and pastries Low')
  })

  test('is seen once when the same form is sent twice', async () => {
    const fields = await seen({ requestId: crypto.randomUUID(), what: 'intake', amount: '4' })
    await Promise.all([
      sam.post(`${bread()}/observations`, fields),
      sam.post(`${bread()}/observations`, fields),
    ])
    expect(words((await sam.get(bread())).text).match(/Came in : 4 crates/g)).toHaveLength(1)
  })

  test('can be taken back once: the level seen before is shown again', async () => {
    await sam.post(`${bread()}/observations`, await seen({ what: '3', happenedOn: '2026-11-20' }))
    await sam.post(`${bread()}/observations`, await seen({ what: '0' }))
    await sam.post('/observations/2/reversal', {})
    expect(row((await sam.get('/stock')).text, 'Bread')).toBe('Bread and pastries Full')
    const again = await sam.post('/observations/2/reversal', {})
    expect(again.status).toBe(422)
    expect(again.text).toContain('already taken back')
    expect((await sam.post('/observations/99/reversal', {})).status).toBe(404)
  })

  test.each([
    ['nothing chosen', { what: '' }, 'Choose one'],
    ['a level that does not exist', { what: '4' }, 'Choose one'],
    ['an intake without a quantity', { what: 'intake' }, 'Enter a quantity'],
    ['half a crate', { what: 'use', amount: '0.5' }, 'whole numbers'],
    ['none used', { what: 'use', amount: '0' }, 'at least 1'],
    ['tomorrow', { happenedOn: '2026-11-24' }, 'has not happened'],
    ['a place that is gone', { placeId: '999' }, 'not here any more'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post(`${bread()}/observations`, await seen(change))
    expect(answer.status).toBe(422)
    expect(words(answer.text)).toContain(sentence)
    expect(answer.text).toContain('Nothing noted yet')
  })

  test('an exact item is not observed', async () => {
    const cooker = `/items/${world.item('cooker').id}/observations`
    expect((await sam.post(cooker, await seen())).status).toBe(422)
  })
})
