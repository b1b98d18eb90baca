// Draws what is known. Every element that takes a tap has an id, so that the focus stays where it was.
import { element } from './dom.js'
import { shiftOf, stopOf } from './shift.js'

/**
 * @param words of the page @param act what a person can do: see main.js
 * @returns draws a state: { shift, taps, view, stop, why, hasVault, online }
 */
export function screenOf(words, act) {
  const screen = document.getElementById('screen')
  const el = element

  const draw = (state) => {
    const focused = document.activeElement?.id
    screen.replaceChildren(...contentOf(state))
    for (const tab of document.querySelectorAll('[data-tab]')) {
      tab.toggleAttribute('aria-current', tab.dataset.tab === state.view)
      const isVisit = tab.dataset.tab === 'visit'
      tab.disabled = tab.dataset.tab !== 'hide' && (!state.shift || (isVisit && !state.stop))
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  }

  const contentOf = (state) => {
    if (!state.shift) return withoutShift(state)
    const shift = shiftOf(state.shift, state.taps)
    if (state.view === 'visit' && state.stop) return visit(shift, state.stop)
    return state.view === 'bag' ? bag(shift) : stops(shift)
  }

  const head = (title, lead) =>
    el('header', { class: 'head' }, el('div', {}, el('h1', {}, title), lead && el('p', {}, lead)))

  // Stops

  const stops = (shift) =>
    [
      head(shift.bag),
      el('h2', {}, words.nextStop),
      shift.venues.length === 0
        ? el('p', { class: 'hints' }, words.noVenues)
        : el('ul', { class: 'lines', role: 'list' }, shift.venues.map(venue)),
      shift.visits.length > 0 && el('h2', {}, words.done),
      shift.visits.length > 0 &&
        el('ul', { class: 'lines', role: 'list' }, shift.visits.toReversed().map(done(shift))),
      el(
        'p',
        {},
        el('a', { class: 'button wide', href: `/shifts/${shift.id}/return` }, words.bringBack),
      ),
    ].filter(Boolean)

  const venue = ({ id, name, kind, due, last }) =>
    el(
      'li',
      { class: 'pair' },
      el(
        'span',
        {},
        el('b', {}, name),
        el('small', {}, `${kind} · ${last}`),
        due && el('span', { class: 'pill soon' }, due),
      ),
      el(
        'button',
        {
          ...{ type: 'button', id: `start-${id}`, onclick: () => act.start(id) },
          'aria-label': words.fill('startHere', { name }),
        },
        words.visit,
      ),
    )

  const done = (shift) => (at) => {
    const given = stopOf(shift, at).lines.filter(({ kind }) => kind === 'given')
    const units = given.reduce((sum, { quantity }) => sum + quantity, 0)
    const name = nameOf(shift.venues, at.venue)
    return el(
      'li',
      { class: 'pair' },
      el(
        'span',
        {},
        el('b', {}, name),
        el('small', {}, units > 0 ? words.fill('givenUnits', { n: units }) : words.nothing),
      ),
      el(
        'button',
        {
          ...{ type: 'button', id: `open-${at.venue}-${at.day}`, onclick: () => act.open(at) },
          'aria-label': words.fill('openAgain', { name }),
        },
        words.visit,
      ),
    )
  }

  // A visit

  const visit = (shift, at) => {
    const stop = stopOf(shift, at)
    const venueThere = shift.venues.find(({ id }) => id === at.venue)
    return [
      head(nameOf(shift.venues, at.venue), venueThere?.kind),
      contacts(stop),
      el('ul', { class: 'tiles', role: 'list', 'aria-label': words.tiles }, stop.tiles.map(tile)),
      askedFor(stop),
      others(shift, stop),
      lines(shift, stop),
      last(shift, stop),
    ].filter(Boolean)
  }

  const contacts = ({ contacts: count }) =>
    el(
      'div',
      { class: 'row spread' },
      el('span', { id: 'met-label' }, words.people),
      el(
        'div',
        { class: 'stepper', role: 'group', 'aria-labelledby': 'met-label' },
        button('met-less', '−', () => act.met(-1), {
          'aria-label': words.personLess,
          disabled: count === 0,
        }),
        el('output', { 'aria-live': 'polite' }, words.number(count)),
        button('met-more', '+', () => act.met(1), { 'aria-label': words.personMore }),
      ),
    )

  const tile = (item) => {
    const kind = item.given > 0 ? 'tile given' : item.left <= 0 ? 'tile none' : 'tile'
    const remaining =
      item.left < 0 ? words.fill('over', { n: -item.left }) : words.fill('left', { n: item.left })
    return el(
      'li',
      { class: kind },
      el(
        'button',
        { type: 'button', class: 'add', id: `more-${item.id}`, onclick: () => act.give(item.id) },
        el('span', { class: 'hidden' }, words.addOne),
        el('span', {}, item.short),
        el('b', {}, words.number(item.given)),
        el(
          'i',
          {},
          remaining,
          item.asked > 0 && el('em', {}, words.fill('askedTimes', { n: item.asked })),
        ),
      ),
      button(`less-${item.id}`, '−', () => act.less(item.id), {
        ...{ class: 'less', disabled: item.given === 0 },
        'aria-label': words.fill('lessOf', { name: item.name }),
      }),
    )
  }

  const askedFor = ({ tiles }) =>
    tiles.length > 0 &&
    folded(
      'asked',
      words.asked,
      el(
        'div',
        { class: 'row' },
        tiles
          .toSorted((a, b) => Number(a.left > 0) - Number(b.left > 0))
          .map(({ id, short }) =>
            button(`asked-${id}`, short, () => act.ask(id), {
              'aria-label': words.fill('askedFor', { name: short }),
            }),
          ),
      ),
    )

  const others = ({ items }, { tiles }) => {
    const shown = new Set(tiles.map(({ id }) => id))
    const rest = items.filter(({ id }) => !shown.has(id))
    if (rest.length === 0) return null
    return folded(
      'others',
      words.others,
      el(
        'div',
        { class: 'row' },
        rest.map(({ id, name }) => button(`other-${id}`, name, () => act.give(id))),
      ),
    )
  }

  const lines = ({ items }, stop) =>
    stop.lines.length > 0 &&
    folded(
      'lines',
      words.count('lines', stop.lines.length),
      el('ul', { class: 'lines', role: 'list' }, stop.lines.toReversed().map(line(items))),
    )

  const line = (items) => (each) => {
    const name = nameOf(items, each.item)
    const what = each.kind === 'asked' ? words.fill('askedLine', { name }) : name
    const text = `${words.number(each.quantity)} ${what}`
    return el(
      'li',
      { class: 'pair' },
      el('span', {}, text),
      button(`undo-${each.id}`, words.undo, () => act.undo(each.id), {
        'aria-label': words.fill('undoThis', { name: text }),
      }),
    )
  }

  const last = ({ items }, { last: given }) => {
    if (!given) return el('section', { class: 'undo' }, el('p', {}, words.lastNone))
    const item = items.find(({ id }) => id === given.item)
    return el(
      'section',
      { class: 'undo', 'aria-label': words.last },
      el(
        'p',
        { role: 'status' },
        words.last,
        el('br'),
        el('b', {}, `${words.number(given.quantity)} ${item?.short ?? ''}`),
      ),
      [5, 10].map((n) =>
        button(`make-${n}`, String(n), () => act.makeIt(given, n), {
          ...{ class: 'chip', 'aria-label': words.fill('makeIt', { n }) },
        }),
      ),
      button('undo-last', words.undo, () => act.undo(given.id)),
    )
  }

  // The bag

  const bag = (shift) => {
    const held = shift.items
      .map((item) => ({ ...item, left: shift.left.get(item.id) ?? 0 }))
      .filter(({ left, tile: isTile }) => left !== 0 || isTile)
    return [
      head(shift.bag, words.inBag),
      held.length === 0
        ? el('p', { class: 'hints' }, words.emptyBag)
        : el(
            'ul',
            { class: 'lines', role: 'list' },
            held.map(({ name, left }) =>
              el('li', { class: 'pair' }, el('span', {}, name), el('b', {}, words.number(left))),
            ),
          ),
    ]
  }

  // Nothing to show

  const withoutShift = ({ why, hasVault }) => {
    if (why === 'loading') return [el('p', { class: 'muted' }, words.loading)]
    if (why === 'noShift')
      return [head(words.noShift, words.noShiftHint), way('/bags', words.takeBag)]
    if (why === 'notPaired') return [head(words.notPaired), way('/phones', words.pairNow)]
    const signIn = why === 'signedOut' && way('/sign-in', words.signInNow)
    const said =
      why === 'signedOut' ? head(words.signedOut) : head(words.noSignal, words.noSignalHint)
    return [said, signIn, hasVault && unlock(), typed()].filter(Boolean)
  }

  const way = (href, text) => el('p', {}, el('a', { class: 'button primary wide', href }, text))

  const unlock = () => {
    const says = el('p', { id: 'unlock-says', role: 'alert' })
    const box = el('input', {
      ...{ id: 'unlock', type: 'password', autocomplete: 'off', 'aria-describedby': 'unlock-hint' },
    })
    const open = async (event) => {
      event.preventDefault()
      says.textContent = words.unlocking
      if (!(await act.unlock(box.value))) says.textContent = words.unlockWrong
      box.value = ''
    }
    return el(
      'form',
      { class: 'field', onsubmit: open },
      el('label', { for: 'unlock' }, words.unlock),
      el('small', { id: 'unlock-hint' }, words.unlockHint),
      box,
      el('button', { type: 'submit' }, words.unlock),
      says,
    )
  }

  const typed = () => {
    const says = el('p', { role: 'status' })
    const box = el('input', {
      ...{ id: 'typed', autocomplete: 'off', maxlength: 300, 'aria-describedby': 'typed-hint' },
    })
    const keep = async (event) => {
      event.preventDefault()
      if (box.value.trim() === '' || !(await act.type(box.value.trim()))) return
      box.value = ''
      says.textContent = words.typedKept
    }
    return el(
      'form',
      { class: 'field', onsubmit: keep },
      el('label', { for: 'typed' }, words.typedLabel),
      el('small', { id: 'typed-hint' }, words.typedHint),
      box,
      el('button', { type: 'submit', class: 'primary' }, words.typedKeep),
      says,
    )
  }

  const button = (id, text, onclick, attributes = {}) =>
    el('button', { type: 'button', id, onclick, ...attributes }, text)

  /** Stays open or closed when the screen is drawn again. */
  const folded = (id, title, ...children) => {
    const isOpen = document.getElementById(id)?.open ?? false
    return el('details', { id, open: isOpen }, el('summary', {}, title), ...children)
  }

  return { draw }
}

function nameOf(rows, id) {
  return rows.find((each) => each.id === id)?.name ?? ''
}
