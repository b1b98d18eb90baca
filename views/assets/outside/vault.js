// The working copy of a shift, kept only where a passphrase was chosen. It is sealed to a key of this
// phone's own, so that keeping needs no passphrase; the other half is locked by argon2id and opens it.
import { bytesOf, seal, textOf, unseal } from './seal.js'
import { drop, keep, kept } from './store.js'

const { subtle } = crypto
/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const cost = { t: 2, m: 19_456, p: 1, dkLen: 32 }

/** Makes the lock that this passphrase opens; an earlier one is gone with what it held. */
export async function makeVault(passphrase) {
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyFrom(passphrase, salt)
  const half = await subtle.exportKey('pkcs8', pair.privateKey)
  const locked = await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, half)
  await drop('copy')
  await keep('vault', {
    publicKey: textOf(new Uint8Array(await subtle.exportKey('raw', pair.publicKey))),
    salt: textOf(salt),
    nonce: textOf(nonce),
    locked: textOf(new Uint8Array(locked)),
  })
}

export async function hasVault() {
  return (await kept('vault')) !== undefined
}

/** Keeps the copy until `endsAt`; does nothing where no passphrase was chosen. */
export async function keepCopy(copy, endsAt) {
  const vault = await kept('vault')
  if (vault) await keep('copy', { sealed: await seal(vault.publicKey, copy), endsAt })
}

/** @returns the copy; null when there is none, or its time is over. @throws for another passphrase */
export async function openCopy(passphrase, now) {
  const vault = await kept('vault')
  if (!vault) return null
  const key = await keyFrom(passphrase, bytesOf(vault.salt))
  const algorithm = { name: 'AES-GCM', iv: bytesOf(vault.nonce) }
  const privateKey = await subtle.decrypt(algorithm, key, bytesOf(vault.locked))
  const copy = await kept('copy')
  if (!copy) return null
  if (copy.endsAt > now) return unseal({ publicKey: vault.publicKey, privateKey }, copy.sealed)
  await drop('copy')
  return null
}

async function keyFrom(passphrase, salt) {
  // Only who unlocks waits for it to load.
  const { argon2idAsync } = await import('@noble/hashes/argon2.js')
  const bits = await argon2idAsync(passphrase.normalize('NFC'), salt, cost)
  return subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
