// Pairs this phone: what it needs without signal is put here before the server hears of it. What opens it is
// made here too, by a module that only who pairs waits for.
void prepare()
document.addEventListener('htmx:after:swap', prepare)

async function prepare() {
  const form = document.querySelector('[data-pairing] form')
  if (form) return offer(form)
  const opened = document.querySelector('[data-opened-by]')
  if (opened) await sayWhatOpens(opened)
}

async function offer(form) {
  const isAble = 'serviceWorker' in navigator && globalThis.isSecureContext && crypto.subtle
  document.querySelector(isAble ? '[data-pairing]' : '[data-insecure]').hidden = false
  if (!isAble || form.dataset.offered) return
  form.dataset.offered = ''
  form.addEventListener('submit', pair)
  const { mayHavePasskey } = await import('./outside/passkey.js')
  if (!(await mayHavePasskey())) return
  const box = document.getElementById('passkey')
  box.closest('[hidden]').hidden = false
  box.checked = true
}

async function pair(event) {
  event.preventDefault()
  const form = event.target
  const { value: passphrase } = document.getElementById('passphrase')
  const isShort = passphrase !== '' && passphrase.length < 8
  if (mark('passphrase', isShort)) return
  const button = form.querySelector('[type=submit]')
  button.disabled = true
  const passkey = await madePasskey(document.getElementById('passkey'))
  button.disabled = passkey !== 'refused'
  if (mark('passkey', passkey === 'refused')) return
  await navigator.serviceWorker.register('/sw.js')
  await navigator.storage?.persist?.()
  if (passkey || passphrase) {
    const { makeVault } = await import('./outside/vault.js')
    await makeVault({ passkey, passphrase })
  }
  form.submit()
}

/** Shows what is wrong with a box, or hides it. */
function mark(id, wrong) {
  const box = document.getElementById(id)
  document.getElementById(`${id}-problem`).hidden = !wrong
  box.toggleAttribute('aria-invalid', wrong)
  if (wrong) box.focus()
  return wrong
}

async function madePasskey({ checked, dataset }) {
  if (!checked) return null
  const { newPasskey } = await import('./outside/passkey.js')
  return newPasskey(dataset.name).catch(() => 'refused')
}

async function sayWhatOpens(list) {
  const { locks } = await import('./outside/vault.js')
  const by = await locks().catch(() => ({}))
  const ways = Object.keys(by).filter((way) => by[way])
  for (const each of list.children) {
    each.hidden = !(ways.length === 0 ? ['nothing'] : ways).includes(each.dataset.way)
  }
  list.hidden = false
}
