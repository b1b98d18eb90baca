import type { Named } from '#src/messages/index.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { ItemFields } from './fields.tsx'

export function NewItem({ filled, families }: { filled: Filled; families: readonly Named[] }) {
  const { catalogue, common } = useSay()
  const failed = Object.keys(filled.problems).length > 0
  const title = catalogue.newTitle
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="catalogue" narrow>
      <Head title={title} />
      <Form action="/items" filled={filled}>
        <ItemFields {...{ filled, families }} found={null} />
        <Actions save={catalogue.saveNew} cancel="/catalogue" />
      </Form>
    </Layout>
  )
}
