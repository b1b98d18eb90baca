// How a supplier delivers and until when it takes orders. Only what the chosen rhythm asks for shows.
import type { OrderDeadlines } from '#src/order-deadlines.ts'
import { DayField, type Filled, QuantityField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import type { FoundPlace } from './fields.tsx'

type SupplierFieldsProps = { filled: Filled; found: FoundPlace | null }

export function SupplierFields({ filled, found }: SupplierFieldsProps) {
  const { places } = useSay()
  const deadlines = found?.deadlines ?? null
  return (
    <>
      <QuantityField
        {...{ name: 'leadTimeDays', label: places.leadTime, filled }}
        value={found?.terms?.leadTimeDays}
        hint={places.leadTimeHint}
      />
      <fieldset class="fields rhythm">
        <legend>{places.deadlines}</legend>
        <p class="muted">{places.deadlinesHint}</p>
        <SelectField
          {...{ name: 'taken', label: places.taken, filled, value: deadlines?.every ?? 'request' }}
          options={Object.entries(places.takenWords).map(([value, label]) => ({ value, label }))}
        />
        <div data-for="request">
          <QuantityField
            {...{ name: 'reviewDays', label: places.review, filled, hint: places.reviewHint }}
            value={deadlines === null ? found?.terms?.reviewDays : null}
          />
        </div>
        <DeadlineFields {...{ filled, deadlines }} />
      </fieldset>
    </>
  )
}

type DeadlineFieldsProps = { filled: Filled; deadlines: OrderDeadlines | null }

function DeadlineFields({ filled, deadlines }: DeadlineFieldsProps) {
  const say = useSay()
  const { places, common } = say
  return (
    <>
      <div data-for="week">
        <SelectField
          {...{ name: 'deadlineWeekday', label: places.deadlineWeekday, filled, none: common.none }}
          value={deadlines?.every === 'week' ? deadlines.weekday : null}
          options={common.weekdays.map((label, index) => ({ value: index + 1, label }))}
        />
      </div>
      <div data-for="two-weeks">
        <DayField
          {...{ name: 'deadlineFrom', label: places.deadlineFrom, filled }}
          value={deadlines?.every === 'two-weeks' ? deadlines.from : null}
          hint={places.deadlineFromHint}
        />
      </div>
      <div data-for="month">
        <QuantityField
          {...{ name: 'deadlineDay', label: places.deadlineDay, filled }}
          value={deadlines?.every === 'month' ? deadlines.dayOfMonth : null}
          hint={places.deadlineDayHint}
        />
      </div>
      <div data-for="week two-weeks month">
        <SelectField
          {...{ name: 'deadlineHour', label: places.deadlineHour, filled }}
          value={deadlines?.hour ?? 12}
          options={Array.from({ length: 24 }, (_, index) => ({
            ...{ value: index + 1, label: say.hourWord(index + 1) },
          }))}
        />
      </div>
    </>
  )
}
