// A real browser for the tests. One Chromium per test file, a context of its own for every page, closed after the
// test; anything that went wrong in a page (a console error, a breach of the content security policy,
// an uncaught error, an asset that is missing, a server error) fails the test that opened it.
//
//   const browser = launchBrowser()
//
//   test('a bag goes out from a phone', async () => {
//     const page = await browser.phone({ baseURL: app.url })
//     await page.goto('/shifts')
//     await expectNoAxeViolations(page)
//   })

import axe from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
  type Response,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

/** Playwright's options of a context, and `expected`: what is meant to go wrong in this page, and then has to. */
export type PageOptions = BrowserContextOptions & { expected?: readonly RegExp[] }

export type TestBrowser = {
  /** A small phone, in French unless `locale` says otherwise. */
  phone: (options?: PageOptions) => Promise<Page>
  /** An office computer, in French unless `locale` says otherwise. */
  desktop: (options?: PageOptions) => Promise<Page>
}

type OpenContext = { context: BrowserContext; problems: string[]; expected: readonly RegExp[] }

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const everyone: BrowserContextOptions = {
  locale: 'fr-CA',
  timezoneId: 'America/Toronto',
  colorScheme: 'light',
}
const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 780 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

/** Call it once at the top of a test file. The browser starts with the file's first test. */
export function launchBrowser(): TestBrowser {
  let browser: Browser | undefined
  const open: OpenContext[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: flags })
  })
  afterEach(() => closeAndJudge(open.splice(0)))
  afterAll(() => browser?.close())

  const openPage = async (device: BrowserContextOptions, options: PageOptions = {}) => {
    if (!browser) throw new Error('Open a page inside a test: the browser starts before the first.')
    const { expected = [], ...contextOptions } = options
    const context = await browser.newContext({ ...everyone, ...device, ...contextOptions })
    open.push({ context, problems: problemsOf(context), expected })
    return context.newPage()
  }
  return {
    phone: (options) => openPage(phone, options),
    desktop: (options) => openPage(desktop, options),
  }
}

/** No accessibility rule that axe knows is broken in the page as it is now. The page's security policy stays on. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A boosted page keeps what the one before it had loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const results = await window.axe.run({ resultTypes: ['violations'] })
    return results.violations
  })
  const report = violations.map(({ id, help, nodes }) => {
    const targets = nodes.map((node) => `  at ${node.target.flat().join(' ')}`)
    return [`${id}: ${help}`, ...targets].join('\n')
  })
  expect(report, `Accessibility of ${page.url()}:\n${report.join('\n')}\n`).toEqual([])
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

function chromiumPath(): string {
  const path = process.env.CHROMIUM
  if (path) return path
  throw new Error('No browser was found: install Chromium, or set CHROMIUM to the path of one.')
}

/** Collects, from now on, what goes wrong in any page of the context. */
function problemsOf(context: BrowserContext): string[] {
  const problems: string[] = []
  const note = (problem: string | undefined) => {
    if (problem) problems.push(problem)
  }
  context.on('console', (message) => note(consoleProblem(message)))
  context.on('response', (response) => note(responseProblem(response)))
  context.on('weberror', (error) => note(`uncaught: ${error.error().message}`))
  return problems
}

/**
 * Chromium reports breaches of the security policy as console errors. It also reports every answer of 400 and
 * more so, even a form refused with 422 as it should be: those are judged by `responseProblem` instead.
 */
function consoleProblem(message: ConsoleMessage): string | undefined {
  if (message.type() !== 'error') return undefined
  if (message.text().startsWith('Failed to load resource')) return undefined
  return `console: ${message.text()}`
}

/** A page or a fragment may be a refusal; nothing a page is made of may be missing, and nothing may crash. */
function responseProblem(response: Response): string | undefined {
  const status = response.status()
  const kind = response.request().resourceType()
  const isPage = kind === 'document' || kind === 'fetch' || kind === 'xhr'
  if (status < 400 || (status < 500 && isPage)) return undefined
  return `${status} for the ${kind} ${response.url()}`
}

async function closeAndJudge(contexts: readonly OpenContext[]): Promise<void> {
  await Promise.all(contexts.map(({ context }) => context.close()))
  const surprises = contexts.flatMap(({ problems, expected }) => [
    ...problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    ...expected
      .filter((pattern) => !problems.some((problem) => pattern.test(problem)))
      .map((pattern) => `expected, but it did not happen: ${pattern}`),
  ])
  expect(surprises, `Something went wrong in the browser:\n${surprises.join('\n')}\n`).toEqual([])
}
