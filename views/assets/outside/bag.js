// What is left in the bag.
import { element as el, head } from './dom.js'

export function bagOf({ words }, shift) {
  const held = shift.items
    .map((item) => ({ ...item, left: shift.left.get(item.id) ?? 0 }))
    .filter(({ left, tile }) => left !== 0 || tile)
  const rows = held.map(({ name, left }) =>
    el('li', { class: 'pair' }, el('span', {}, name), el('b', {}, words.number(left))),
  )
  const list = el('ul', { class: 'lines', role: 'list' }, rows)
  const empty = el('p', { class: 'hints' }, words.emptyBag)
  return [head(shift.bag, words.inBag), rows.length === 0 ? empty : list]
}
