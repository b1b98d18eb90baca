// The settings of one installation, read once at the start; every mistake is listed at once.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { smtpUrl } from './smtp-url.ts'

const optional = z.string().min(1).optional()

const schema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|https?:\/\/.+|libsql:\/\/.+)$/, {
        error: 'must begin with file:, http(s):// or libsql://',
      })
      .default('file:./data/stock.db'),
    DATABASE_AUTH_TOKEN: optional,
    DATABASE_KEY_FILE: optional,
    TIME_ZONE: z
      .string()
      .refine(isTimeZone, { error: 'must be a time zone such as America/Toronto' })
      .default('America/Toronto'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TLS_CERT_FILE: optional,
    TLS_KEY_FILE: optional,
    TRUST_PROXY: z.stringbool().default(false),
    SMTP_URL: smtpUrl.optional(),
    BACKUP_DIR: z.string().min(1).default('./backups'),
    BACKUP_KEY_FILE: optional,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine((env) => (env.TLS_CERT_FILE === undefined) === (env.TLS_KEY_FILE === undefined), {
    error: 'TLS_CERT_FILE and TLS_KEY_FILE go together',
  })
  .refine((env) => isLoopback(env.HOST) || env.TLS_CERT_FILE !== undefined || env.TRUST_PROXY, {
    path: ['HOST'],
    error:
      'is not this machine alone: give TLS_CERT_FILE and TLS_KEY_FILE, or TRUST_PROXY=true behind a proxy that speaks HTTPS',
  })
  .refine((env) => env.SMTP_URL === undefined || env.PUBLIC_URL !== undefined, {
    path: ['SMTP_URL'],
    error: 'needs PUBLIC_URL: a message leads back to the app',
  })

export type Settings = z.output<typeof schema> & {
  readonly databaseKey: string | undefined
  /** PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined
}

/** A setting is wrong; the message lists all of them. */
export class WrongSettings extends Error {}

/** @throws WrongSettings */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const result = schema.safeParse(environment)
  if (!result.success) {
    throw new WrongSettings(`These settings need a change:\n${z.prettifyError(result.error)}`)
  }
  const { DATABASE_KEY_FILE: keyFile, TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = result.data
  return {
    ...result.data,
    databaseKey: keyFile ? readKey(keyFile, 'DATABASE_KEY_FILE') : undefined,
    tls:
      cert && key
        ? { cert: readText(cert, 'TLS_CERT_FILE'), key: readText(key, 'TLS_KEY_FILE') }
        : undefined,
  }
}

/** Only the first 32 bytes of a key count, so exactly 32 characters of base64url are asked for. */
export function readKey(file: string, name: string): string {
  const key = readText(file, name).trim()
  if (!/^[\w-]{32}$/.test(key)) {
    throw new WrongSettings(
      `${name}: ${file} must hold exactly 32 characters of base64url (letters, digits, - and _).`,
    )
  }
  return key
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new WrongSettings(`${name}: ${file} cannot be read.`)
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
