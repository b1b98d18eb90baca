// Pairs this phone: what it needs without signal is put here before the server hears of it.
const form = document.querySelector('[data-pairing] form')
if (form) {
  const isAble = 'serviceWorker' in navigator && globalThis.isSecureContext && crypto.subtle
  document.querySelector(isAble ? '[data-pairing]' : '[data-insecure]').hidden = false
  form.addEventListener('submit', pair)
}

async function pair(event) {
  const box = document.getElementById('passphrase')
  const problem = document.getElementById('passphrase-problem')
  const passphrase = box.value
  problem.hidden = passphrase === '' || passphrase.length >= 8
  box.toggleAttribute('aria-invalid', !problem.hidden)
  event.preventDefault()
  if (!problem.hidden) return box.focus()
  form.querySelector('[type=submit]').disabled = true
  await navigator.serviceWorker.register('/sw.js')
  await navigator.storage?.persist?.()
  if (passphrase !== '') {
    const { makeVault } = await import('./outside/vault.js')
    await makeVault(passphrase)
  }
  form.submit()
}
