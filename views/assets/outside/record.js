// A tap is safe before it is shown: sealed, and kept on this phone or taken in by the server.
import { post } from './post.js'
import { seal } from './seal.js'
import * as store from './store.js'

/** Which tap a waiting entry is, for as long as this page is open. */
const tapOf = new Map()
/** The tap before: they are kept one after the other. */
let before = Promise.resolve()

/**
 * @param key what to seal to @param failed told whether the browser keeps anything at all
 * @returns the entry, with its id; null when it is neither kept nor sent
 */
export function record(tap, { key, failed }) {
  const entry = { ...tap, id: crypto.randomUUID() }
  const result = before.then(async () => ((await isSafe(entry, { key, failed })) ? entry : null))
  before = result.catch(() => null)
  return result
}

async function isSafe(entry, { key, failed }) {
  const sealed = { key: key?.id ?? 0, sealed: await seal(key?.publicKey ?? '', entry) }
  try {
    tapOf.set(await store.add(sealed), entry.id)
    return true
  } catch {
    if (await sendAtOnce(sealed)) return true
    failed(await store.isBroken())
    return false
  }
}

/** Where nothing can be kept, a tap counts when the server has it. */
async function sendAtOnce(sealed) {
  try {
    const { body } = await post([{ seq: 0, ...sealed }])
    return body.answers[0].answer !== 'bad'
  } catch {
    return false
  }
}

export function forgetWaiting(seqs) {
  for (const seq of seqs) tapOf.delete(seq)
}

/** Taps of this page that the server has not answered for. */
export function waitingTaps() {
  return new Set(tapOf.values())
}
