// The bag opens with the fingerprint or the screen lock, where a phone has a key for it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Language, say } from '#src/messages/index.ts'
import { expectNoAxeViolations } from '#test/support/browser.ts'
import { evening, noSignal, passphrase } from './evening.ts'

const { phone, outside } = evening()

/** A phone with a screen lock that is always opened; `hasPrf` whether its keys give secrets. */
async function phoneWithLock(language: Language, { hasPrf = true } = {}) {
  const page = await phone(language)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasPrf },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { page, lock: { cdp, authenticatorId } }
}

async function reloadWithoutSignal(page: Page) {
  await noSignal(page, true)
  await page.reload()
}

test.each(['fr', 'en'] as const)(
  'a bag opens after a reload with no signal, in %s',
  async (language) => {
    const { page: on } = await phoneWithLock(language)
    const { phones } = say(language)
    await on.goto('/phones')
    await on.getByLabel(phones.passkey).waitFor()
    expect(await on.getByLabel(phones.passkey).isChecked()).toBe(true)
    const { page, field, tile } = await outside(language, { on })
    await page.getByRole('button', { name: field.startHere.replace('{name}', 'Sky') }).tap()
    await tile('Condom').add.tap()
    await tile('Condom').count.getByText('1').waitFor()

    await reloadWithoutSignal(page)
    await page.getByText(field.noSignal).waitFor()
    await expectNoAxeViolations(page)
    // Nothing else was chosen.
    expect(await page.getByLabel(field.unlock, { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: field.unlockHere }).tap()
    await tile('Condom').count.getByText('1').waitFor()

    await noSignal(page, false)
    await page.goto('/phones')
    await page.getByText(phones.opensWith.passkey).waitFor()
    expect(await page.getByText(phones.opensWith.passphrase).isVisible()).toBe(false)
    await expectNoAxeViolations(page)
  },
)

test('somebody else’s finger does not open it', async () => {
  const { page: on, lock } = await phoneWithLock('en')
  const { page, field } = await outside('en', { on })
  const { cdp, authenticatorId } = lock
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await reloadWithoutSignal(page)
  await page.getByRole('button', { name: field.unlockHere }).tap()
  await page.getByText(field.unlockRefused).waitFor()
  expect(await page.textContent('#screen')).not.toContain('Sac 1')
})

test('the sentence opens the bag where the key is gone', async () => {
  const { page: on, lock } = await phoneWithLock('en')
  const { page, field } = await outside('en', { on, secret: passphrase })
  await lock.cdp.send('WebAuthn.clearCredentials', { authenticatorId: lock.authenticatorId })
  await reloadWithoutSignal(page)
  await page.getByRole('button', { name: field.unlockHere }).tap()
  await page.getByText(field.unlockRefused).waitFor()
  await page.getByLabel(field.unlock, { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: field.unlock, exact: true }).tap()
  await page.getByRole('heading', { name: field.nextStop }).waitFor()
})

test('a phone whose keys give no secret says so, and is paired with a sentence', async () => {
  const { page } = await phoneWithLock('en', { hasPrf: false })
  const { phones } = say('en')
  await page.goto('/phones')
  await page.getByLabel(phones.passkey).waitFor()
  await page.getByRole('button', { name: phones.pair }).tap()
  await page.getByText(phones.passkeyRefused).waitFor()
  await expectNoAxeViolations(page)
  await page.getByLabel(phones.passkey).uncheck()
  await page.getByLabel(phones.passphrase).fill(passphrase)
  await page.getByRole('button', { name: phones.pair }).tap()
  await page.getByText(phones.opensWith.passphrase).waitFor()
})

test('what was chosen for nothing is said, and the page can be left and opened again', async () => {
  const page = await phone('en')
  const { phones } = say('en')
  await page.goto('/phones')
  await page.getByRole('button', { name: phones.pair }).waitFor()
  await page.locator('.nav a[href="/menu"]').tap()
  await page.waitForURL('**/menu')
  await page.getByRole('link', { name: phones.title }).tap()
  await page.getByRole('button', { name: phones.pair }).tap()
  await page.getByText(phones.opensWith.nothing).waitFor()
})

test('a phone that is wiped is asked to list the key no more', async () => {
  const { page: on, lock } = await phoneWithLock('en')
  const { page, field } = await outside('en', { on })
  const { cdp, authenticatorId } = lock
  const keys = async () =>
    (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  expect(await keys()).toMatchObject([{ rpId: 'localhost', userName: 'Relais' }])
  await page.route('https://**', (route) => route.fulfill({ body: 'weather' }))
  await expect.poll(() => page.textContent('#sync')).toBe(field.allSent)
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await page.getByRole('button', { name: field.wipe }).dispatchEvent('pointerdown')
  await page.waitForURL(/^https:/)
  expect(await keys()).toEqual([])
})
