import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shift, shiftPerson } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { builtInLot, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

/** A hand-out of 3 cookers on a shift of these people, recorded by Sam. */
async function handOutOf(...people: readonly number[]): Promise<number> {
  await ledger(world, 'opening -> central cooker 50 / central -> bag1 cooker 20')
  const lotId = await builtInLot(world, 'cooker')
  return world.write(async (tx) => {
    const [made] = await tx
      .insert(shift)
      .values({ bagId: world.bags.bag1, startedOn: world.today() })
      .returning()
    const shiftId = made?.id ?? 0
    for (const personId of people) await tx.insert(shiftPerson).values({ shiftId, personId })
    const cookers = { itemId: world.item('cooker').id, lotId, quantity: 3 }
    return post(
      tx,
      { kind: 'hand-out', happenedOn: world.today(), shiftId },
      [{ ...cookers, fromId: world.bags.bag1, toId: world.venues.sky }],
      world.recording(),
    )
  })
}

onBothEngines('the book', (open) => {
  beforeEach(async () => {
    world = await open()
    sam = await clientOf(world, 'stock')
    omar = await clientOf(world, 'outreach')
  })
  afterEach(() => world.close())

  describe('an entry', () => {
    test('says what moved from where to where, when, and who recorded it', async () => {
      const [id] = await ledger(world, 'donor -> central cooker 200', '2026-11-21')
      const page = words((await sam.get(`/entries/${id}`)).text)
      expect(page).toContain('Saturday, November 21, 2026.')
      expect(page).toMatch(/Recorded by Sam, Nov\S* 23, 2026, 2:00/)
      expect(page).toMatch(/Cooker .* → Stockroom 200 cookers/)
    })

    test('taken back says what is there now, and links both ways', async () => {
      const [first, second] = await ledger(
        world,
        'donor -> central cooker 150 / donor -> central cooker 200',
      )
      const answer = await sam.post(`/entries/${second}/reversal`, {})
      expect(answer).toMatchObject({ status: 303, location: `/entries/${Number(second) + 1}` })
      const reversal = words((await sam.get(answer.location ?? '')).text)
      expect(reversal).toContain('Stockroom now has 150 cookers (Cooker).')
      expect(reversal).toContain(`Takes back entry ${second}`)
      const original = await sam.get(`/entries/${second}`)
      expect(words(original.text)).toContain(`by entry ${Number(second) + 1}`)
      expect(original.text).not.toContain(`action="/entries/${second}/reversal"`)
      expect(words((await sam.get(`/entries/${first}`)).text)).not.toContain('now has')
    })

    test('taken back and put back is as it was', async () => {
      const [id] = await ledger(world, 'donor -> central cooker 150')
      await sam.post(`/entries/${id}/reversal`, {})
      expect(await holds(world, 'central')).toBe('nothing')
      const page = await sam.post(`/entries/${Number(id) + 1}/reversal`, {})
      expect(await holds(world, 'central')).toBe('cooker 150')
      expect(words((await sam.get(page.location ?? '')).text)).toContain('Put back: donation')
    })

    test('already taken back is refused on its own page', async () => {
      const [id] = await ledger(world, 'donor -> central cooker 150')
      await sam.post(`/entries/${id}/reversal`, {})
      const again = await sam.post(`/entries/${id}/reversal`, {})
      expect(again.status).toBe(422)
      expect(again.text).toContain('role="alert"')
      expect(words(again.text)).toContain('already taken back on November 23, 2026')
    })

    test('whose goods have gone names the place, the item and the entry that used them', async () => {
      const [id, use] = await ledger(
        world,
        'donor -> central cooker 150 / central -> bag1 cooker 100',
      )
      const refused = await sam.post(`/entries/${id}/reversal`, {})
      expect(refused.status).toBe(422)
      expect(words(refused.text)).toContain(
        'Stockroom has only 50 cookers of Cooker left of these 150',
      )
      expect(words(refused.text)).toContain(`entry ${use}`)
      expect(await holds(world, 'central')).toBe('cooker 50')
    })

    test('is not taken back by a form without its request id', async () => {
      const [id] = await ledger(world, 'donor -> central cooker 150')
      const refused = await sam.post(`/entries/${id}/reversal`, { requestId: '' })
      expect(refused.status).toBe(422)
      expect(await holds(world, 'central')).toBe('cooker 150')
    })

    test('of a donation leads to the donation', async () => {
      await sam.post('/donations', {
        ...{
          donor: '',
          receivedOn: '2026-11-21',
          placeId: String(world.places.central),
          value: '',
        },
        ...{ 'lines.0.item': 'Cooker', 'lines.0.quantity': '5', 'lines.0.pack': '' },
        ...{ 'lines.0.lotCode': '', 'lines.0.expiresOn': '' },
      })
      expect((await sam.get('/entries/1')).text).toContain('href="/donations/1"')
    })

    test.each(['/entries/999', '/entries/0', '/entries/x'])('%s does not exist', async (path) => {
      expect((await sam.get(path)).status).toBe(404)
      expect((await sam.post(`${path}/reversal`, {})).status).toBe(404)
    })
  })

  describe('an outreach worker', () => {
    test('reads and takes back what was recorded on their shift, by whomever', async () => {
      const id = await handOutOf(world.people.outreach)
      const page = await omar.get(`/entries/${id}`)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('Sam')
      expect(page.text).toContain('<title>Relais</title>')
      expect((await omar.post(`/entries/${id}/reversal`, {})).status).toBe(303)
      expect(await holds(world, 'bag1')).toBe('cooker 20')
    })

    test('neither sees nor takes back the entries of others', async () => {
      const id = await handOutOf(world.people.coordinator)
      expect((await omar.get(`/entries/${id}`)).status).toBe(404)
      expect((await omar.post(`/entries/${id}/reversal`, {})).status).toBe(404)
      expect(await holds(world, 'bag1')).toBe('cooker 17')
    })

    test('reads and takes back what they recorded themselves', async () => {
      const lotId = await builtInLot(world, 'cooker')
      await stockUp(world, [{ code: 'cooker', quantity: 5 }])
      const id = await world.write((tx) =>
        post(
          tx,
          { kind: 'hand-out', happenedOn: world.today() },
          [
            {
              ...{ itemId: world.item('cooker').id, lotId, quantity: 2 },
              ...{ fromId: world.places.central, toId: world.venues.park },
            },
          ],
          { ...world.recording(), personId: world.people.outreach },
        ),
      )
      expect((await omar.get(`/entries/${id}`)).status).toBe(200)
      expect((await omar.post(`/entries/${id}/reversal`, {})).status).toBe(303)
    })
  })
})
