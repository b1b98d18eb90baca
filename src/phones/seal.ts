// What waits on a phone is sealed to a key that only the server has: an ephemeral P-256 key for each entry,
// ECDH, HKDF-SHA-256, AES-256-GCM, and spaces up to a multiple of 256 bytes so that length tells nothing.
// The other half is views/assets/outside/seal.js.
import { webcrypto } from 'node:crypto'

const { subtle } = webcrypto
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const pointBytes = 65
const nonceBytes = 12
const info = new TextEncoder().encode('relais outbox 1')

/** Both halves of a sealing key, base64url: the public point raw, the private key as PKCS #8. */
export type KeyPair = { readonly publicKey: string; readonly privateKey: string }

export async function newKeyPair(): Promise<KeyPair> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  return {
    publicKey: base64url(await subtle.exportKey('raw', pair.publicKey)),
    privateKey: base64url(await subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

/** The text that was sealed to this key; null when it was altered or is not for it. */
export async function opened(pair: KeyPair, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url')
  const point = bytes.subarray(0, pointBytes)
  const nonce = bytes.subarray(pointBytes, pointBytes + nonceBytes)
  try {
    const key = await keyOf(pair, point)
    const algorithm = { name: 'AES-GCM', iv: nonce }
    const plain = await subtle.decrypt(algorithm, key, bytes.subarray(pointBytes + nonceBytes))
    return new TextDecoder('utf-8', { fatal: true }).decode(plain).trimEnd()
  } catch {
    return null
  }
}

async function keyOf({ privateKey, publicKey }: KeyPair, point: Uint8Array) {
  const own = await subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64url'), curve, false, [
    'deriveBits',
  ])
  const theirs = await subtle.importKey('raw', point, curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const salt = Buffer.concat([point, Buffer.from(publicKey, 'base64url')])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}

function base64url(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64url')
}
