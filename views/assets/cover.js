// Out of sight at once: by the button, by Shift three times, after a minute, and when the app goes away.
const idleMs = 60_000
const wipeMs = 3_000

/** @param wipe called when Wipe has been held; resolves to what to say when something would be lost */
export function startCover({ neutralPage, wipe }) {
  const cover = document.getElementById('cover')
  const others = [...document.body.children].filter((each) => each !== cover)
  let idle
  let shifts = 0

  const show = () => {
    for (const each of others) each.inert = true
    cover.hidden = false
    document.documentElement.classList.add('covered')
    cover.querySelector('[data-resume]').focus()
  }
  const lift = () => {
    for (const each of others) each.inert = false
    cover.hidden = true
    document.documentElement.classList.remove('covered')
    rest()
  }
  const leave = () => {
    show()
    // In place of this page, so that Back does not lead to it.
    location.replace(neutralPage)
  }
  const rest = () => {
    clearTimeout(idle)
    if (cover.hidden) idle = setTimeout(show, idleMs)
  }

  cover.querySelector('[data-resume]').addEventListener('click', lift)
  holdToWipe(cover.querySelector('[data-wipe]'), async () => {
    const says = await wipe()
    if (says) document.getElementById('cover-says').textContent = says
    else location.replace(neutralPage)
  })
  document.addEventListener('visibilitychange', () => document.hidden && show())
  addEventListener('pagehide', show)
  for (const event of ['pointerdown', 'keydown', 'scroll']) addEventListener(event, rest, true)
  addEventListener('keydown', ({ key }) => {
    shifts = key === 'Shift' ? shifts + 1 : 0
    setTimeout(() => {
      shifts = 0
    }, 1_000)
    if (shifts === 3) leave()
  })
  rest()
  return { leave }
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
