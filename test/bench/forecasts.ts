// What empty shelves cost a forecast, and how much of it is won back, on series of our own making: each shelf
// is filled every Monday, to a share of what a week asks for on average.
import type { DemandHistory, StockOut } from '#src/planning/demand-history.ts'
import { forecast, SHOWN_LEVELS } from '#src/planning/forecast.ts'
import { fromShelf, numbersFrom, poisson } from '#test/planning/made-history.ts'

const series = 150
const days = 280
const ahead = 14
const origins = 8

type Made = { readonly demand: readonly number[]; readonly weeklyMean: number }

/** The share of the loss that the shelf caused and that knowing the shelf wins back; 1 is all of it. */
export function recovered(fillTo: number): number {
  const losses = { full: 0, blind: 0, told: 0 }
  for (const { demand, weeklyMean } of made()) {
    const { handedOut, stockOut } = fromShelf(demand, Math.round(fillTo * weeklyMean))
    for (let origin = 0; origin < origins; origin++) {
      const at = days - ahead * (origins - origin)
      const asked = sum(demand.slice(at, at + ahead))
      const scale = change(demand.slice(0, at)) * Math.sqrt(ahead)
      const lossOf = (history: DemandHistory) => pinball(history, asked) / scale
      losses.full += lossOf(daily(demand.slice(0, at)))
      losses.blind += lossOf(daily(handedOut.slice(0, at)))
      losses.told += lossOf(daily(handedOut.slice(0, at), stockOut.slice(0, at)))
    }
  }
  return (losses.blind - losses.told) / (losses.blind - losses.full)
}

function made(): Made[] {
  const random = numbersFrom(11)
  return Array.from({ length: series }, (_, index) => {
    const level = 0.4 + (index % 6) * 0.6
    const means = [0.7, 0.8, 0.9, 1, 1.3, 1.5, 0.8].map((share) => share * level)
    // Overdispersed, as demand is: how many come in a day is as uneven as waiting for them.
    const demand = Array.from({ length: days }, (_, day) =>
      poisson((means[day % 7] ?? 0) * -Math.log(1 - random()), random),
    )
    return { demand, weeklyMean: sum(means) }
  })
}

function daily(handedOut: readonly number[], stockOut?: readonly StockOut[]): DemandHistory {
  return { frequency: 'D', startOn: '2025-01-06', handedOut, ...(stockOut && { stockOut }) }
}

/** Mean pinball loss of the sum over the days ahead, over all levels shown. */
function pinball(history: DemandHistory, asked: number): number {
  const { cumulative } = forecast(history, Array(ahead).fill(1))
  const losses = cumulative.map(({ level, units }) =>
    asked >= units ? level * (asked - units) : (1 - level) * (units - asked),
  )
  return sum(losses) / SHOWN_LEVELS.length
}

function change(demand: readonly number[]): number {
  const steps = demand.slice(1).map((asked, day) => Math.abs(asked - (demand[day] ?? 0)))
  return sum(steps) / steps.length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
