// Where to go next, and where the shift has been.
import { button, element as el, folded, head, nameOf } from './dom.js'
import { stopOf } from './shift.js'

export function stopsOf(page, shift) {
  const { words } = page
  const done = shift.visits.toReversed().map((at) => doneStop(page, shift, at))
  return [
    head(shift.bag),
    ...(shift.planned.length > 0 ? route(page, shift) : anywhere(page, shift.venues)),
    done.length > 0 && el('h2', {}, words.done),
    done.length > 0 && el('ul', { class: 'lines', role: 'list' }, done),
    el(
      'p',
      {},
      el('a', { class: 'button wide', href: `/shifts/${shift.id}/return` }, words.bringBack),
    ),
  ]
}

function anywhere(page, venues) {
  const { words } = page
  const empty = el('p', { class: 'hints' }, words.noVenues)
  return [el('h2', {}, words.nextStop), venues.length === 0 ? empty : listOf(page, venues)]
}

function listOf(page, venues) {
  const rows = venues.map((venue) => nextStop(page, venue))
  return el('ul', { class: 'lines', role: 'list' }, rows)
}

/** The stops that are planned, in order; below them, what is not on the route. */
function route(page, { planned, toGo, venues }) {
  const { words } = page
  const elsewhere = venues.filter(({ id }) => planned.every(({ venue }) => venue !== id))
  const rows = planned.map((stop) => plannedStop(page, stop))
  return [
    el('h2', {}, words.planned),
    stopsToGo(words, toGo),
    el('ol', { class: 'lines', role: 'list' }, rows),
    elsewhere.length > 0 && folded('elsewhere', words.elsewhere, listOf(page, elsewhere)),
  ]
}

export function stopsToGo(words, count) {
  return el('p', { class: 'muted' }, count === 0 ? words.toGoNone : words.count('toGo', count))
}

const pills = { done: 'pill done', next: 'pill coming', skipped: 'pill' }

function plannedStop(page, { venue, name, state }) {
  const { words } = page
  const isToGo = state === 'next' || state === 'later'
  const about = [
    el('b', {}, name),
    ' ',
    state !== 'later' && el('span', { class: pills[state] }, words.states[state]),
    ' ',
    state !== 'done' && skip(page, { venue, name }, isToGo),
  ]
  return el('li', { class: 'pair' }, el('span', {}, about), isToGo && start(page, venue, name))
}

function skip({ words, act }, { venue, name }, isToGo) {
  const key = isToGo ? 'skip' : 'unskip'
  return button(`skip-${venue}`, words[key], () => act.skip(venue, isToGo), {
    ...{ class: 'quiet', 'aria-label': words.fill(`${key}This`, { name }) },
  })
}

function start({ words, act }, id, name) {
  const label = words.fill('startHere', { name })
  return button(`start-${id}`, words.visit, () => act.start(id), { 'aria-label': label })
}

function nextStop(page, { id, name, kind, due, last }) {
  const about = [
    el('b', {}, name),
    el('small', {}, `${kind} · ${last}`),
    due && el('span', { class: 'pill soon' }, due),
  ]
  return el('li', { class: 'pair' }, el('span', {}, about), start(page, id, name))
}

function doneStop({ words, act }, shift, at) {
  const given = stopOf(shift, at).lines.filter(({ kind }) => kind === 'given')
  const units = given.reduce((sum, { quantity }) => sum + quantity, 0)
  const name = nameOf(shift.venues, at.venue)
  const about = [
    el('b', {}, name),
    el('small', {}, units > 0 ? words.fill('givenUnits', { n: units }) : words.nothing),
  ]
  const label = words.fill('openAgain', { name })
  const open = button(`open-${at.venue}-${at.day}`, words.open, () => act.open(at), {
    'aria-label': label,
  })
  return el('li', { class: 'pair' }, el('span', {}, about), open)
}
