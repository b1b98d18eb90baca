// The six digits that an authenticator app shows: TOTP (RFC 6238) as every such app reckons it.
import { Secret, TOTP } from 'otpauth'

const period = 30

/** The secret that an app and the server share, base32; from 20 random bytes or more. */
export function totpSecret(random: string): string {
  const bytes = new Uint8Array(Buffer.from(random, 'base64url').subarray(0, 20))
  return new Secret({ buffer: bytes.buffer }).base32
}

type Sharing = { readonly secret: string; readonly signInName: string; readonly issuer: string }

/** What an app reads to show the codes: otpauth://totp/… */
export function totpAddress({ secret, signInName: label, issuer }: Sharing): string {
  return totp(secret, { label, issuer }).toString()
}

/**
 * The half minute, counted from 1970, whose code this is: the present one, or a neighbour, because
 * clocks differ; null for any other code.
 */
export function stepOfCode(code: string, { secret, at }: { secret: string; at: number }) {
  const delta = totp(secret).validate({ token: code, timestamp: at, window: 1 })
  return delta === null ? null : Math.floor(at / 1000 / period) + delta
}

function totp(secret: string, names: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), digits: 6, period })
}
