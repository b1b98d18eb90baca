// Forgetting everything: held for three seconds on the cover, told what would be lost, held again.
import { forgetPasskey } from './passkey.js'
import * as store from './store.js'
import { locks } from './vault.js'

const wipeMs = 3_000
/** Somebody has read what wiping would lose. */
let isWarned = false

/** @param send tries to send what waits @param tell tells other tabs that all is gone */
export function startWipe({ words, send, tell }) {
  holdToWipe(document.querySelector('[data-wipe]'), async () => {
    const wait = new Promise((resolve) => setTimeout(resolve, wipeMs))
    await Promise.race([send(), wait])
    const { waiting } = await store.counts().catch(() => ({ waiting: 0 }))
    if (waiting > 0 && !isWarned) {
      isWarned = true
      document.getElementById('cover-says').textContent = words.count('wipeLoses', waiting)
      return
    }
    const { passkey } = await locks().catch(() => ({}))
    if (passkey) forgetPasskey(passkey)
    await store.wipe()
    for (const name of await caches.keys()) await caches.delete(name)
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister()
    tell()
    leave()
  })
}

/** In place of this page, so that Back does not lead to it. */
export function leave() {
  location.replace(document.getElementById('cover').dataset.leave)
}

/** Held, by a finger or a key; a tap does nothing. */
function holdToWipe(button, done) {
  let timer
  const start = () => {
    clearTimeout(timer)
    button.classList.add('held')
    timer = setTimeout(() => {
      stop()
      done()
    }, wipeMs)
  }
  const stop = () => {
    clearTimeout(timer)
    button.classList.remove('held')
  }
  button.addEventListener('pointerdown', start)
  button.addEventListener('keydown', ({ key, repeat }) => !repeat && key === 'Enter' && start())
  for (const event of ['pointerup', 'pointerleave', 'pointercancel', 'keyup', 'blur']) {
    button.addEventListener(event, stop)
  }
  button.addEventListener('contextmenu', (event) => event.preventDefault())
}
