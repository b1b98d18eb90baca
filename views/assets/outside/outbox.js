// Sends what waits, as soon and as often as it takes. Nothing is forgotten here before the server has
// answered for it; nothing depends on the browser's idea of being online.
import { post } from './post.js'
import * as store from './store.js'

const most = 50
const shortestWait = 2_000
const longestWait = 300_000

/**
 * @param report called with what is known after every change: { waiting, bad, state }, where state is
 *   'sent', 'waiting', 'signIn' or 'broken' (this browser keeps nothing)
 * @param answered called with the numbers the server has taken, and the key to seal to from now on
 */
export function startOutbox({ report, answered }) {
  let wait = shortestWait
  let size = most
  let notBefore = 0
  let isPaired = true

  const tell = async () => {
    try {
      const { waiting, bad } = await store.counts()
      report({ waiting, bad, state: !isPaired ? 'signIn' : waiting > 0 ? 'waiting' : 'sent' })
    } catch {
      report({ waiting: 0, bad: 0, state: 'broken' })
    }
  }

  const send = async () => {
    for (;;) {
      const batch = await store.firstWaiting(size)
      if (batch.length === 0) return
      const result = await post(batch)
      if (result.status === 413 && size > 1) {
        size = Math.ceil(size / 2)
        continue
      }
      isPaired = result.status !== 401
      if (result.status !== 200) return later(result.retryAfter)
      wait = shortestWait
      size = most
      await take(batch, result.body)
      await tell()
    }
  }

  const later = (retryAfter) => {
    const pause = retryAfter ?? wait
    wait = Math.min(longestWait, wait * 2)
    notBefore = Date.now() + pause
    setTimeout(flush, pause)
  }

  const take = async (batch, { answers, key }) => {
    const taken = answers.filter(({ answer }) => answer !== 'bad').map(({ seq }) => seq)
    await store.forget(taken)
    for (const { seq, answer } of answers) {
      const entry = batch.find((each) => each.seq === seq)
      if (answer === 'bad' && entry) await store.setApart(entry)
    }
    answered(taken, key)
  }

  /** One tab at a time; `now` when somebody or something says that it may work again. */
  const flush = async ({ now = false } = {}) => {
    if (!now && Date.now() < notBefore) return
    notBefore = 0
    try {
      await alone(send)
    } catch {
      later()
    }
    await tell()
  }

  setInterval(() => document.visibilityState === 'visible' && flush(), 15_000)
  for (const event of ['pageshow', 'focus', 'online']) {
    addEventListener(event, () => flush({ now: true }))
  }
  document.addEventListener('visibilitychange', () => flush({ now: true }))
  return { flush, tell }
}

let busy = false

/** Skips where another tab, or this one, is at it already. */
async function alone(work) {
  if (navigator.locks) {
    return navigator.locks.request('outbox', { ifAvailable: true }, (lock) => lock && work())
  }
  if (busy) return
  busy = true
  try {
    await work()
  } finally {
    busy = false
  }
}
