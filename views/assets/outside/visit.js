// A stop: one tap for each unit, and the last thing done in reach of the thumb until the next.
import { button, element as el, folded, head, nameOf } from './dom.js'
import { stopOf } from './shift.js'

export function visitOf(page, shift, at) {
  const stop = stopOf(shift, at)
  const venue = shift.venues.find(({ id }) => id === at.venue)
  const tiles = stop.tiles.map((item) => tileOf(page, item))
  return [
    head(venue?.name ?? '', venue?.kind, goNext(page, shift)),
    contacts(page, stop),
    el('ul', { class: 'tiles', role: 'list', 'aria-label': page.words.tiles }, tiles),
    askedFor(page, stop),
    others(page, shift, stop),
    lines(page, shift, stop),
    openedByMistake(page, stop),
    last(page, shift, stop),
  ]
}

/** Where the route leads from here, in one tap. */
function goNext({ words, act }, { planned }) {
  const next = planned.find(({ state }) => state === 'next')
  if (!next) return null
  return button('go-next', words.fill('goNext', next), () => act.start(next.venue))
}

function contacts({ words, act }, { contacts: count }) {
  const less = { 'aria-label': words.personLess, disabled: count === 0 }
  const stepper = el(
    'div',
    { class: 'stepper' },
    button('met-less', '−', () => act.met(-1), less),
    el('output', { id: 'met', 'aria-live': 'polite' }, words.number(count)),
    button('met-more', '+', () => act.met(1), { 'aria-label': words.personMore }),
  )
  return el('div', { class: 'row spread' }, el('label', { for: 'met' }, words.people), stepper)
}

/** The whole tile is one more; apart from it, one less. */
function tileOf({ words, act }, item) {
  const { id, short, name, given, left, asked, perStop } = item
  const kind = given > 0 ? 'tile given' : left <= 0 ? 'tile none' : 'tile'
  const add = el(
    'button',
    { type: 'button', class: 'add', id: `more-${id}`, onclick: () => act.give(id) },
    el('span', { class: 'hidden' }, words.addOne),
    el('span', {}, short),
    el('b', {}, words.number(given)),
    el(
      'i',
      {},
      left < 0 ? words.fill('over', { n: -left }) : words.fill('left', { n: left }),
      perStop !== null && el('small', {}, words.fill('perStop', { n: perStop })),
      asked > 0 && el('em', {}, words.fill('askedTimes', { n: asked })),
    ),
  )
  const less = button(`less-${id}`, '−', () => act.less(id), {
    ...{ class: 'less', disabled: given === 0 },
    'aria-label': words.fill('lessOf', { name }),
  })
  return el('li', { class: kind }, add, less)
}

/** Those with none left come first. */
function askedFor({ words, act }, { tiles }) {
  if (tiles.length === 0) return null
  const buttons = tiles
    .toSorted((a, b) => Number(a.left > 0) - Number(b.left > 0))
    .map(({ id, short }) =>
      button(`asked-${id}`, short, () => act.ask(id), {
        'aria-label': words.fill('askedFor', { name: short }),
      }),
    )
  return folded('asked', words.asked, el('div', { class: 'row' }, buttons))
}

function others({ words, act }, { items }, { tiles }) {
  const shown = new Set(tiles.map(({ id }) => id))
  const rest = items.filter(({ id }) => !shown.has(id))
  if (rest.length === 0) return null
  const buttons = rest.map(({ id, name }) => button(`other-${id}`, name, () => act.give(id)))
  return folded('others', words.others, el('div', { class: 'row' }, buttons))
}

function lines(page, { items }, stop) {
  if (stop.lines.length === 0) return null
  const rows = stop.lines.toReversed().map((line) => lineOf(page, items, line))
  const list = el('ul', { class: 'lines', role: 'list' }, rows)
  return folded('lines', page.words.count('lines', rows.length), list)
}

/** Only while nothing is noted: what is, is undone first. */
function openedByMistake({ words, act }, { lines: noted, contacts: met }) {
  if (noted.length > 0 || met > 0) return null
  const hint = el('p', { class: 'muted' }, words.takeBackHint)
  const takeBack = button('take-back', words.takeBack, act.takeBack)
  return folded('no-stop', words.noStop, el('div', { class: 'row' }, hint, takeBack))
}

function lineOf({ words, act }, items, { id, kind, item, quantity }) {
  const name = nameOf(items, item)
  const what = kind === 'asked' ? words.fill('askedLine', { name }) : name
  const text = `${words.number(quantity)} ${what}`
  const label = words.fill('undoThis', { name: text })
  const undo = button(`undo-${id}`, words.undo, () => act.undo(id), { 'aria-label': label })
  return el('li', { class: 'pair' }, el('span', {}, text), undo)
}

function last({ words, act }, { items }, { last: given }) {
  if (!given) return el('section', { class: 'undo' }, el('p', {}, words.lastNone))
  const item = items.find(({ id }) => id === given.item)
  const what = el('b', {}, `${words.number(given.quantity)} ${item?.short ?? ''}`)
  const chips = [5, 10].map((n) =>
    button(`make-${n}`, String(n), () => act.makeIt(given, n), {
      ...{ class: 'chip', 'aria-label': words.fill('makeIt', { n }) },
    }),
  )
  return el(
    'section',
    { class: 'undo', 'aria-label': words.last },
    el('p', { role: 'status' }, words.last, el('br'), what),
    chips,
    button('undo-last', words.undo, () => act.undo(given.id)),
  )
}
