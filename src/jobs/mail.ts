// What leaves by e-mail. Certificates are always checked, and what a server answers is kept as a word of
// ours: its own may hold the address.
import { createTransport } from 'nodemailer'
import type { MailServer } from '#src/smtp-url.ts'

export type Message = {
  readonly to: string
  /** The name beside the sender's address. */
  readonly fromName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The page on which its reader stops it. */
  readonly stopUrl: string
  readonly at: number
}

/** insecure: no encryption, or a certificate that proves nothing. address: only this one is refused, for good. */
export type MailProblem = 'login' | 'unreachable' | 'insecure' | 'address' | 'refused'

export type Mail = {
  /** @returns null when the server took it, else why it did not */
  readonly send: (message: Message) => Promise<MailProblem | null>
}

const second = 1000

/** `ownHost`: what the app calls itself to the server; not the name of the machine, which is nobody's business. */
export function mailBy(server: MailServer, ownHost: string): Mail {
  const { host, port, encryption, login, from } = server
  const transport = createTransport({
    ...{ host, port, name: ownHost, xMailer: false },
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login ? { auth: login } : {}),
    ...{ connectionTimeout: 10 * second, greetingTimeout: 15 * second, socketTimeout: 30 * second },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    send: ({ to, fromName, stopUrl, at, ...content }) =>
      transport
        .sendMail({
          ...content,
          ...{ to: { name: '', address: to }, from: { name: fromName, address: from } },
          date: new Date(at),
          list: { unsubscribe: stopUrl },
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        .then(() => null, problemOf),
  }
}

const problems: Readonly<Record<string, MailProblem>> = {
  ...{ EAUTH: 'login', ENOAUTH: 'login', ETLS: 'insecure' },
  ...{ ECONNECTION: 'unreachable', ETIMEDOUT: 'unreachable', EDNS: 'unreachable' },
  ESOCKET: 'unreachable',
}

type Failure = {
  readonly code?: string
  /** The code of the socket: of a certificate, for one. */
  readonly originalCode?: string
  readonly command?: string
  /** The server will say the same of the same message. */
  readonly permanent?: boolean
}

function problemOf({ code = '', originalCode = '', command, permanent }: Failure): MailProblem {
  if (/CERT|SIGNATURE|ISSUER|TLS|SSL/.test(originalCode)) return 'insecure'
  if (command === 'RCPT TO' && permanent) return 'address'
  return problems[code] ?? 'refused'
}
