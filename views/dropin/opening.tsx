// A coordinator hands a device over to the night.
import type { Opening } from '#src/catalog/calendar.ts'
import type { Device, Night } from '#src/dropin/tonight.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form, InputField } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { Devices } from './devices.tsx'
import { Planned } from './planned.tsx'

type OpenNightProps = {
  opening: Opening
  night: Night | null
  devices: readonly Device[]
  filled: Filled
}

export function OpenNight({ opening, night, devices, filled }: OpenNightProps) {
  const { say, today } = usePage()
  const { dropin, common } = say
  const failed = Object.keys(filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: dropin.openTitle }) : dropin.openTitle
  return (
    <Layout title={title} section="dropin" narrow>
      <Head title={dropin.openTitle} lead={`${say.weekday(today)}. ${dropin.openLead}`} />
      {opening.factor > 0 && <Planned opening={opening} />}
      {night?.closedOn && <p role="status">{dropin.wasClosed}</p>}
      <ul>
        {dropin.openFacts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      <Devices devices={devices} />
      <Form action="/drop-in/nights" filled={filled}>
        {opening.factor === 0 && (
          <>
            <p>{dropin.extra(opening)}</p>
            <InputField
              {...{ name: 'reason', label: dropin.reason, hint: dropin.reasonHint, filled }}
              maxlength={80}
            />
          </>
        )}
        <Actions save={dropin.openHere} cancel="/drop-in" />
      </Form>
    </Layout>
  )
}
