// What the forecast said before and what happened, from which anyone sees how far to trust it.
import type { PastForecast, TrackRecord as Track } from '#src/planning/track-record.ts'
import type { Item } from '#src/stock/item-card.ts'
import { useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'

type TrackRecordProps = { item: Item; track: Track }

export function TrackRecord({ item, track }: TrackRecordProps) {
  const { reorder } = useSay()
  const { days, forecasts, summary } = track
  const words = reorder.track
  const leftOut = forecasts.filter(({ isKnown }) => !isKnown).length
  return (
    <section class="panel" aria-labelledby="h-track" id="track">
      <h2 id="h-track">{words.title}</h2>
      {summary ? (
        <p>
          <b>{words.summary({ ...summary, days })}</b> {words.lean(summary)} {words.range(summary)}
        </p>
      ) : (
        <p>{words.tooFew({ compared: forecasts.length - leftOut })}</p>
      )}
      {leftOut > 0 && <p class="muted">{words.leftOut({ count: leftOut })}</p>}
      {forecasts.length > 1 && <Picture {...track} />}
      {forecasts.length > 0 && <AsTable {...{ item, track }} />}
    </section>
  )
}

const height = 150
const [top, foot] = [8, 26]
const size = 1000

/** The range as a band, what was expected as its dotted course, what was asked for as the line. */
function Picture({ days, forecasts, summary }: Track) {
  const say = useSay()
  const words = say.reorder.track
  const most = Math.max(1, ...forecasts.map(({ high, used }) => Math.max(high, used)))
  const [first, last] = [forecasts[0], forecasts.at(-1)]
  return (
    <figure class="picture">
      <div class="frame">
        <svg class="chart" height={height} aria-hidden="true">
          <text class="end" x="100%" y={top + 4}>
            {say.number(most)}
          </text>
          <text class="end" x="100%" y={height - foot + 4}>
            0
          </text>
        </svg>
        <svg class="chart" height={height} role="img" aria-labelledby="track-title">
          <title id="track-title">
            {[words.picture({ days }), summary && words.summary({ ...summary, days })].join(' ')}
          </title>
          <line class="axis" x1="0" x2="100%" y1={height - foot} y2={height - foot} />
          <Courses {...{ forecasts, most }} />
          <text x="0" y={height - 6}>
            {first && say.shortDay(first.from)}
          </text>
          <text class="end" x="100%" y={height - 6}>
            {last && say.shortDay(last.from)}
          </text>
        </svg>
      </div>
      <p class="key">
        <span>{words.key}</span>
      </p>
    </figure>
  )
}

function Courses({ forecasts, most }: Pick<Track, 'forecasts'> & { most: number }) {
  const x = (index: number) => Math.round((size * index) / (forecasts.length - 1))
  const y = (units: number) => Math.round(size * (1 - units / most))
  const course = (of: (each: PastForecast) => number) =>
    forecasts.map((each, index) => `${x(index)} ${y(of(each))}`)
  const band = [...course(({ high }) => high), ...course(({ low }) => low).reverse()]
  return (
    <svg
      class="plot"
      aria-hidden="true"
      y={top}
      width="100%"
      height={height - top - foot}
      viewBox={`0 0 ${size} ${size}`}
      preserveAspectRatio="none"
    >
      <path class="band" d={`M${band.join('L')}z`} />
      <path class="guess" d={`M${course(({ expected }) => expected).join('L')}`} />
      <path class="line" d={`M${course(({ used }) => used).join('L')}`} />
    </svg>
  )
}

/** The same as numbers; what was used opens the entries that add up to it. */
function AsTable({ item, track }: TrackRecordProps) {
  const { reorder, common, charts, ...say } = useSay()
  const words = reorder.track
  const columns: Column<PastForecast>[] = [
    {
      head: words.span,
      cell: ({ from, to, isKnown }) => (
        <>
          {say.shortSpan(from, to)}
          {!isKnown && <small>{words.notKnown}</small>}
        </>
      ),
    },
    { head: words.expected, kind: 'n', cell: ({ expected }) => say.number(expected) },
    { head: words.between, kind: 'n two', cell: charts.range },
    {
      ...{ head: words.used, kind: 'n' },
      cell: ({ from, to, used }) => (
        <a href={`/distribution/entries?item=${item.id}&from=${from}&to=${to}`}>
          {say.number(used)}
        </a>
      ),
    },
    {
      ...{ head: words.miss, kind: 'n' },
      cell: ({ used, expected, isKnown }) => (isKnown ? say.number(used - expected) : '–'),
    },
  ]
  return (
    <details>
      <summary>{common.chartTable}</summary>
      <Table dense caption={words.title} columns={columns} rows={track.forecasts.toReversed()} />
    </details>
  )
}
