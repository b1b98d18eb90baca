import { afterEach, beforeEach, expect, test } from 'vitest'
import { qrRows } from '#src/qr.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await setPar(world, world.bags.bag1, { cond: 20, '1cc': 30, juice: 12 })
})
afterEach(() => world.close())

test('a bag has its sheet of paper: places by alias, items by code, and no count', async () => {
  const omar = await clientOf(world, 'outreach')
  const { text } = await omar.get(`/bags/${world.bags.bag1}/sheet`)
  const [table = ''] = text.match(/<table[\s\S]*<\/table>/) ?? []
  for (const code of ['cond', '1cc', 'juice']) expect(table).toContain(`>${code}</th>`)
  for (const alias of ['Sky', 'Parc', 'Motel']) expect(table).toContain(`>${alias}</th>`)
  expect(table).not.toContain('External condom')
  expect(table.match(/<td><\/td>/g)?.length).toBeGreaterThan(12)
  expect(text).toContain('<title>Relais</title>')
})

test('its code leads to where it is typed in, and says nothing else', async () => {
  const sam = await clientOf(world, 'stock', { publicUrl: 'https://stock.example.org' })
  const { text } = await sam.get(`/bags/${world.bags.bag1}/sheet`)
  const rows = qrRows('https://stock.example.org/late-entry')
  const dark = rows.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])))
  expect(text).toContain(`d="${dark.join('')}"`)
  expect((await sam.get(`/bags/${world.bags.bag1}`)).text).toContain(
    `href="/bags/${world.bags.bag1}/sheet"`,
  )
})

test('a bag without a par list says what to do first; no bag has no sheet', async () => {
  const sam = await clientOf(world, 'stock')
  expect((await sam.get(`/bags/${world.bags.bag2}/sheet`)).text).toContain('no par list')
  expect((await sam.get('/bags/9999/sheet')).status).toBe(404)
})
