// What leaves by e-mail, against a real mail server on this machine.
import { describe, expect, test } from 'vitest'
import { readSettings } from '#src/env.ts'
import { mailBy } from '#src/jobs/mail.ts'
import { certificate, certificateKey } from '#test/support/certificate.ts'
import { login, mailServer } from '#test/support/mail-server.ts'

const message = {
  ...{ to: 'chloe@example.org', fromName: 'Relais', subject: 'Votre liste : 2', at: 0 },
  ...{ text: 'À commander', html: '<p>À commander</p>' },
  stopUrl: 'https://stock.example.org/account/digest',
}

function sent(url: string) {
  const settings = readSettings({ SMTP_URL: url, PUBLIC_URL: 'https://stock.example.org' })
  if (!settings.SMTP_URL) throw new Error('no server')
  return mailBy(settings.SMTP_URL, 'stock.example.org').send(message)
}

const secret = `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}`

describe('a message', () => {
  test('arrives as written, in both forms, with where to stop it', async () => {
    const { port, received } = await mailServer()
    expect(await sent(`smtp://${secret}@127.0.0.1:${port}`)).toBe(null)
    expect(received).toMatchObject([
      { to: [message.to], subject: message.subject, text: 'À commander' },
    ])
    expect(received[0]?.html).toContain('<p>À commander</p>')
    expect(received[0]?.from).toBe('Relais <relais@example.org>')
    const raw = received[0]?.raw ?? ''
    expect(raw).toContain('List-Unsubscribe: <https://stock.example.org/account/digest>')
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toContain('Date: Thu, 01 Jan 1970')
  })

  test('tells neither the machine nor the program it comes from', async () => {
    const { hostname } = await import('node:os')
    const names: string[] = []
    const { port, received } = await mailServer({
      onMailFrom: (_, session, done) => {
        names.push(session.hostNameAppearsAs)
        done()
      },
    })
    await sent(`smtp://${secret}@127.0.0.1:${port}`)
    expect(names).toEqual(['stock.example.org'])
    expect(received[0]?.raw).not.toContain(hostname())
    expect(received[0]?.raw).not.toMatch(/nodemailer/i)
  })

  test.each([
    ['a wrong password', 'login', `smtp://${encodeURIComponent(login.user)}:no@127.0.0.1`],
    ['no encryption beyond this machine', 'insecure', `smtp://${secret}@0.0.0.0`],
  ])('with %s does not go', async (_, problem, url) => {
    const { port, received, tried } = await mailServer()
    expect(await sent(`${url}:${port}`)).toBe(problem)
    expect(received).toEqual([])
    // A password goes to nobody in clear.
    expect(tried).toEqual(problem === 'login' ? [login.user] : [])
  })

  test.each(['smtps://127.0.0.1', 'smtp://0.0.0.0'])(
    'does not go to %s with a certificate that proves nothing',
    async (url) => {
      const tls = { cert: certificate, key: certificateKey, hideSTARTTLS: false }
      const secure = url.startsWith('smtps')
      const { port, received } = await mailServer({ ...tls, secure })
      const [scheme, host] = url.split('://')
      expect(await sent(`${scheme}://${secret}@${host}:${port}`)).toBe('insecure')
      expect(received).toEqual([])
    },
  )

  test('does not go where nobody listens', async () => {
    expect(await sent('smtp://127.0.0.1:1?from=relais@example.org')).toBe('unreachable')
  })

  test.each([
    [550, 'address'],
    [450, 'refused'],
  ])('refused with %i is told apart from the others', async (responseCode, problem) => {
    const { port } = await mailServer({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode })),
    })
    expect(await sent(`smtp://${secret}@127.0.0.1:${port}`)).toBe(problem)
  })
})
