// Out of sight at once: by Hide, by Shift three times, after a minute, and when the app goes away. Every page
// used outside has a cover; it is looked for when it is needed, because htmx swaps what is on a page.
const idleMs = 60_000
const root = document.documentElement
let idle
/** When Shift was pressed. */
let shifts = []
/** Where the focus was. */
let before = null

const cover = () => document.getElementById('cover')
const isCovered = () => root.hasAttribute('data-covered')

// Somebody goes back from where Hide led.
if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') show()
rest()

document.addEventListener('click', (event) => {
  if (event.target.closest('#cover [data-resume]')) return lift()
  if (!cover() || !event.target.closest('[data-hide]')) return
  event.preventDefault()
  leave()
})
addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  // A key that is held down repeats itself.
  if (repeat) return
  const recent = shifts.filter((at) => timeStamp - at < 1_000)
  shifts = key === 'Shift' ? [...recent, timeStamp] : []
  if (shifts.length < 3) return
  shifts = []
  leave()
})
for (const event of ['pointerdown', 'keydown', 'scroll']) addEventListener(event, rest, true)
document.addEventListener('visibilitychange', () => document.hidden && show())
addEventListener('pagehide', show)
// What was asked for before it was covered arrives under the cover.
document.addEventListener('htmx:after:swap', () => isCovered() && show())

function show() {
  if (!cover()) return
  if (!isCovered()) {
    before = document.activeElement
    const says = document.getElementById('cover-says')
    says.textContent = isTyped() ? says.dataset.unsent : ''
  }
  root.toggleAttribute('data-covered', true)
  cover().querySelector('[data-resume]').focus()
}

function lift() {
  root.toggleAttribute('data-covered', false)
  before?.focus({ preventScroll: true })
  rest()
}

/** At once; but what was typed and not sent is lost only by who has been told so, on the cover. */
function leave() {
  if (!cover()) return
  const isTold = isCovered()
  show()
  // In place of this page, so that Back does not lead to it.
  if (isTold || !isTyped()) location.replace(cover().dataset.leave)
}

function rest() {
  clearTimeout(idle)
  idle = setTimeout(show, idleMs)
}

/** Whether a form holds what nobody has sent: changed here, or refused, or held at the door. */
function isTyped() {
  if (document.querySelector('#problems, [data-unsent-form]')) return true
  const fields =
    'form[method=post] :is(input:not([type=hidden], [type=password]), textarea, select)'
  return [...document.querySelectorAll(fields)].some(isChanged)
}

function isChanged(field) {
  if (field.options) {
    const chosen = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, chosen)
  }
  if (field.type === 'checkbox' || field.type === 'radio')
    return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}
