// The working copy of a shift, kept only where a passkey or a passphrase was chosen. It is sealed to a key of
// this phone's own, so that keeping asks for nothing; the other half opens it, and is locked by what was chosen:
// by a secret of the passkey, by argon2id of the passphrase, or by each.
import { forgetPasskey, secretOf } from './passkey.js'
import { bytesOf, seal, textOf, unseal } from './seal.js'
import { drop, keep, kept } from './store.js'

const { subtle } = crypto
/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const cost = { t: 2, m: 19_456, p: 1, dkLen: 32 }
const info = new TextEncoder().encode('relais vault 1')

/** Makes the locks that these open; an earlier one is gone with what it held. */
export async function makeVault({ passkey, passphrase }) {
  const { passkey: earlier } = await locks()
  if (earlier) forgetPasskey(earlier)
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const half = await subtle.exportKey('pkcs8', pair.privateKey)
  const vault = { publicKey: textOf(new Uint8Array(await subtle.exportKey('raw', pair.publicKey))) }
  if (passkey) {
    const { id, salt, secret } = passkey
    vault.passkey = { id, salt, ...(await locked(half, await keyFromSecret(secret, salt))) }
  }
  if (passphrase) {
    const salt = textOf(crypto.getRandomValues(new Uint8Array(16)))
    const key = await keyFromPassphrase(passphrase, salt)
    vault.passphrase = { salt, ...(await locked(half, key)) }
  }
  await drop('copy')
  await keep('vault', vault)
}

/** What opens what this phone keeps; `passkey` as its id and salt. */
export async function locks() {
  const vault = await kept('vault')
  // The first phones had a passphrase and nothing else.
  return { passkey: vault?.passkey, passphrase: vault?.locked ? vault : vault?.passphrase }
}

/** Keeps the copy until `endsAt`; does nothing where nothing was chosen to open it. */
export async function keepCopy(copy, endsAt) {
  const vault = await kept('vault')
  if (vault) await keep('copy', { sealed: await seal(vault.publicKey, copy), endsAt })
}

/**
 * @param passphrase without one the passkey is asked for
 * @returns the copy; null when there is none, or its time is over. @throws when it is the wrong one, or refused
 */
export async function openCopy({ passphrase, now }) {
  const by = await locks()
  const lock = passphrase === undefined ? by.passkey : by.passphrase
  if (!lock) return null
  const key = await (passphrase === undefined
    ? keyFromSecret(await secretOf(lock), lock.salt)
    : keyFromPassphrase(passphrase, lock.salt))
  const algorithm = { name: 'AES-GCM', iv: bytesOf(lock.nonce) }
  const privateKey = await subtle.decrypt(algorithm, key, bytesOf(lock.locked))
  const copy = await kept('copy')
  if (!copy) return null
  const { publicKey } = await kept('vault')
  if (copy.endsAt > now) return unseal({ publicKey, privateKey }, copy.sealed)
  await drop('copy')
  return null
}

async function locked(half, key) {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, half)
  return { nonce: textOf(nonce), locked: textOf(new Uint8Array(bytes)) }
}

async function keyFromSecret(secret, salt) {
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(salt), info }
  const algorithm = { name: 'AES-GCM', length: 256 }
  return subtle.deriveKey(derivation, base, algorithm, false, ['encrypt', 'decrypt'])
}

async function keyFromPassphrase(passphrase, salt) {
  // Only who unlocks waits for it to load.
  const { argon2idAsync } = await import('@noble/hashes/argon2.js')
  const bits = await argon2idAsync(passphrase.normalize('NFC'), bytesOf(salt), cost)
  return subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
