// Changes in words: the field, what it was, what it is.
import type { Difference, Row } from '#src/catalog/change-differences.ts'
import type { Changes, ChangeTold, Names } from '#src/catalog/changes.ts'
import type { Say } from '#src/messages/index.ts'
import { usePage, useSay } from './page.tsx'

/** Above a form that somebody else was faster with: what they changed. */
export function Overtaken({ changes, isList }: { changes: Changes; isList: boolean }) {
  const { say, timeZone } = usePage()
  if (changes.list.length === 0) return null
  return (
    <section class="panel" aria-labelledby="overtaken">
      <h2 id="overtaken">{say.changes.overtaken}</h2>
      <p class="muted">{isList ? say.changes.overtakenList : say.changes.overtakenHint}</p>
      {changes.list.map((change) => (
        <div>
          <p>
            <b>{change.by ?? say.changes.nobody}</b>{' '}
            <span class="muted">{say.instant(change.changedAt, timeZone)}</span>
          </p>
          <Differences change={change} names={changes.names} />
        </div>
      ))}
    </section>
  )
}

export function Differences({ change, names }: { change: ChangeTold; names: Names }) {
  const say = useSay()
  const shown = change.differences.filter(
    // What is new has every field; those without a value say nothing.
    ({ after }) => change.kind !== 'new' || after !== null,
  )
  if (change.kind === 'removal') return null
  if (shown.length === 0) return <p class="muted">{say.changes.unchanged}</p>
  return (
    <dl class="differences">
      {shown.map((difference) => (
        <div>
          <dt>{labelOf(say, difference, { change, names })}</dt>
          <dd>{valuesOf(say, difference, { change, names })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** "Pack of Syringe 1 cc", "Settings": what was changed. */
export function changedThing(say: Say, change: ChangeTold): string {
  const words = say.changes.tables as Readonly<Record<string, string>>
  const word = words[change.tableName] ?? change.tableName
  if (change.subject) return `${word} ${say.name(change.subject)}`
  return ['order', 'order_line', 'visit', 'bin', 'clean_up'].includes(change.tableName)
    ? `${word} ${change.rowId}`
    : word
}

type About = { readonly change: ChangeTold; readonly names: Names }

function labelOf(say: Say, { field, refersTo, before, after }: Difference, { names }: About) {
  if (field === 'week') {
    const week = (after ?? before) as Row
    return say.changes.week({
      stream: say.common.streams[week.stream as keyof Say['common']['streams']],
      startsOn: String(week.startsOn),
    })
  }
  if (field === 'order') return say.changes.tables.par_line
  if (refersTo !== null) {
    const named = (field === 'line' ? names.items : names.places).get(refersTo)
    return named ? say.name(named) : String(refersTo)
  }
  return (say.changes.fields as Readonly<Record<string, string>>)[field] ?? field
}

function valuesOf(say: Say, { field, before, after }: Difference, about: About): string {
  if (field === 'order') return say.changes.orderChanged
  if (about.change.kind === 'new') return valueInWords(say, field, after, about)
  return say.changes.fromTo({
    before: valueInWords(say, field, before, about),
    after: valueInWords(say, field, after, about),
  })
}

function valueInWords(say: Say, field: string, value: Difference['before'], about: About): string {
  if (value === null) return field === 'week' ? say.changes.removedWeek : say.changes.nothing
  if (typeof value === 'object') return rowInWords(say, field, value, about)
  if (typeof value === 'boolean') return value ? say.common.yes : say.common.no
  if (field.endsWith('On') || field === 'day') return say.day(String(value))
  const reference = referred(say, field, Number(value), about)
  if (reference !== null) return reference
  return wordOf(say, field, String(value), about) ?? plain(say, value)
}

function rowInWords(say: Say, field: string, row: Row, { names }: About): string {
  if (field === 'stop') return say.changes.onRoute
  if (field === 'line') {
    return [say.number(Number(row.quantity)), priceInWords(say, row)].filter(Boolean).join(', ')
  }
  if (field === 'week') {
    const open = row.weekdays as readonly number[]
    const days = open.map((weekday) => say.common.weekdays[weekday - 1] ?? '')
    return days.length > 0 ? say.list(days) : say.changes.neverOpen
  }
  const pack = names.packs.get(Number(row.packId))
  const units = (value: Row[string] | undefined) =>
    typeof value === 'number' ? say.number(value) : ''
  return say.changes.supply({
    pack: pack ? say.catalogue.pack({ name: say.name(pack), size: pack.size }) : '',
    price: priceInWords(say, row),
    minimum: units(row.minimumOrder),
    maximum: units(row.maximumOrder),
  })
}

function priceInWords(say: Say, { price, priceUnits: units }: Row): string {
  if (typeof price !== 'number' || typeof units !== 'number') return ''
  const words = say.price(price)
  return units === 1
    ? say.lines.each({ each: words })
    : say.changes.priceFor({ price: words, units })
}

function referred(say: Say, field: string, id: number, { names }: About): string | null {
  const kinds: Readonly<Record<string, ReadonlyMap<number, Parameters<Say['name']>[0]>>> = {
    itemId: names.items,
    feederId: names.places,
    supplierId: names.places,
    familyId: names.families,
    packId: names.packs,
  }
  const named = kinds[field]?.get(id)
  return named ? say.name(named) : null
}

/** The word for a value that is one of a fixed list. */
function wordOf(say: Say, field: string, value: string, { change }: About): string | null {
  const { common, catalogue, places, reorder } = say
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    category: common.categories,
    stream: common.streams,
    period: common.periods,
    role: change.tableName === 'person' ? common.roles : common.locationRoles,
    tracking: catalogue.trackings,
    lots: catalogue.lotKinds,
    expiry: catalogue.expiryKinds,
    deadlineEvery: places.takenWords,
    level: reorder.levels,
  }
  if (field === 'fiscalYearStart') return say.settings.months[Number(value) - 1] ?? null
  if (field === 'deadlineHour') return say.hourWord(Number(value))
  if (field === 'dayEndsAtHour') return say.settings.hour({ hour: Number(value) })
  return lists[field]?.[value] ?? null
}

function plain(say: Say, value: string | number): string {
  return typeof value === 'number' ? say.number(value) : value
}
