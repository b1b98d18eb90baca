import type { Named } from '#src/messages/index.ts'
import { type Filled, QuantityField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

export type TypeChoice = Named & { readonly id: number }

/** Of which kind the containers were, and how many, each as full as the others. */
export function ContainerFields({
  filled,
  types,
}: {
  filled: Filled
  types: readonly TypeChoice[]
}) {
  const say = useSay()
  const { measures } = say.sharps
  return (
    <>
      <SelectField
        {...{ name: 'typeId', label: measures.type, filled, hint: measures.typeHint }}
        value={types[0]?.id}
        none={measures.noType}
        options={types.map((type) => ({ value: type.id, label: say.name(type) }))}
      />
      <QuantityField
        {...{ name: 'containers', label: measures.containers, filled, value: 1 }}
        hint={measures.containersHint}
      />
    </>
  )
}
