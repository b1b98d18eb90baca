// SMTP_URL, read strictly: smtps://name:password@mail.example.org?from=relais@example.org
import { z } from 'zod'

/** The mail server that takes what the app sends. */
export type MailServer = {
  readonly host: string
  readonly port: number
  /** from the first byte; after STARTTLS, which is then a must; none, to this machine alone. */
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly pass: string } | null
  /** Who the messages are from. */
  readonly from: string
}

export const smtpUrl = z.string().transform((typed, context): MailServer => {
  const url = URL.canParse(typed) ? new URL(typed) : null
  const problem = url ? problemOf(url) : 'must be a URL such as smtps://name:password@host'
  if (url && problem === null) return serverAt(url)
  context.addIssue({ code: 'custom', message: problem ?? '' })
  return z.NEVER
})

const isAddress = (typed: string) => z.email().safeParse(typed).success

/** Never what was typed: it holds a password. */
function problemOf(url: URL): string | null {
  const { protocol, hostname, pathname, searchParams, hash, username, password } = url
  if (!/^smtps?:$/.test(protocol)) return 'must begin with smtps:// or smtp://'
  if (!/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(hostname)) return 'must name a mail server'
  if (!/^\/?$/.test(pathname) || hash !== '') return 'must end after the host, its port and ?from='
  if ([...searchParams.keys()].some((name) => name !== 'from') || searchParams.size > 1) {
    return 'knows nothing after the host but ?from=, once'
  }
  if ((username === '') !== (password === '')) return 'needs a name and a password, or neither'
  if (decoded(username) === null || decoded(password) === null) {
    return 'must write special characters of the name and the password as %40, %3A …'
  }
  if (!isAddress(senderOf(url)))
    return 'needs ?from= with the e-mail address that messages are from'
  return null
}

function serverAt(url: URL): MailServer {
  const { protocol, hostname, port, username, password } = url
  const isTls = protocol === 'smtps:'
  const starttls = isThisMachine(hostname) ? 'none' : 'starttls'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    encryption: isTls ? 'tls' : starttls,
    login: username ? { user: decoded(username) ?? '', pass: decoded(password) ?? '' } : null,
    from: senderOf(url),
  }
}

/** The name that signs in is an address with most servers. */
function senderOf({ searchParams, username }: URL): string {
  return searchParams.get('from') ?? decoded(username) ?? ''
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host)
}
