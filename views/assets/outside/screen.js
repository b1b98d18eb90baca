// Draws what is known. Every element that takes a tap has an id, so that the focus stays where it was.
import { bagOf } from './bag.js'
import { button, element as el, form, head } from './dom.js'
import { shiftOf } from './shift.js'
import { stopsOf } from './stops.js'
import { visitOf } from './visit.js'

/** Why there is no shift, as it stands on the screen. */
let said = null

/** @param page its words, and what a person can do: see main.js */
export function draw(page, state) {
  const why = state.shift ? null : `${state.why} ${Object.keys(state.locks)}`
  // Somebody may be typing there: what says the same already is left alone.
  if (why !== null && why === said) return
  said = why
  const focused = document.activeElement?.id
  document.getElementById('screen').replaceChildren(...contentOf(page, state).filter(Boolean))
  for (const tab of document.querySelectorAll('[data-tab]')) {
    const { tab: name } = tab.dataset
    tab.toggleAttribute('aria-current', name === state.view)
    tab.disabled = !state.shift || (name === 'visit' && !state.stop)
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
}

function contentOf(page, state) {
  if (!state.shift) return withoutShift(page, state)
  const shift = shiftOf(state.shift, state.taps)
  if (state.view === 'visit' && state.stop) return visitOf(page, shift, state.stop)
  return state.view === 'bag' ? bagOf(page, shift) : stopsOf(page, shift)
}

function withoutShift(page, { why, locks }) {
  const { words } = page
  if (why === 'loading') return [el('p', { class: 'muted' }, words.loading)]
  if (why === 'noShift')
    return [head(words.noShift, words.noShiftHint), way('/bags', words.takeBag)]
  if (why === 'notPaired') return [head(words.notPaired), way('/phones', words.pairNow)]
  const said =
    why === 'signedOut'
      ? [head(words.signedOut), way('/sign-in', words.signInNow)]
      : [head(words.noSignal, words.noSignalHint)]
  const ways = [locks.passkey && byPasskey(page), locks.passphrase && byPassphrase(page)]
  return [...said, ...ways, typing(page)]
}

function way(href, text) {
  return el('p', {}, el('a', { class: 'button primary wide', href }, text))
}

function byPasskey({ words, act }) {
  const says = el('p', { role: 'alert' })
  const open = async () => {
    says.textContent = words.unlocking
    if (!(await act.unlock())) says.textContent = words.unlockRefused
  }
  const attributes = { class: 'primary wide' }
  return el(
    'div',
    { class: 'field' },
    button('by-passkey', words.unlockHere, open, attributes),
    says,
  )
}

function byPassphrase({ words, act }) {
  const says = el('p', { role: 'alert' })
  const open = async (box) => {
    says.textContent = words.unlocking
    if (!(await act.unlock(box.value))) says.textContent = words.unlockWrong
    box.value = ''
  }
  const labels = { label: words.unlock, hint: words.unlockHint, button: words.unlock }
  return form('unlock', labels, { type: 'password' }, open, says)
}

function typing({ words, act }) {
  const says = el('p', { role: 'status' })
  const keep = async (box) => {
    const text = box.value.trim()
    if (text === '' || !(await act.type(text))) return
    box.value = ''
    says.textContent = words.typedKept
  }
  const labels = { label: words.typedLabel, hint: words.typedHint, button: words.typedKeep }
  return form('typed', labels, { maxlength: 300 }, keep, says)
}
