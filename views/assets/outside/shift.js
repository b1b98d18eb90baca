// What the screen shows of a shift: the working copy and what was tapped since. Pure.

/** `copy` as the server wrote it; `taps` made here that it does not hold yet, the oldest first. */
export function shiftOf(copy, taps) {
  const undone = new Set(taps.filter(({ kind }) => kind === 'undo').map(({ of }) => of))
  const known = new Set([...copy.given, ...copy.asked].map(({ id }) => id))
  const here = taps.filter((tap) => tap.kind !== 'undo' && !known.has(tap.id))
  const fresh = here.filter(({ id }) => !undone.has(id))
  const given = [...copy.given, ...fresh.filter(({ kind }) => kind === 'given')]
  const asked = [...copy.asked, ...fresh.filter(({ kind }) => kind === 'asked')]
  return {
    ...copy,
    given: given.filter(({ id }) => !undone.has(id)),
    asked: asked.filter(({ id }) => !undone.has(id)),
    met: fresh.filter(({ kind }) => kind === 'met'),
    visits: visitsOf(copy, here),
    left: leftOf(copy, fresh, undone),
  }
}

/** The stops of today, in the order they were made. */
function visitsOf(copy, taps) {
  const visits = copy.visits.map((visit) => ({ ...visit }))
  for (const { venue, day } of taps) {
    const isKnown = visits.some((visit) => visit.venue === venue && visit.day === day)
    if (!isKnown) visits.push({ venue, day, contacts: 0 })
  }
  return visits
}

/** Base units of each item left in the bag; below zero when more was given than it held. */
function leftOf(copy, fresh, undone) {
  const left = new Map(copy.items.map(({ id, left }) => [id, left]))
  const change = ({ item, quantity }, sign) =>
    left.set(item, (left.get(item) ?? 0) + sign * quantity)
  for (const tap of fresh) if (tap.kind === 'given') change(tap, -1)
  for (const line of copy.given) if (undone.has(line.id)) change(line, 1)
  return left
}

/** A stop as its tiles and lines show it. */
export function stopOf(shift, { venue, day }) {
  const isHere = (each) => each.venue === venue && each.day === day
  const given = shift.given.filter(isHere)
  const asked = shift.asked.filter(isHere)
  const visit = shift.visits.find(isHere)
  const steps = shift.met.filter(isHere).reduce((sum, { step }) => sum + step, 0)
  return {
    contacts: Math.max(0, (visit?.contacts ?? 0) + steps),
    lines: [...given.map(as('given')), ...asked.map(as('asked'))],
    last: given.at(-1) ?? null,
    tiles: shift.items
      .filter(({ id, tile }) => tile || given.concat(asked).some(({ item }) => item === id))
      .map((item) => ({
        ...item,
        given: sumOf(given, item.id),
        asked: sumOf(asked, item.id),
        left: shift.left.get(item.id) ?? 0,
      })),
  }
}

const as = (kind) => (line) => ({ ...line, kind })

function sumOf(lines, id) {
  return lines.reduce((sum, { item, quantity }) => (item === id ? sum + quantity : sum), 0)
}

/** Stops still to make on the route, and what each can get of an item: whole units, at least none. */
export function perStop(left, stopsToGo) {
  return stopsToGo > 0 ? Math.max(0, Math.floor(left / stopsToGo)) : null
}
