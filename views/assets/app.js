// What the pages gain from a script: nothing here is needed for the work to be done.
// htmx swaps the body of boosted pages, so everything is found again after each swap.

const enhancements = [readProblemsFirst, offerUncovering]

for (const enhance of enhancements) enhance()
document.addEventListener('htmx:before:swap', ({ detail }) => stayPut(detail))
document.addEventListener('htmx:after:swap', () => {
  // htmx gives the focus back to what has an id and is still there: the stepper that was pressed.
  if (document.activeElement === document.body) {
    const first = document.querySelector('#main [autofocus]') ?? document.getElementById('main')
    first?.focus({ preventScroll: true })
  }
  for (const enhance of enhancements) enhance()
})

/**
 * A form that answers with its own page is not a step on the way: the page stays where it was scrolled to,
 * Back leads to the page before it, and reloading asks for a page and not for the address of the form.
 */
function stayPut({ ctx, tasks }) {
  if (ctx.request.method !== 'POST') return keepOneStep(ctx)
  const { redirected, url } = ctx.response.raw
  if (!redirected) ctx.push = 'false'
  else if (new URL(url).pathname === location.pathname) ctx.replace = 'true'
  else return keepOneStep(ctx)
  for (const { swapSpec } of tasks) swapSpec.show = 'none'
}

/** Pages that have a cover leave no trail: Back leads out of them, whatever was looked at. */
function keepOneStep(ctx) {
  if (ctx.target === document.body && document.getElementById('cover')) ctx.replace = 'true'
}

/** What was refused is read first. */
function readProblemsFirst() {
  const problems = document.getElementById('problems')
  // Once: what comes into the page while one mends them does not call one back.
  if (!problems || 'read' in problems.dataset) return
  problems.dataset.read = ''
  problems.focus()
}

/** A password can be looked at while it is typed; before it is sent it is covered again. */
function offerUncovering() {
  for (const button of document.querySelectorAll('[data-uncover]')) button.hidden = false
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-uncover]')
  if (button) cover(button, button.previousElementSibling.type === 'text')
})
document.addEventListener(
  'submit',
  ({ target }) => {
    for (const button of target.querySelectorAll('[data-uncover]')) cover(button, true)
  },
  { capture: true },
)

function cover(button, covered) {
  const [show, hide] = button.children
  button.previousElementSibling.type = covered ? 'password' : 'text'
  show.hidden = !covered
  hide.hidden = covered
}

// Ctrl+K (⌘K) goes to the search from anywhere. Not a bare "/", which speech input types by accident.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
  const box = document.getElementById('search')
  const link = document.querySelector('.nav a[href="/search"]')
  if (!box && !link) return
  event.preventDefault()
  if (box) box.select()
  else link.click()
})

// Without htmx (it may not have arrived yet) a double tap must still send a form once.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== 'post' || window.htmx) return
  const button = target.querySelector('[type=submit]')
  setTimeout(() => button?.setAttribute('disabled', ''))
  addEventListener('pageshow', () => button?.removeAttribute('disabled'), { once: true })
})
