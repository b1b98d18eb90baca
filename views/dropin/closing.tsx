// Before a night is closed: what it was.
import type { NightSheet } from '#src/dropin/nights/night-sheet.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { Actions, Form } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'
import { WhatMoved } from './moved.tsx'

export function CloseNight({ sheet }: { sheet: NightSheet | null }) {
  const { say, today } = usePage()
  const { dropin } = say
  return (
    <Layout title={dropin.close} section="dropin" discreet narrow>
      <Head title={dropin.close} lead={say.weekday(today)} />
      {sheet ? (
        <>
          <WhatMoved {...sheet} />
          <Form action="/drop-in/closing">
            <p class="muted">{dropin.closeHint}</p>
            <Actions save={dropin.close} cancel="/drop-in" />
          </Form>
        </>
      ) : (
        <Empty icon="home" title={dropin.notBegun} hint={dropin.notBegunHint} />
      )}
    </Layout>
  )
}
