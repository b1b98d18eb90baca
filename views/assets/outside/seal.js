// Locks an entry to a key that only the server has: an ephemeral P-256 key each time, ECDH, HKDF-SHA-256,
// AES-256-GCM, spaces up to a multiple of 256 bytes. The other half is src/phones/seal.ts.
const { subtle } = crypto
const curve = { name: 'ECDH', namedCurve: 'P-256' }
const info = new TextEncoder().encode('relais outbox 1')
const step = 256

/** @returns base64url: the ephemeral point, a nonce, what was locked */
export async function seal(publicKey, value) {
  const theirs = bytesOf(publicKey)
  const own = await subtle.generateKey(curve, true, ['deriveBits'])
  const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const key = await sharedKey(own.privateKey, theirs, joined(point, theirs), 'encrypt')
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const locked = await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, padded(value))
  return textOf(joined(point, nonce, new Uint8Array(locked)))
}

/** What was sealed to a pair of this phone's own. @throws when it is of another pair or was altered */
export async function unseal({ publicKey, privateKey }, sealed) {
  const bytes = bytesOf(sealed)
  const point = bytes.subarray(0, 65)
  const own = await subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits'])
  const key = await sharedKey(own, point, joined(point, bytesOf(publicKey)), 'decrypt')
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(65, 77) }
  const plain = await subtle.decrypt(algorithm, key, bytes.subarray(77))
  return JSON.parse(new TextDecoder().decode(plain))
}

async function sharedKey(own, point, salt, use) {
  const theirs = await subtle.importKey('raw', point, curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, [use])
}

function padded(value) {
  const text = new TextEncoder().encode(JSON.stringify(value))
  const bytes = new Uint8Array(Math.ceil(text.length / step) * step).fill(32)
  bytes.set(text)
  return bytes
}

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const each of parts) {
    bytes.set(each, at)
    at += each.length
  }
  return bytes
}

export function textOf(bytes) {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function bytesOf(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
