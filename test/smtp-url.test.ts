import { describe, expect, test } from 'vitest'
import { readSettings } from '#src/env.ts'

const app = { PUBLIC_URL: 'https://stock.example.org' }
const server = (SMTP_URL: string) => readSettings({ ...app, SMTP_URL }).SMTP_URL

describe('SMTP_URL', () => {
  test('names a server that is spoken to encrypted, whoever signs in being the sender', () => {
    expect(server('smtps://relais%40example.org:s%3Acret@mail.example.org')).toEqual({
      ...{ host: 'mail.example.org', port: 465, encryption: 'tls', from: 'relais@example.org' },
      login: { user: 'relais@example.org', pass: 's:cret' },
    })
    expect(server('smtp://mail.example.org:2525/?from=relais@example.org')).toEqual({
      ...{ host: 'mail.example.org', port: 2525, encryption: 'starttls' },
      ...{ login: null, from: 'relais@example.org' },
    })
  })

  test.each(['localhost', '127.0.0.1', '[::1]'])('may do without encryption on %s', (host) => {
    const { encryption } = server(`smtp://${host}:25?from=a@example.org`) ?? {}
    expect(encryption).toBe('none')
  })

  test.each(['127.example.org', '10.0.0.1', '0.0.0.0', 'localhost.example.org'])(
    'may not on %s',
    (host) => {
      expect(server(`smtp://${host}?from=a@example.org`)?.encryption).toBe('starttls')
    },
  )

  test.each([
    ['no URL', 'mail.example.org', 'smtps://name:password@host'],
    ['another scheme', 'https://mail.example.org?from=a@example.org', 'begin with smtps://'],
    ['no host', 'smtps:///?from=a@example.org', 'mail server'],
    ['a path', 'smtps://mail.example.org/inbox?from=a@example.org', 'must end'],
    ['an option that nobody reads', 'smtps://h.org?from=a@example.org&tls=no', 'knows nothing'],
    ['two senders', 'smtps://h.org?from=a@example.org&from=b@example.org', 'knows nothing'],
    ['a name without its password', 'smtps://a%40example.org@h.org', 'a name and a password'],
    ['a broken escape', 'smtps://a:50%@h.org?from=a@example.org', '%40'],
    ['no sender', 'smtps://relais:secret@h.org', '?from='],
    [
      'a sender with a second header',
      'smtps://h.org?from=a@example.org%0d%0aBcc:b@c.org',
      '?from=',
    ],
  ])('with %s stops the start with a sentence', (_, url, sentence) => {
    expect(() => server(url)).toThrow(sentence)
  })

  test('with a mistake never tells its password', () => {
    expect(() => server('smtps://relais:verysecret@mail.example.org')).toThrow(
      /^(?!.*verysecret).*SMTP_URL/s,
    )
  })

  test('needs an address to lead back to', () => {
    const alone = { SMTP_URL: 'smtps://mail.example.org?from=a@example.org' }
    expect(() => readSettings(alone)).toThrow('needs PUBLIC_URL')
  })
})
