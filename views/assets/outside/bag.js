// What is left in the bag.
import { element as el, head } from './dom.js'
import { perStop } from './shift.js'
import { stopsToGo } from './stops.js'

export function bagOf({ words }, shift) {
  const held = shift.items
    .map((item) => ({ ...item, left: shift.left.get(item.id) ?? 0 }))
    .filter(({ left, tile }) => left !== 0 || tile)
  const rows = held.map(({ name, left }) => {
    const n = perStop(left, shift.toGo)
    const each = n !== null && el('small', {}, words.fill('perStop', { n }))
    return el('li', { class: 'pair' }, el('span', {}, name, each), el('b', {}, words.number(left)))
  })
  const list = el('ul', { class: 'lines', role: 'list' }, rows)
  const empty = el('p', { class: 'hints' }, words.emptyBag)
  const stops = shift.toGo > 0 && stopsToGo(words, shift.toGo)
  return [head(shift.bag, words.inBag), stops, rows.length === 0 ? empty : list]
}
