import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, DayField, type Filled, Form, InputField, SelectField } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { usePage } from '../shared/page.tsx'

type NewDonationProps = {
  filled: Filled
  items: readonly ItemChoice[]
  places: readonly Place[]
  donors: readonly Place[]
}

export function NewDonation({ filled, items, places, donors }: NewDonationProps) {
  const { say, today } = usePage()
  const { donations, common } = say
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout
      title={failed ? common.errorTitle({ title: donations.log }) : donations.log}
      section="donations"
    >
      <Head title={donations.log} />
      <Form action="/donations" filled={filled}>
        <div class="fields">
          <InputField
            {...{ name: 'donor', label: donations.donor, filled, hint: donations.donorHint }}
            list="donors"
            optional
          />
          <DayField
            {...{ name: 'receivedOn', label: donations.receivedOn, filled, value: today }}
            hint={common.dayHint({ day: today })}
          />
          <SelectField
            {...{ name: 'placeId', label: donations.putAwayIn, filled, value: places[0]?.id }}
            options={places.map((place) => ({ value: place.id, label: say.name(place) }))}
          />
          <InputField
            {...{ name: 'value', label: donations.value, filled }}
            inputmode="decimal"
            optional
          />
        </div>
        <datalist id="donors">
          {donors.map((donor) => (
            <option value={say.name(donor)} />
          ))}
        </datalist>
        <Lines items={items} filled={filled} incoming />
        <Actions save={donations.saveIt} cancel="/donations" />
      </Form>
    </Layout>
  )
}
