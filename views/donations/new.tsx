import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import type { Day } from '#src/day.ts'
import { Head, Layout } from '../layout.tsx'
import {
  Actions,
  type Filled,
  Form,
  HappenedOnField,
  InputField,
  SelectField,
} from '../shared/form.tsx'
import { EnterHint, Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'

type NewDonationProps = {
  filled: Filled
  /** The day to begin with: late entry of a pile keeps it from one to the next. */
  receivedOn: Day | null
  items: readonly ItemChoice[]
  places: readonly Place[]
  donors: readonly Place[]
}

export function NewDonation({ filled, receivedOn, items, places, donors }: NewDonationProps) {
  const say = useSay()
  const { donations, common } = say
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout
      title={failed ? common.errorTitle({ title: donations.log }) : donations.log}
      section="donations"
    >
      <Head title={donations.log} lead={<EnterHint />} />
      <Form action="/donations" filled={filled}>
        <div class="fields">
          <InputField
            {...{ name: 'donor', label: donations.donor, filled, hint: donations.donorHint }}
            list="donors"
            optional
          />
          <HappenedOnField
            {...{ name: 'receivedOn', label: donations.receivedOn, filled, value: receivedOn }}
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
