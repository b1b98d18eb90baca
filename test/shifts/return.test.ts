import { afterEach, beforeEach, expect, test } from 'vitest'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger, lotNamed, told } from '#test/support/ledger.ts'
import { bringBack, give, stopAt, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('bringing a bag back', (open) => {
  let world: World
  let omar: Client
  let shift: string
  let visit: string

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10 })
    await ledger(world, 'donor -> central C28 12, C29 100, N27 8, cooker 100')
    shift = await takeBag(omar, world.bags.bag1)
    visit = await stopAt(omar, shift, world.venues.sky)
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const page = () => `${shift}/return`
  const count = async (lot: string, quantity: number) => ({
    [`counts.l${await lotNamed(world, lot)}.counted`]: String(quantity),
  })
  const reason = (code: string, why: string) => ({
    [`reasons.i${world.item(code).id}.reason`]: why,
  })
  const moved = async (kind: 'return' | 'lot-correction') =>
    told(world, ...(await entriesOf(world, kind)))
  const isOut = async () => (await omar.get('/bags')).text.includes(`href="${shift}"`)

  test('with everything as expected takes two taps and moves nothing', async () => {
    await give(omar, world, visit, 'cond 11, nalox 1')
    const { text } = await omar.get(page())
    expect(text).toContain('20 put in − 11 given = 9 expected')
    const answer = await bringBack(omar, shift)
    expect(answer).toMatchObject({ status: 303, location: shift })
    expect(await moved('return')).toBe('nothing')
    expect(await holds(world, 'bag1')).toBe('C28 1, C29 8, N27 3, cooker 10')
    expect(await isOut()).toBe(false)
  })

  test('asks for a count of every lot: blank is not zero', async () => {
    const { text } = await omar.get(page())
    const answer = await omar.post(page(), fieldsOf(text, page()))
    expect(answer.status).toBe(422)
    expect(
      answer.text.match(/: count it, even when there is none/g)?.length,
    ).toBeGreaterThanOrEqual(4)
    expect(await isOut()).toBe(true)
  })

  test('asks why before it books a difference, and shows it first', async () => {
    const answer = await bringBack(omar, shift, await count('cooker', 8))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Cooker: a difference of 2. Say what happened.')
    expect(answer.text).toContain('Close the bag with 1 difference')
    expect(await isOut()).toBe(true)
  })

  test.each([
    ['unlogged', 'bag1 -> unlogged cooker 2'],
    ['damaged', 'bag1 -> damaged cooker 2'],
    ['lost', 'bag1 -> lost cooker 2'],
    ['unknown', 'bag1 -> lost cooker 2'],
    ['packed', 'bag1 -> central cooker 2'],
  ])('books what is missing as %s where it went', async (why, movements) => {
    const fields = { ...(await count('cooker', 8)), ...reason('cooker', why) }
    expect((await bringBack(omar, shift, fields)).status).toBe(303)
    expect(await moved('return')).toBe(movements)
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8, N27 4, cooker 8')
  })

  test.each([
    ['packed', 'central -> bag1 cooker 3'],
    ['unknown', 'found -> bag1 cooker 3'],
  ])('takes in what is there too many as %s', async (why, movements) => {
    const fields = { ...(await count('cooker', 13)), ...reason('cooker', why) }
    expect((await bringBack(omar, shift, fields)).status).toBe(303)
    expect(await moved('lot-correction')).toBe(movements)
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8, N27 4, cooker 13')
  })

  test('does not believe that more than expected was lost', async () => {
    const fields = { ...(await count('cooker', 13)), ...reason('cooker', 'lost') }
    expect((await bringBack(omar, shift, fields)).status).toBe(422)
    expect(await isOut()).toBe(true)
  })

  test('does not take from the stockroom what it does not have', async () => {
    const fields = { ...(await count('N27', 12)), ...reason('nalox', 'packed') }
    const answer = await bringBack(omar, shift, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('has 4 kits')
  })

  test('counts of two lots that were mixed up correct the lots, and are no difference', async () => {
    await give(omar, world, visit, 'cond 3')
    const fields = { ...(await count('C28', 12)), ...(await count('C29', 5)) }
    expect((await bringBack(omar, shift, fields)).status).toBe(303)
    expect(await moved('lot-correction')).toBe('assembly -> bag1 C28 3 / bag1 -> assembly C29 3')
    expect(await moved('return')).toBe('nothing')
  })

  test('says of which lot the units were that the bag owed', async () => {
    await give(omar, world, visit, 'nalox 6')
    await ledger(world, 'central -> bag1 N27 4')
    const { text } = await omar.get(page())
    expect(text).toContain('4 put in + 4 topped up − 6 given = 2 expected')
    expect((await bringBack(omar, shift)).status).toBe(303)
    expect(await moved('lot-correction')).toBe('assembly -> bag1 N? 2 / bag1 -> assembly N27 2')
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8, N27 2, cooker 10')
  })

  test('cannot close while a bag owes what nothing explains', async () => {
    await give(omar, world, visit, 'nalox 6, cooker 11')
    const answer = await bringBack(omar, shift, {
      ...(await count('N27', 0)),
      ...(await count('cooker', 0)),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('a difference of 2')
    expect(answer.text).toContain('a difference of 1')
    const closed = await omar.post(page(), {
      ...fieldsOf(answer.text, page()),
      ...reason('nalox', 'packed'),
      ...reason('cooker', 'unknown'),
    })
    expect(closed.status).toBe(303)
    expect(await moved('lot-correction')).toBe(
      [
        'central -> bag1 N27 2 / assembly -> bag1 N? 2 / bag1 -> assembly N27 2',
        'found -> bag1 cooker 1',
      ].join(' / '),
    )
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8')
  })

  test('into the stockroom empties the bag', async () => {
    await give(omar, world, visit, 'cond 3')
    await bringBack(omar, shift, { left: 'empty' })
    expect(await holds(world, 'bag1')).toBe('nothing')
    expect(await holds(world, 'central')).toBe('C28 9, C29 100, N27 8, cooker 100')
  })

  test('is refused when more was handed out since the page was opened, and keeps the counts', async () => {
    const { text } = await omar.get(page())
    const matching = await omar.post(page(), { ...fieldsOf(text, page()), all: 'match' })
    await give(omar, world, visit, 'cooker 4')
    const fields = { ...fieldsOf(matching.text, page()), ...(await count('cooker', 6)) }
    const answer = await omar.post(page(), fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Cooker 10 → 6')
    expect(answer.text).toContain('value="6"')
    expect((await omar.post(page(), fieldsOf(answer.text, page()))).status).toBe(303)
    expect(await holds(world, 'bag1')).toContain('cooker 6')
  })

  test('counts the kits of two builds as one line, and books each build right', async () => {
    const kit = world.item('crack').id
    await ledger(world, 'donor -> central stem 40, tube 500, screen 40, push 40, swab 80, C29 80')
    const sam = await clientOf(world, 'stock')
    for (const quantity of ['3', '5']) {
      await sam.post(`/kits/${kit}/builds`, { quantity, placeId: String(world.places.central) })
    }
    await setPar(world, world.bags.bag2, { crack: 8 })
    const other = await takeBag(omar, world.bags.bag2)
    await give(omar, world, await stopAt(omar, other, world.venues.sky), 'crack 2')
    const { text } = await omar.get(`${other}/return`)
    expect(text.match(/inputmode="numeric"/g)).toHaveLength(1)
    expect(text).not.toContain('K-2026')
    const [field = ''] = text.match(/counts\.l\d+\.counted/) ?? []
    await bringBack(omar, other, { [field]: '4', ...reason('crack', 'lost') })
    const lots = await world.database.read((db) => lotsIn(db, { locationId: world.bags.bag2 }))
    expect(lots.map(({ code, quantity }) => `${code} ${quantity}`)).toEqual(['K-2026-11-23-2 4'])
  })

  test('counts what is blank as expected, and leaves what was counted', async () => {
    const { text } = await omar.get(page())
    const fields = { ...fieldsOf(text, page()), ...(await count('cooker', 6)), all: 'match' }
    const matching = await omar.post(page(), fields)
    const lots = fieldsOf(matching.text, page())
    expect(lots[`counts.l${await lotNamed(world, 'cooker')}.counted`]).toBe('6')
    const counts = Object.entries(lots).filter(([name]) => name.startsWith('counts.'))
    expect(counts.map(([, typed]) => typed)).not.toContain('')
    expect(matching.text).toContain('Close the bag with 1 difference')
  })

  test('steps one at a time from what is expected', async () => {
    const lot = await lotNamed(world, 'cooker')
    const { text } = await omar.get(page())
    const stepped = await omar.post(page(), { ...fieldsOf(text, page()), step: `${lot}:-1` })
    expect(stepped.status).toBe(200)
    expect(fieldsOf(stepped.text, page())[`counts.l${lot}.counted`]).toBe('9')
    expect(stepped.text).not.toContain('All match')
    expect(await isOut()).toBe(true)
  })

  test('taken back puts the bag out again as it was, owing what it owed', async () => {
    await give(omar, world, visit, 'nalox 6')
    const before = await holds(world, 'bag1')
    await bringBack(omar, shift, {
      ...(await count('N27', 0)),
      ...(await count('cooker', 7)),
      ...reason('nalox', 'packed'),
      ...reason('cooker', 'lost'),
    })
    const [entry] = await entriesOf(world, 'return')
    expect((await omar.post(`/entries/${entry}/reversal`, {})).status).toBe(303)
    expect(await holds(world, 'bag1')).toBe(before)
    expect(await isOut()).toBe(true)
    expect((await bringBack(omar, shift, reason('nalox', 'packed'))).status).toBe(303)
  })

  test('sent twice at once closes once', async () => {
    const { text } = await omar.get(page())
    const matching = await omar.post(page(), { ...fieldsOf(text, page()), all: 'match' })
    const fields = fieldsOf(matching.text, page())
    const answers = await Promise.all([omar.post(page(), fields), omar.post(page(), fields)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await entriesOf(world, 'return')).toHaveLength(1)
  })

  test.each([
    ['letters', { counted: 'nine' }, 'digits only'],
    ['a half', { counted: '1.5' }, 'whole numbers'],
    ['a million millions', { counted: '1000000000000' }, 'ten million'],
  ])('with %s for a count is refused with a sentence', async (_, { counted }, sentence) => {
    const lot = await lotNamed(world, 'cooker')
    const answer = await bringBack(omar, shift, { [`counts.l${lot}.counted`]: counted })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain(`value="${counted}"`)
  })

  test.each([
    ['a reason that does not exist', { 'reasons.i1.reason': 'stolen' }, 'Choose one'],
    ['nothing said of what is left', { left: '' }, 'Choose one'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, fields, sentence) => {
    const answer = await bringBack(omar, shift, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await isOut()).toBe(true)
  })
})
