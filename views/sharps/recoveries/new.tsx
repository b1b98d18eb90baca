import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form, HappenedOnField, SelectField } from '../../shared/form.tsx'
import { usePage } from '../../shared/page.tsx'
import { ContainerFields, type TypeChoice } from '../containers.tsx'
import { MeasureFields } from '../measure.tsx'

type NewRecoveryProps = {
  filled: Filled
  types: readonly TypeChoice[]
  sources: readonly ('drop-in' | 'people')[]
}

export function NewRecovery({ filled, types, sources }: NewRecoveryProps) {
  const { say, viewer } = usePage()
  const { sharps, common } = say
  const { recoveries } = sharps
  const failed = Object.keys(filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: recoveries.record }) : recoveries.record
  // Who walks the street is handed things there.
  const usual = viewer?.role === 'outreach' ? 'people' : 'drop-in'
  return (
    <Layout title={title} section="sharps" narrow>
      <Head title={recoveries.record} lead={recoveries.recordLead} />
      <Form action="/recoveries" filled={filled} class="stack">
        <MeasureFields filled={filled} />
        <div class="fields">
          <ContainerFields {...{ filled, types }} />
          <SelectField
            {...{ name: 'source', label: recoveries.source, filled, value: usual }}
            options={sources.map((value) => ({ value, label: recoveries.sources[value] }))}
          />
          <HappenedOnField {...{ name: 'happenedOn', label: common.day, filled }} />
        </div>
        <Actions save={recoveries.saveIt} cancel="/sharps" />
      </Form>
    </Layout>
  )
}
