// Where to go next, and where the shift has been.
import { button, element as el, head, nameOf } from './dom.js'
import { stopOf } from './shift.js'

export function stopsOf({ words, act }, shift) {
  const next = shift.venues.map((venue) => nextStop({ words, act }, venue))
  const done = shift.visits.toReversed().map((at) => doneStop({ words, act }, shift, at))
  return [
    head(shift.bag),
    el('h2', {}, words.nextStop),
    next.length === 0
      ? el('p', { class: 'hints' }, words.noVenues)
      : el('ul', { class: 'lines', role: 'list' }, next),
    done.length > 0 && el('h2', {}, words.done),
    done.length > 0 && el('ul', { class: 'lines', role: 'list' }, done),
    el(
      'p',
      {},
      el('a', { class: 'button wide', href: `/shifts/${shift.id}/return` }, words.bringBack),
    ),
  ]
}

function nextStop({ words, act }, { id, name, kind, due, last }) {
  const about = [
    el('b', {}, name),
    el('small', {}, `${kind} · ${last}`),
    due && el('span', { class: 'pill soon' }, due),
  ]
  const label = words.fill('startHere', { name })
  const start = button(`start-${id}`, words.visit, () => act.start(id), { 'aria-label': label })
  return el('li', { class: 'pair' }, el('span', {}, about), start)
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
  const open = button(`open-${at.venue}-${at.day}`, words.visit, () => act.open(at), {
    'aria-label': label,
  })
  return el('li', { class: 'pair' }, el('span', {}, about), open)
}
