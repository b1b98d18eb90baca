import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { CleanUpFields } from './fields.tsx'

export function NewCleanUp({ filled, sectors }: { filled: Filled; sectors: readonly string[] }) {
  const { sharps, common } = useSay()
  const { cleanUps } = sharps
  const failed = Object.keys(filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: cleanUps.begin }) : cleanUps.begin
  return (
    <Layout title={title} section="sharps" narrow>
      <Head title={cleanUps.begin} lead={cleanUps.beginLead} />
      <Form action="/clean-ups" filled={filled}>
        <CleanUpFields {...{ filled, sectors }} found={null} />
        <Actions save={cleanUps.beginIt} cancel="/clean-ups" />
      </Form>
    </Layout>
  )
}
