import type { Place } from '#src/catalog/places.ts'
import type { Kind } from '#src/places/kinds.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { PlaceFields } from './fields.tsx'

type NewPlaceProps = { kind: Kind; filled: Filled; stockrooms: readonly Place[] }

export function NewPlace({ kind, filled, stockrooms }: NewPlaceProps) {
  const { places, common } = useSay()
  const title = places.add[kind]
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="catalogue" narrow>
      <Head title={title} />
      <Form action="/places" filled={filled}>
        <input type="hidden" name="kind" value={kind} />
        <PlaceFields {...{ kind, filled, stockrooms }} found={null} />
        <Actions save={places.save} cancel="/places" />
      </Form>
    </Layout>
  )
}
