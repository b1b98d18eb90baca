import type { BinType } from '#src/sharps/bin-types/queries.ts'
import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form, PostButton } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'
import { type Overtaking, Version } from '../../shared/versioned.tsx'
import { BinTypeFields, type ContainerItem } from './fields.tsx'

type EditBinTypeProps = {
  type: BinType
  items: readonly ContainerItem[]
  filled: Filled
  overtaking: Overtaking
}

export function EditBinType({ type, items, filled, overtaking }: EditBinTypeProps) {
  const say = useSay()
  const { common } = say
  const { types } = say.sharps
  const failed = Object.keys(filled.problems).length > 0
  const name = say.name(type)
  const isRetired = type.retiredOn !== null
  return (
    <Layout title={failed ? common.errorTitle({ title: name }) : name} section="sharps" narrow>
      <Head title={name} lead={types.editLead} />
      <Form action={`/bin-types/${type.id}`} filled={filled}>
        <Version {...{ filled, overtaking }} current={type.version} />
        <BinTypeFields {...{ filled, items, type }} />
        <Actions save={types.save} cancel="/bin-types" />
      </Form>
      <section class="panel" aria-labelledby="retirement">
        <h2 id="retirement">{isRetired ? common.retired : common.retire}</h2>
        <p>{types.retireHint}</p>
        <PostButton
          action={`/bin-types/${type.id}/${isRetired ? 'restoration' : 'retirement'}`}
          fields={{ version: String(type.version) }}
        >
          {isRetired ? common.restore : common.retire}
        </PostButton>
      </section>
    </Layout>
  )
}
