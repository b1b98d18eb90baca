// Who records something, when, and by which request: every command is told, none looks.
import type { Day, Period } from './day.ts'

export type Recording = {
  /** UUID of the form or the tap; the same one twice counts once. */
  readonly requestId: string
  /** Null when a job or an import records. */
  readonly personId: number | null
  /** Instant, milliseconds since 1970. */
  readonly at: number
  /** The business day it is recorded on. */
  readonly today: Day
  readonly period: Period
}
