// What the screen shows of a shift: the working copy and what was tapped since. Pure.

/** `copy` as the server wrote it; `taps` made here that it does not hold yet, the oldest first. */
export function shiftOf(copy, taps) {
  const undone = new Set(taps.filter(({ kind }) => kind === 'undo').map(({ of }) => of))
  const known = new Set([...copy.given, ...copy.asked].map(({ id }) => id))
  const here = taps.filter((tap) => tap.kind !== 'undo' && !known.has(tap.id))
  const fresh = here.filter(({ id }) => !undone.has(id))
  const given = [...copy.given, ...fresh.filter(({ kind }) => kind === 'given')]
  const asked = [...copy.asked, ...fresh.filter(({ kind }) => kind === 'asked')]
  const visits = visitsOf(copy, here)
  const planned = plannedOf(copy, visits, fresh)
  return {
    ...copy,
    given: given.filter(({ id }) => !undone.has(id)),
    asked: asked.filter(({ id }) => !undone.has(id)),
    met: fresh.filter(({ kind }) => kind === 'met'),
    ...{ visits, planned, toGo: planned.filter(isToGo).length },
    left: leftOf(copy, fresh, undone),
  }
}

/** The stops of today, in the order they were made; one that was opened by mistake is none. */
function visitsOf(copy, taps) {
  const visits = copy.visits.map((visit) => ({ ...visit }))
  for (const { kind, venue, day } of taps) {
    const at = visits.findIndex((visit) => visit.venue === venue && visit.day === day)
    if (kind === 'none' && at >= 0) visits.splice(at, 1)
    if (kind !== 'none' && kind !== 'skip' && at < 0) visits.push({ venue, day, contacts: 0 })
  }
  return visits
}

/** The route in order, each stop done, skipped, next or later. */
function plannedOf({ planned = [] }, visits, taps) {
  const stops = planned.map(({ venue, name, skipped }) => {
    const told = taps.findLast((tap) => tap.kind === 'skip' && tap.venue === venue)
    // Somebody who stops where they meant to pass by has stopped.
    if (visits.some((visit) => visit.venue === venue)) return { venue, name, state: 'done' }
    return { venue, name, state: (told ?? { skipped }).skipped ? 'skipped' : 'later' }
  })
  const next = stops.find(isToGo)
  if (next) next.state = 'next'
  return stops
}

function isToGo({ state }) {
  return state === 'next' || state === 'later'
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
        perStop: perStop(shift.left.get(item.id) ?? 0, shift.toGo),
      })),
  }
}

const as = (kind) => (line) => ({ ...line, kind })

function sumOf(lines, id) {
  return lines.reduce((sum, { item, quantity }) => (item === id ? sum + quantity : sum), 0)
}

/** Whole units for each of the stops to go; null without a stop or without anything to share. */
export function perStop(left, stopsToGo) {
  return stopsToGo > 0 && left > 0 ? Math.floor(left / stopsToGo) : null
}
