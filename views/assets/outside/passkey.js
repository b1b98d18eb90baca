// A passkey of this phone's own. Its secret (WebAuthn PRF) comes out only for a fingerprint or the screen lock,
// and nothing is proved to a server with it: no challenge is checked, and no public key is kept anywhere.
import { bytesOf, textOf } from './seal.js'

/** Whether this phone may have one: what it cannot say before shows when it is made. */
export async function mayHavePasskey() {
  // An address that is a number belongs to nobody.
  if (!globalThis.PublicKeyCredential || /^[\d.]+$|^\[/.test(location.hostname)) return false
  const able = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined)
  if (able?.['extension:prf'] === false) return false
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)
}

/**
 * @param name what the phone lists it under
 * @returns its id, the salt its secret is for, and the secret @throws when it is refused, or gives no secret
 */
export async function newPasskey(name) {
  const salt = random(32)
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      // This host alone, and none beside it.
      rp: { id: location.hostname, name },
      user: { id: random(16), name, displayName: name },
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: {
        ...{ authenticatorAttachment: 'platform', userVerification: 'required' },
        // Phones give a secret only to what they can list.
        residentKey: 'required',
      },
      extensions: { prf: { eval: { first: salt } } },
    },
  })
  const passkey = { id: textOf(new Uint8Array(made.rawId)), salt: textOf(salt) }
  const { prf } = made.getClientExtensionResults()
  if (!prf?.enabled) {
    forgetPasskey(passkey)
    throw new Error('this passkey gives no secret')
  }
  // Some give it only when they are used.
  return { ...passkey, secret: prf.results?.first ?? (await secretOf(passkey)) }
}

/** Asks for the fingerprint or the screen lock. @throws when it is refused */
export async function secretOf({ id, salt }) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...{ challenge: random(32), rpId: location.hostname, userVerification: 'required' },
      allowCredentials: [{ type: 'public-key', id: bytesOf(id) }],
      extensions: { prf: { eval: { first: bytesOf(salt) } } },
    },
  })
  return used.getClientExtensionResults().prf.results.first
}

/** Asks the phone not to list it any more, where that can be asked. */
export function forgetPasskey({ id }) {
  const rpId = location.hostname
  PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId: id }).catch(() => {})
}

function random(length) {
  return crypto.getRandomValues(new Uint8Array(length))
}
