// Backups leave the building sealed: AES-256-GCM, so that a copy that was read or altered on the way
// is noticed. Layout: the mark, a salt, a nonce, the ciphertext, the tag.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { pipeline } from 'node:stream/promises'

const mark = Buffer.from('RELAIS-BACKUP-1\n')
const saltLength = 16
const nonceLength = 12
const tagLength = 16
const headerLength = mark.length + saltLength + nonceLength

/** The file is not a backup, or not this key's, or was altered: the message says so to a person. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal'
}

/** Writes `from` sealed to `to`. */
export async function seal(from: string, to: string, key: string): Promise<void> {
  const salt = randomBytes(saltLength)
  const nonce = randomBytes(nonceLength)
  const header = Buffer.concat([mark, salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', derived(key, salt), nonce).setAAD(header)
  const output = createWriteStream(to, { flags: 'wx', mode: 0o600 })
  output.write(header)
  await pipeline(
    createReadStream(from),
    cipher,
    async function* (sealed: AsyncIterable<Buffer>) {
      yield* sealed
      yield cipher.getAuthTag()
    },
    output,
  )
}

/** Writes what is sealed in `from` to `to`; the last bytes decide whether any of it may be trusted. */
export async function unseal(from: string, to: string, key: string): Promise<void> {
  const { header, tag, size } = ends(from)
  const salt = header.subarray(mark.length, mark.length + saltLength)
  const nonce = header.subarray(mark.length + saltLength)
  const decipher = createDecipheriv('aes-256-gcm', derived(key, salt), nonce)
    .setAAD(header)
    .setAuthTag(tag)
  try {
    const body = createReadStream(from, { start: headerLength, end: size - tagLength - 1 })
    await pipeline(body, decipher, createWriteStream(to, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    throw new CannotUnseal(
      `${from} does not open with this key, or was changed since it was made. Check BACKUP_KEY_FILE, or take another backup.`,
      { cause: error },
    )
  }
}

export function isSealed(file: string): boolean {
  return firstBytes(file, mark.length).equals(mark)
}

function ends(file: string) {
  const { size } = statSync(file)
  if (size <= headerLength + tagLength || !isSealed(file)) {
    throw new CannotUnseal(`${file} is not a sealed backup.`)
  }
  const tag = Buffer.alloc(tagLength)
  const handle = openSync(file, 'r')
  readSync(handle, tag, 0, tagLength, size - tagLength)
  closeSync(handle)
  return { header: firstBytes(file, headerLength), tag, size }
}

function firstBytes(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const handle = openSync(file, 'r')
  const read = readSync(handle, bytes, 0, length, 0)
  closeSync(handle)
  return bytes.subarray(0, read)
}

function derived(key: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'relais backup', 32))
}
