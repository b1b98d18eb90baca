// The same as a picture, as numbers: for those who cannot see it, and those who want to check it.
import { addDays } from '#src/day.ts'
import type { DayBalance, DayGuess, Delivery } from './chart-geometry.ts'
import { useSay } from './page.tsx'

type BalanceTableProps = {
  title: string
  past: readonly DayBalance[]
  deliveries: readonly Delivery[]
  forecast: readonly DayGuess[]
  compared: readonly DayBalance[]
}

/** Days on which something changed, then each day ahead. */
export function BalanceTable(props: BalanceTableProps) {
  const { title, past, deliveries, forecast } = props
  const { charts, common, ...say } = useSay()
  const cameIn = new Map(deliveries.map(({ day, quantity }) => [day, quantity]))
  const before = new Map(past.map(({ day, quantity }) => [addDays(day, 1), quantity]))
  const changed = past.filter(
    ({ day, quantity }, index) =>
      index === 0 || index === past.length - 1 || before.get(day) !== quantity || cameIn.has(day),
  )
  return (
    <details>
      <summary>{common.chartTable}</summary>
      <table class="data" role="table">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{common.day}</th>
            <th scope="col" class="n">
              {charts.cameIn}
            </th>
            <th scope="col" class="n">
              {charts.closing}
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ day, quantity }) => (
            <tr>
              <th scope="row">{say.day(day)}</th>
              <td class="n">{cameIn.has(day) ? say.number(cameIn.get(day) ?? 0) : ''}</td>
              <td class="n">{say.number(quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {forecast.length > 0 && <ForecastTable {...props} />}
    </details>
  )
}

function ForecastTable({ title, forecast, compared }: BalanceTableProps) {
  const { charts, common, whatIf, ...say } = useSay()
  const others = new Map(compared.map(({ day, quantity }) => [day, quantity]))
  return (
    <table class="data" role="table">
      <caption class="hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{common.day}</th>
          <th scope="col" class="n">
            {charts.likely}
          </th>
          <th scope="col" class="n">
            {charts.lowHigh}
          </th>
          {compared.length > 0 && (
            <th scope="col" class="n">
              {whatIf.asNow}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {forecast.map(({ day, median, most }) => (
          <tr>
            <th scope="row">{say.day(day)}</th>
            <td class="n">{say.number(median)}</td>
            <td class="n">{charts.range(most)}</td>
            {compared.length > 0 && <td class="n">{say.number(others.get(day) ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
