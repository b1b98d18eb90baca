// A phone that was paired by an earlier version of the page keeps everything it holds.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { evening, given, noSignal, passphrase } from './evening.ts'

const { at, outside } = evening()

test('a phone of the first version sends what waits, says what could not be read, and opens its bag', async () => {
  const { page, tile, field, synced } = await outside('en', { secret: passphrase })
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.getByText(field.lastNone).waitFor()
  await expect.poll(synced).toBe(field.allSent)
  await noSignal(page, true)
  await tile('Condom').add.tap()
  await expect.poll(synced).toBe(field.waitingOne)
  await becomesFirstVersion(page)

  await page.goto('/field/en')
  await expect.poll(synced).toBe(`${field.waitingOne} · ${field.badOne}`)
  await page.getByLabel(field.unlock, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: field.unlock }).tap()
  await tile('Condom').count.getByText('1').waitFor()
  await tile('Condom').add.tap()
  await noSignal(page, false)
  await expect.poll(synced, { timeout: 10_000 }).toBe(`${field.allSent} · ${field.badOne}`)
  expect(await given(at().world)).toEqual({ cond: 2 })
})

/** All that the phone holds as the first version held it, with an entry that the server could not read. */
async function becomesFirstVersion(page: Page) {
  // Where no script of ours opens it again meanwhile.
  await page.goto((await page.getAttribute('link[rel=icon]', 'href')) ?? '')
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const now = await done(indexedDB.open('relais'))
    const stores = now.transaction(['waiting', 'kept'])
    const waiting = await done(stores.objectStore('waiting').getAll())
    const keys = await done(stores.objectStore('kept').getAllKeys())
    const values = await done(stores.objectStore('kept').getAll())
    now.close()
    await done(indexedDB.deleteDatabase('relais'))
    const first = indexedDB.open('relais', 1)
    first.onupgradeneeded = () => {
      const inFirst = first.result.createObjectStore('waiting', {
        ...{ keyPath: 'seq', autoIncrement: true },
      })
      const kept = first.result.createObjectStore('kept')
      inFirst.add({ key: 1, sealed: 'altered', bad: true })
      for (const each of waiting) inFirst.put({ ...each, seq: each.seq + 1 })
      for (const [index, key] of keys.entries()) {
        const { passphrase, ...value } = values[index]
        kept.put({ ...value, ...passphrase }, key)
      }
    }
    ;(await done(first)).close()
  })
}
