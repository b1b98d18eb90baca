// A real mail server for the tests: it keeps what it takes, read as a mail program would.
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Received = {
  readonly to: readonly string[]
  /** As sent, header and all. */
  readonly raw: string
  readonly subject: string
  readonly from: string
  readonly text: string
  readonly html: string
}

export const login = { user: 'relais@example.org', pass: 'courriel du matin' }

/** Asks for `login`, and offers no encryption unless the options say otherwise; ends with the test. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const tried: string[] = []
  const server = new SMTPServer({
    ...{ hideSTARTTLS: true, disableReverseLookup: true, closeTimeout: 100 },
    onAuth: ({ username, password }, _, done) => {
      tried.push(username ?? '')
      const isRight = username === login.user && password === login.pass
      if (isRight) return done(null, { user: username })
      return done(new Error(`535 no such user: ${username}`))
    },
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        received.push(
          read(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        done()
      })
    },
    ...options,
  })
  // A client that leaves in the middle is not the server's fault.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { port, received, tried }
}

function read(raw: string, to: readonly string[]): Received {
  const part = (type: string) => {
    const [, body = ''] = raw.split(new RegExp(`Content-Type: ${type};[^]*?\r\n\r\n`, 'i'))
    const [content = ''] = body.split(/\r\n--/)
    const [head = ''] = raw.match(new RegExp(`Content-Type: ${type};[^]*?\r\n\r\n`, 'i')) ?? []
    return /base64/i.test(head)
      ? Buffer.from(content, 'base64').toString()
      : /quoted-printable/i.test(head)
        ? unquoted(content)
        : content
  }
  return {
    ...{ to, raw, subject: header(raw, 'Subject'), from: header(raw, 'From') },
    ...{ text: part('text/plain').replaceAll('\r\n', '\n'), html: part('text/html') },
  }
}

function header(raw: string, name: string): string {
  const [head = ''] = raw.split('\r\n\r\n')
  const [, value = ''] = head.match(new RegExp(`^${name}: ((?:.|\r\n[ \t])*)`, 'im')) ?? []
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/\r\n/g, '')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : unquoted(word.replaceAll('_', ' ')),
    )
}

function unquoted(quoted: string): string {
  const bytes = quoted
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
