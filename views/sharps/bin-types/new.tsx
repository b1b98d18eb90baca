import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { BinTypeFields, type ContainerItem } from './fields.tsx'

type NewBinTypeProps = { filled: Filled; items: readonly ContainerItem[] }

export function NewBinType({ filled, items }: NewBinTypeProps) {
  const { sharps, common } = useSay()
  const { types } = sharps
  const failed = Object.keys(filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: types.add }) : types.add
  return (
    <Layout title={title} section="sharps" narrow>
      <Head title={types.add} lead={types.lead} />
      <Form action="/bin-types" filled={filled}>
        <BinTypeFields {...{ filled, items }} type={null} />
        <Actions save={types.save} cancel="/bin-types" />
      </Form>
    </Layout>
  )
}
