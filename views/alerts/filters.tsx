// What of the board is shown: a level, a category, a service. One leaves the others as they are.
import type { BoardFilter } from '#src/alerts/form.ts'
import type { Alert } from '#src/alerts/queries.ts'
import type { Category, Stream } from '#src/db/schema/index.ts'
import type { StockLevel } from '#src/planning/item-advice.ts'
import { CategoryField } from '../shared/category-field.tsx'
import { useSay } from '../shared/page.tsx'
import { StreamField } from '../shared/stream-field.tsx'

/** What a person can choose from. */
export type Choices = {
  readonly levels: readonly StockLevel[]
  readonly categories: readonly Category[]
  readonly streams: readonly Stream[]
}

/** The same board, or its spreadsheet, under this filter. */
export function boardPath(path: '/alerts' | '/alerts.csv', filter: Partial<BoardFilter>): string {
  const chosen = Object.entries(filter).filter(([, value]) => value)
  const query = new URLSearchParams(chosen as [string, string][]).toString()
  return query === '' ? path : `${path}?${query}`
}

type LevelsProps = {
  /** Of the category and the service that are shown, and on the board. */
  awake: readonly Alert[]
  /** Those that were put aside. */
  asleep: readonly Alert[]
  levels: readonly StockLevel[]
  filter: BoardFilter
}

/** Counts that filter the list; the one that is shown leads back to all. */
export function Levels({ awake, asleep, levels, filter }: LevelsProps) {
  const { reorder } = useSay()
  const countOf = (level: StockLevel) => awake.filter((alert) => alert.level === level).length
  return (
    <ul class="levels" role="list" aria-label={reorder.levelsLabel}>
      {levels.map((level) => (
        <Count {...{ level, filter, count: countOf(level) }} label={reorder.levels[level]} />
      ))}
      {(asleep.length > 0 || filter.level === 'snoozed') && (
        <Count level="snoozed" label={reorder.snooze.level} {...{ filter, count: asleep.length }} />
      )}
    </ul>
  )
}

type CountProps = {
  level: NonNullable<BoardFilter['level']>
  label: string
  count: number
  filter: BoardFilter
}

function Count({ level, label, count, filter }: CountProps) {
  const { reorder, number } = useSay()
  const isShown = level === filter.level
  return (
    <li class={level}>
      <a
        href={boardPath('/alerts', { ...filter, level: isShown ? null : level })}
        aria-current={isShown ? 'true' : undefined}
        title={isShown ? reorder.everyLevel : undefined}
      >
        <b>{number(count)}</b> {label}
      </a>
    </li>
  )
}

type FiltersProps = { filter: BoardFilter; choices: Choices }

export function Filters({ filter, choices }: FiltersProps) {
  const { reorder, common } = useSay()
  const isChosen = filter.category !== null || filter.stream !== null
  return (
    <details class="unprinted" open={isChosen}>
      <summary>{reorder.filter}</summary>
      <form class="filters fields brief" action="/alerts" method="get" aria-label={reorder.filter}>
        <CategoryField
          label={reorder.category}
          categories={choices.categories}
          chosen={filter.category}
        />
        <StreamField label={reorder.service} streams={choices.streams} chosen={filter.stream} />
        {filter.level && <input type="hidden" name="level" value={filter.level} />}
        <button type="submit">{common.show}</button>
      </form>
    </details>
  )
}

/** "Only injection, outreach. The figures are of all services together.": on paper too. */
export function Only({ filter: { category, stream, level } }: { filter: BoardFilter }) {
  const say = useSay()
  const { reorder, common } = say
  const words = [
    level && (level === 'snoozed' ? reorder.snooze.level : reorder.levels[level]),
    category && common.categories[category],
    stream && common.streams[stream],
  ].filter((word) => word !== null)
  if (words.length === 0) return null
  return (
    <p>
      {reorder.only({ words })} {stream && reorder.ofAllServices}{' '}
      <a class="unprinted" href="/alerts">
        {reorder.everything}
      </a>
    </p>
  )
}
