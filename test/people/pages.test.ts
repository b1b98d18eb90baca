// The door and the people’s pages in a real browser, on a phone and at a desk.
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { person } from '#src/db/schema/index.ts'
import { addLink, addSetUpLink } from '#src/people/one-time-link.ts'
import { type Listening, listen } from '#src/web/server.ts'
import { tokenHash } from '#src/web/session.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { appOf, openWorld, type World } from '#test/support/world.ts'

const browser = launchBrowser()
const password = 'quatre mots faciles à retenir'

let world: World
let server: Listening
let baseURL: string

beforeEach(async () => {
  world = await openWorld()
  server = await listen(appOf(world).fetch, { host: '127.0.0.1', port: 0 })
  baseURL = `http://127.0.0.1:${server.port}`
})
afterEach(async () => {
  await server.stop()
  await world.close()
})

async function expectNoScrollSideways(page: Page) {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(widths.scrollWidth).toBeLessThanOrEqual(widths.clientWidth)
}

async function look(page: Page) {
  await expectNoAxeViolations(page)
  await expectNoScrollSideways(page)
}

test('a programme is set up, somebody is invited, and signs in on a phone', async () => {
  await world.write((tx) => tx.delete(person))
  await world.write((tx) => addSetUpLink(tx, { tokenHash: tokenHash('first'), at: world.clock() }))
  const desk = await browser.desktop({ baseURL })
  await desk.goto('/set-up/first')
  await look(desk)
  await desk.getByLabel('Nom du programme').fill('Rézo')
  await desk.getByLabel('Votre nom').fill('Ada')
  await desk.getByLabel('Nom de connexion').fill('ada')
  await desk.getByLabel('Nouveau mot de passe').fill('trop court')
  await desk.getByRole('button', { name: 'Mettre en route' }).click()
  await desk.getByRole('alert').waitFor()
  await look(desk)
  expect(await desk.getByLabel('Votre nom').inputValue()).toBe('Ada')
  await desk.getByLabel('Nouveau mot de passe').fill(password)
  await desk.getByRole('button', { name: 'Mettre en route' }).click()
  await desk.getByText('2 étapes faites sur 8').waitFor()
  await look(desk)

  await desk.goto('/people/new')
  await look(desk)
  await desk.getByLabel('Nom', { exact: true }).fill('Omar')
  await desk.getByLabel('Nom de connexion').fill('omar')
  await desk.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await desk.getByLabel('Lien', { exact: true }).inputValue()
  await look(desk)

  const phone = await browser.phone({ baseURL, colorScheme: 'dark' })
  await phone.goto(link)
  await look(phone)
  await phone.getByLabel('Nouveau mot de passe').fill(password)
  await phone.getByRole('button', { name: 'Garder ce mot de passe' }).click()
  await phone.waitForURL('**/bags')
  await phone.goto('/menu')
  await look(phone)
  await phone.getByRole('button', { name: 'Se déconnecter' }).click()
  await phone.waitForURL('**/sign-in')
  await look(phone)
  await phone.goto(link)
  await phone.getByText('Ce lien ne fonctionne plus').waitFor()
  await look(phone)
})

test('an administrator ends a session, makes a new link and closes an account', async () => {
  for (const [role, token] of [
    ['admin', 'ada'],
    ['outreach', 'omar'],
  ] as const) {
    await world.write((tx) =>
      addLink(tx, {
        ...{ purpose: 'demo', personId: world.people[role] },
        ...{ tokenHash: tokenHash(token), at: world.clock() },
      }),
    )
  }
  const phone = await browser.phone({ baseURL, locale: 'en-CA' })
  await phone.goto('/demo-sign-in/omar')
  await look(phone)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await phone.waitForURL('**/bags')
  await phone.goto('/account')
  await look(phone)

  const ada = await browser.phone({ baseURL, locale: 'en-CA' })
  await ada.goto('/demo-sign-in/ada')
  await ada.getByRole('button', { name: 'Sign in' }).click()
  await ada.waitForURL('**/start')
  await look(ada)
  await ada.goto('/people')
  await look(ada)
  await ada.getByRole('link', { name: 'Omar' }).click()
  await ada.waitForURL(`**/people/${world.people.outreach}`)
  await look(ada)
  await ada.getByRole('button', { name: 'New invitation link' }).click()
  await ada.getByText('A link for Omar').waitFor()
  await ada.goBack()
  await ada.getByRole('button', { name: 'Disable' }).click()
  await ada.getByText('Disabled on November 23, 2026').waitFor()
  await look(ada)
  await phone.goto('/account')
  expect(phone.url()).toBe(`${baseURL}/sign-in?next=%2Faccount`)
})

test('without a script, the door opens as well', async () => {
  await world.write((tx) =>
    addLink(tx, {
      ...{ purpose: 'invitation', personId: world.people.stock },
      ...{ tokenHash: tokenHash('sam'), at: world.clock() },
    }),
  )
  const page = await browser.desktop({ baseURL, javaScriptEnabled: false, locale: 'en-CA' })
  await page.goto('/invitations/sam')
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Keep this password' }).click()
  await page.waitForURL('**/stock')
  await page.goto('/account')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Sign-in name').fill('Sam')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/stock')
})

test('a password can be looked at while it is typed, and is covered again when it is sent', async () => {
  const phone = await browser.phone({ baseURL })
  await phone.goto('/sign-in')
  const field = phone.locator('#password')
  expect(await field.getAttribute('autocomplete')).toBe('current-password')
  await phone.locator('#signInName').fill('sam')
  await field.fill(password)
  await phone.getByRole('button', { name: 'Afficher mot de passe' }).click()
  expect(await field.getAttribute('type')).toBe('text')
  await look(phone)
  await phone.getByRole('button', { name: 'Masquer mot de passe' }).click()
  expect(await field.getAttribute('type')).toBe('password')
  await phone.getByRole('button', { name: 'Afficher mot de passe' }).click()
  // What a browser remembers of a text field must not be a password.
  const sentAs = phone.evaluate(
    () =>
      new Promise<string | undefined>((tell) => {
        const type = () => document.querySelector<HTMLInputElement>('#password')?.type
        document.addEventListener('submit', () => tell(type()))
      }),
  )
  await phone.getByRole('button', { name: 'Se connecter' }).click()
  expect(await sentAs).toBe('password')
  await phone.getByRole('alert').waitFor()
  expect(await field.inputValue()).toBe('')
})

test('where no script arrives a password stays covered, without a button that does nothing', async () => {
  const phone = await browser.phone({ baseURL, javaScriptEnabled: false })
  await phone.goto('/sign-in')
  expect(await phone.getByRole('button').allTextContents()).toEqual(['Se connecter', 'English'])
  expect(await phone.locator('#password').getAttribute('type')).toBe('password')
})

test('a second step is set up at a desk, and asked for on a phone', async () => {
  const desk = await browser.desktop({ baseURL, colorScheme: 'dark' })
  await world.write((tx) => tx.update(person).set({ language: 'fr' }))
  await world.write((tx) =>
    addLink(tx, {
      ...{ purpose: 'invitation', personId: world.people.stock },
      ...{ tokenHash: tokenHash('sam'), at: world.clock() },
    }),
  )
  await desk.goto('/invitations/sam')
  await desk.getByLabel('Nouveau mot de passe').fill(password)
  await desk.getByRole('button', { name: 'Garder ce mot de passe' }).click()
  await desk.waitForURL('**/stock')
  await desk.goto('/account')
  await look(desk)
  await desk.getByRole('link', { name: 'Activer la deuxième étape' }).click()
  await desk.getByRole('button', { name: 'Activer la deuxième étape' }).click()
  await desk.getByRole('img', { name: 'Code QR pour l’application' }).waitFor()
  await look(desk)
  const secret = (await desk.locator('code').textContent())?.replaceAll(' ', '') ?? ''
  const codeAt = (timestamp: number) => new TOTP({ secret }).generate({ timestamp })
  await desk.getByLabel('Code', { exact: true }).fill(codeAt(world.clock() - 30_000))
  await desk.getByRole('button', { name: 'Demander un code désormais' }).click()
  await desk.getByRole('heading', { name: 'Vos codes de secours' }).waitFor()
  expect(await desk.locator('code').count()).toBe(8)
  await look(desk)

  const phone = await browser.phone({ baseURL })
  await phone.goto('/sign-in?next=%2Forders')
  await phone.locator('#signInName').fill('sam')
  await phone.locator('#password').fill(password)
  await phone.getByRole('button', { name: 'Se connecter' }).click()
  await phone.getByLabel('Code', { exact: true }).fill(codeAt(world.clock()))
  await look(phone)
  await phone.getByRole('button', { name: 'Se connecter' }).click()
  await phone.waitForURL('**/orders')
})
