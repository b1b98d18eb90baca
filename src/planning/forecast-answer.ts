import { isDay } from '#src/day.ts'
import type { DemandHistory, Frequency, StockOut } from './demand-history.ts'
import { forecast } from './forecast.ts'

const LONGEST_HORIZON = 1_000
const MOST_UNITS = 1e9

type Asked = {
  readonly history: DemandHistory
  readonly plannedOpen: readonly number[]
  readonly levels: readonly number[]
}

/** The answer to one line: a forecast, or what is wrong with the line, both as JSON. */
export function answerLine(line: string): string {
  let id: unknown
  try {
    const request = parsed(line)
    id = request.id
    const { history, plannedOpen, levels } = asked(request)
    const { mean, cumulative } = forecast(history, plannedOpen, levels)
    const quantiles = Object.fromEntries(cumulative.map(({ level, units }) => [level, units]))
    return JSON.stringify({ id, mean, cumulative: quantiles })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return JSON.stringify({ id: id ?? idIn(line), error: message })
  }
}

/** The id of a line that cannot be read, where it can be made out all the same. */
function idIn(line: string): unknown {
  const [, written] = line.match(/"id"\s*:\s*("(?:[^"\\\p{Cc}]|\\["\\/bfnrt])*"|-?[1-9]\d*)/u) ?? []
  return written === undefined ? undefined : JSON.parse(written)
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (isRecord(value)) return value
  } catch {
    throw new RangeError('the line is not JSON')
  }
  throw new RangeError('the line is not a JSON object')
}

function asked(request: Record<string, unknown>): Asked {
  const handedOut = counts(request, 'history')
  const horizon = horizonOf(request.horizon)
  const open = optional(request, 'open', handedOut.length + horizon, isShare, 'numbers ≥ 0')
  const stockOut = optional(request, 'stockout', handedOut.length, isStockOut, 'none, out, ran-out')
  const unmet = optional(request, 'unmet', handedOut.length, isCount, 'whole numbers from 0 to 1e9')
  return {
    history: {
      frequency: frequencyOf(request.freq),
      startOn: startOf(request.start),
      handedOut,
      ...(open && { open: open.slice(0, handedOut.length) }),
      ...(stockOut && { stockOut }),
      ...(unmet && { unmet }),
    },
    plannedOpen: open?.slice(handedOut.length) ?? Array.from({ length: horizon }, () => 1),
    levels: levelsOf(request.levels),
  }
}

function counts(request: Record<string, unknown>, field: string): readonly number[] {
  const list = request[field]
  if (!Array.isArray(list) || list.length === 0)
    throw new RangeError(`${field}: a list of at least one count`)
  list.forEach((value, index) => {
    if (!isCount(value))
      throw new RangeError(
        `${field}[${index}]: a whole number from 0 to 1e9, not ${JSON.stringify(value)}`,
      )
  })
  return list
}

function optional<T>(
  request: Record<string, unknown>,
  field: string,
  length: number,
  is: (value: unknown) => value is T,
  allowed: string,
): readonly T[] | undefined {
  const list = request[field]
  if (list === undefined || list === null) return undefined
  if (!Array.isArray(list) || list.length !== length)
    throw new RangeError(`${field}: a list of ${length}`)
  const wrong = list.findIndex((value) => !is(value))
  if (wrong < 0) return list
  throw new RangeError(`${field}[${wrong}]: ${allowed}, not ${JSON.stringify(list[wrong])}`)
}

function horizonOf(value: unknown): number {
  if (isCount(value) && value >= 1 && value <= LONGEST_HORIZON) return value
  throw new RangeError(`horizon: a whole number from 1 to ${LONGEST_HORIZON}`)
}

function frequencyOf(value: unknown): Frequency {
  if (value === 'D' || value === 'W' || value === 'M') return value
  throw new RangeError('freq: D, W or M')
}

function startOf(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value
  throw new RangeError('start: a day, YYYY-MM-DD')
}

function levelsOf(value: unknown): readonly number[] {
  const isLevel = (level: unknown) => typeof level === 'number' && level > 0 && level < 1
  if (Array.isArray(value) && value.every(isLevel)) return value
  throw new RangeError('levels: a list of numbers above 0 and below 1')
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_UNITS
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function isStockOut(value: unknown): value is StockOut {
  return value === 'none' || value === 'out' || value === 'ran-out'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
