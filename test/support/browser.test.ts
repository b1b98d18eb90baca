import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, launchBrowser } from './browser.ts'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'"
const pages: Record<string, { status: number; body: string }> = {
  '/fine': { status: 200, body: '<label>Quantité <input></label>' },
  '/refused': { status: 422, body: '<p role="alert">Il manque une quantité.</p>' },
  '/no-label': { status: 200, body: '<input id="quantity">' },
  '/inline-style': { status: 200, body: '<p style="color: red">Rouge</p>' },
  '/missing-script': { status: 200, body: '<script src="/gone.js"></script>' },
  '/crash': { status: 500, body: '<p>Oups</p>' },
  '/throws': { status: 200, body: '<script src="/throws.js"></script>' },
}

const browser = launchBrowser()
let server: Server
let baseURL: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? ''
    if (url === '/throws.js') {
      response.setHeader('content-type', 'text/javascript')
      return response.end("throw new Error('from the page')")
    }
    const page = pages[url]
    response.writeHead(page?.status ?? 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    response.end(
      '<!doctype html><html lang="fr"><title>Essai</title>' +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        `<main><h1>Essai</h1>${page?.body ?? ''}</main></html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseURL = `http://localhost:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

test('a phone is small, touched and French', async () => {
  const page = await browser.phone({ baseURL })
  await page.goto('/fine')
  const device = await page.evaluate(() => ({
    width: window.innerWidth,
    touch: navigator.maxTouchPoints > 0,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  expect(device).toEqual({ width: 360, touch: true, language: 'fr-CA', zone: 'America/Toronto' })
})

test('a desktop is wide, and English and dark when asked', async () => {
  const page = await browser.desktop({ baseURL, locale: 'en-CA', colorScheme: 'dark' })
  await page.goto('/fine')
  const device = await page.evaluate(() => ({
    width: window.innerWidth,
    language: navigator.language,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
  }))
  expect(device).toEqual({ width: 1280, language: 'en-CA', dark: true })
})

test('axe runs under the strictest policy, and says what is wrong where', async () => {
  const page = await browser.desktop({ baseURL })
  await page.goto('/fine')
  await expectNoAxeViolations(page)
  await page.goto('/no-label')
  const complaint = expectNoAxeViolations(page)
  await expect(complaint).rejects.toThrow(/label: Form elements must have labels\n {2}at #quantity/)
})

test('a refused form is an answer like any other', async () => {
  const page = await browser.phone({ baseURL })
  await page.goto('/refused')
  expect(await page.getByRole('alert').textContent()).toBe('Il manque une quantité.')
})

test.each([
  ['/inline-style', /console: .*Content Security Policy directive 'style-src/],
  ['/missing-script', /404 for the script .*gone\.js/],
  ['/crash', /500 for the document/],
  ['/throws', /uncaught: from the page/],
])('what goes wrong in %s is noticed', async (path, problem) => {
  const page = await browser.phone({ baseURL, expected: [problem] })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
})

test.fails('a problem nobody expected fails the test', async () => {
  const page = await browser.phone({ baseURL })
  await page.goto('/crash')
})

test.fails('an expected problem that does not happen fails the test', async () => {
  const page = await browser.phone({ baseURL, expected: [/never/] })
  await page.goto('/fine')
})
