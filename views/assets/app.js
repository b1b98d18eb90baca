// What the pages gain from a script: nothing here is needed for the work to be done.
// htmx swaps the body of boosted pages, so everything is found again after each swap.

const enhancements = [readProblemsFirst]

for (const enhance of enhancements) enhance()
document.addEventListener('htmx:after:swap', () => {
  const first = document.querySelector('#main [autofocus]') ?? document.getElementById('main')
  first?.focus({ preventScroll: true })
  for (const enhance of enhancements) enhance()
})

/** What was refused is read first. */
function readProblemsFirst() {
  document.getElementById('problems')?.focus()
}

// Ctrl+K (⌘K) goes to the search from anywhere. Not a bare "/", which speech input types by accident.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
  const box = document.getElementById('search')
  const link = document.querySelector('.nav a[href="/search"]')
  if (!box && !link) return
  event.preventDefault()
  if (box) box.focus()
  else link.click()
})

// Without htmx (it may not have arrived yet) a double tap must still send a form once.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== 'post' || window.htmx) return
  const button = target.querySelector('[type=submit]')
  setTimeout(() => button?.setAttribute('disabled', ''))
  addEventListener('pageshow', () => button?.removeAttribute('disabled'), { once: true })
})
