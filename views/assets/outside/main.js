// The page used outside. A tap is sealed and kept here first, then shown, then sent; what is shown is the
// working copy of the shift, held in memory, and the taps made since.
import { wordsOf } from './dom.js'
import { startOutbox } from './outbox.js'
import { forgetWaiting, record, waitingTaps } from './record.js'
import { draw } from './screen.js'
import { shiftOf, stopOf } from './shift.js'
import * as store from './store.js'
import { keepCopy, locks, openCopy } from './vault.js'
import { leave, startWipe } from './wipe.js'

const words = wordsOf(document.body)
const state = { shift: null, today: null, endsAt: 0, taps: [], view: 'stops', stop: null }
state.why = 'loading'
/** What opens the copy that this phone keeps. */
state.locks = {}
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('outside') : null
let key = null
let refreshing = false
let keeping = false
let isKept = true

const can = {
  start: (venue) => act({ kind: 'stop', venue, day: state.today }, { venue, day: state.today }),
  open: (stop) => show('visit', stop),
  skip: (venue, skipped) => act({ kind: 'skip', venue, day: state.today, skipped }),
  give: (item) => act({ kind: 'given', ...state.stop, item, quantity: 1 }),
  ask: (item) => act({ kind: 'asked', ...state.stop, item, quantity: 1 }),
  met: (step) => act({ kind: 'met', ...state.stop, step }),
  undo: (of) => act({ kind: 'undo', of }),
  less: (item) => less(item),
  makeIt: (line, quantity) => instead(line, quantity),
  type: (text) => safely({ kind: 'typed', text }),
  takeBack,
  unlock,
}
const outbox = startOutbox({ report, answered })
startWipe({
  words,
  send: () => outbox.flush({ now: true }),
  tell: () => tabs?.postMessage({ wiped: true }),
})

for (const tab of document.querySelectorAll('[data-tab]')) {
  const { tab: name } = tab.dataset
  tab.addEventListener('click', () => show(name, state.stop))
}
tabs?.addEventListener('message', ({ data }) => heard(data))
addEventListener('online', refresh)
await begin()

function drawn() {
  draw({ words, act: can }, state)
}

async function begin() {
  // Outside at night the page is dark whatever the phone prefers.
  const hour = new Date().getHours()
  if (hour >= 18 || hour < 6) document.documentElement.dataset.theme = 'dark'
  try {
    key = (await store.kept('key')) ?? null
    state.locks = await locks()
  } catch {
    // A browser that keeps nothing: everything still works while there is signal.
  }
  navigator.serviceWorker?.register('/sw.js').catch(() => {})
  await outbox.tell()
  await outbox.flush({ now: true })
  await refresh()
}

// What people do

async function act(tap, stop) {
  const isKept = await safely({ ...tap, ...(tap.kind !== 'undo' && { shift: state.shift.id }) })
  if (isKept && stop) show('visit', stop)
}

/** The stop was opened by mistake, and nothing was noted there. */
async function takeBack() {
  await act({ kind: 'none', ...state.stop })
  show('stops', null)
}

/** One less of an item: the last line that had it, and what remains of that line. */
function less(item) {
  const { lines } = stopOf(shiftOf(state.shift, state.taps), state.stop)
  const line = lines.findLast((each) => each.kind === 'given' && each.item === item)
  return line && instead(line, line.quantity - 1)
}

async function instead(line, quantity) {
  await act({ kind: 'undo', of: line.id })
  if (quantity > 0) await act({ kind: 'given', ...state.stop, item: line.item, quantity })
}

function show(view, stop) {
  state.view = view
  state.stop = stop
  drawn()
  scrollTo(0, 0)
}

/** @param passphrase without one the passkey is asked for */
async function unlock(passphrase) {
  try {
    const copy = await openCopy({ passphrase, now: Date.now() })
    // The signal may have come back meanwhile: what the server says is newer.
    if (copy && !state.shift) resume(copy)
    return copy !== null
  } catch {
    return false
  }
}

/** Goes on where the copy was kept, with what other tabs have told since. */
function resume(copy) {
  const heard = state.taps.filter((tap) => !copy.taps.some(({ id }) => id === tap.id))
  Object.assign(state, copy, { taps: [...copy.taps, ...heard] })
  drawn()
}

/** @returns whether the tap is kept here, or with the server already */
async function safely(tap) {
  const failed = (isBroken) => say(isBroken ? words.notSent : words.notKept)
  const entry = await record(tap, { key, failed })
  if (!entry) return false
  // What waits is said before the tap is shown: nobody may believe for a moment that it was sent.
  await outbox.tell()
  tapped(entry)
  tabs?.postMessage({ tap: entry })
  void outbox.flush()
  return true
}

function tapped(entry) {
  if (entry.kind === 'typed' || state.taps.some(({ id }) => id === entry.id)) return
  state.taps.push(entry)
  drawn()
  void keep()
}

// What the server knows

/** The shift as the server has it. Taps it has taken in are in it, and leave ours. */
async function refresh() {
  if (refreshing) return
  refreshing = true
  try {
    const { waiting } = await store.counts().catch(() => ({ waiting: 0 }))
    const unanswered = waitingTaps()
    const taken = state.taps.filter(({ id }) => waiting === 0 || !unanswered.has(id))
    const answer = await fetch('/working-copy.json', { redirect: 'manual' })
    if (answer.status === 200) await take(await answer.json(), new Set(taken))
    else state.why = state.shift ? null : 'signedOut'
  } catch {
    if (!state.shift) state.why = 'noSignal'
  }
  refreshing = false
  if (state.shift && Date.now() > state.endsAt) forget()
  drawn()
}

async function take(answer, taken) {
  state.taps = state.taps.filter((tap) => !taken.has(tap))
  Object.assign(state, { shift: answer.shift, today: answer.today, endsAt: answer.endsAt })
  state.why = answer.shift ? null : 'noShift'
  if (answer.key) await trust(answer.key)
  else state.why = 'notPaired'
  void keep()
}

async function trust(newKey) {
  key = newKey
  await store.keep('key', newKey).catch(() => {})
}

function answered(seqs, newKey) {
  if (newKey) void trust(newKey)
  forgetWaiting(seqs)
  tabs?.postMessage({ taken: true })
  if (seqs.length > 0) void refresh()
}

function forget() {
  Object.assign(state, { shift: null, taps: [], stop: null, why: 'noSignal' })
  store.drop('copy').catch(() => {})
}

/** For a reload without signal, where a passphrase was chosen: at once, and again if it changed meanwhile. */
async function keep() {
  isKept = false
  if (keeping) return
  keeping = true
  while (!isKept && state.shift) {
    isKept = true
    const { shift, today, endsAt, taps, view, stop } = state
    await keepCopy({ shift, today, endsAt, taps, view, stop }, endsAt).catch(() => {})
  }
  keeping = false
}

// Other tabs of this phone

function heard({ tap, taken, wiped }) {
  if (wiped) leave()
  if (tap) tapped(tap)
  if (taken) void refresh()
  void outbox.tell()
}

// Is it sent?

function report({ waiting, bad, state: sync }) {
  const pill = document.getElementById('sync')
  const said = {
    sent: words.allSent,
    waiting: words.count('waiting', waiting),
    signIn: words.fill('signIn', { n: waiting }),
    broken: words.broken,
  }[sync]
  pill.textContent = bad > 0 ? `${said} · ${words.count('bad', bad)}` : said
  pill.dataset.state = sync
  if (sync === 'sent') void takeOver()
}

async function takeOver() {
  const registration = await navigator.serviceWorker?.getRegistration('/')
  registration?.waiting?.postMessage('take over')
}

function say(text) {
  const notice = document.getElementById('notice')
  notice.textContent = text
  notice.hidden = false
}
