import { z } from 'zod'
import { type Day, isDay, monthOf } from '#src/day.ts'
import { type ReportPeriod, reportLengths, reportPeriod } from '#src/report-period.ts'

/** What a report is about: its length and a month in it. What cannot be read is the year of today. */
export const reportQuery = ({ today, startMonth }: { today: Day; startMonth: number }) =>
  z
    .object({
      length: z.enum(reportLengths).catch('year'),
      month: z
        .string()
        .refine((month) => isMonth(month) && month <= monthOf(today))
        .catch(monthOf(today)),
    })
    .transform(({ length, month }): ReportPeriod => reportPeriod(length, month, startMonth))

const earliest = '2000-01'

function isMonth(typed: string): boolean {
  return isDay(`${typed}-01`) && typed >= earliest
}
