// What a container holds, by its volume and by its weight; new or edited.
import type { Named } from '#src/messages/index.ts'
import type { BinType } from '#src/sharps/bin-types/queries.ts'
import { type Filled, InputField, QuantityField, SelectField } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'

export type ContainerItem = Named & { readonly id: number }

type FieldsProps = { filled: Filled; items: readonly ContainerItem[]; type: BinType | null }

export function BinTypeFields(props: FieldsProps) {
  const { types } = useSay().sharps
  return (
    <>
      <NameFields {...props} />
      <fieldset class="gap">
        <legend>{types.byVolume}</legend>
        <p class="muted">{types.byVolumeHint}</p>
        <VolumeFields {...props} />
      </fieldset>
      <fieldset class="gap">
        <legend>{types.byWeight}</legend>
        <p class="muted">{types.byWeightHint}</p>
        <WeightFields {...props} />
      </fieldset>
    </>
  )
}

function NameFields({ filled, items, type }: FieldsProps) {
  const say = useSay()
  const { common } = say
  const { types } = say.sharps
  return (
    <div class="fields">
      <InputField {...{ name: 'nameFr', label: common.nameFr, filled, value: type?.nameFr }} />
      <InputField
        {...{ name: 'nameEn', label: common.nameEn, filled, value: type?.nameEn }}
        hint={common.nameHint}
      />
      <SelectField
        {...{ name: 'itemId', label: types.item, filled, value: type?.itemId }}
        hint={types.itemHint}
        none={types.noItem}
        options={items.map((item) => ({ value: item.id, label: say.name(item) }))}
      />
    </div>
  )
}

function VolumeFields({ filled, type }: FieldsProps) {
  const say = useSay()
  const { types } = say.sharps
  const densities = ['densityLow', 'densityLikely', 'densityHigh'] as const
  return (
    <div class="fields gap">
      <InputField
        {...{ name: 'capacity', label: types.capacity, filled }}
        value={type && say.exact(type.capacityMl / 1000)}
        inputmode="decimal"
      />
      {densities.map((name) => (
        <QuantityField
          {...{ name, label: types[name], filled, value: type?.[name] ?? usual[name] }}
        />
      ))}
    </div>
  )
}

function WeightFields({ filled, type }: FieldsProps) {
  const say = useSay()
  const { types } = say.sharps
  const weights = [
    ['gramsLight', 'milligramsLight'],
    ['gramsLikely', 'milligramsLikely'],
    ['gramsHeavy', 'milligramsHeavy'],
  ] as const
  return (
    <div class="fields gap">
      <QuantityField
        {...{ name: 'tareGrams', label: types.tareGrams, filled, value: type?.tareGrams }}
      />
      {weights.map(([name, column]) => (
        <InputField
          {...{ name, label: types[name], filled }}
          value={say.exact((type?.[column] ?? usual[name]) / 1000)}
          inputmode="decimal"
        />
      ))}
    </div>
  )
}

/** What a new kind begins with, as the starter kinds do. */
const usual = {
  ...{ densityLow: 30, densityLikely: 45, densityHigh: 70 },
  ...{ gramsLight: 2000, gramsLikely: 3000, gramsHeavy: 5000 },
}
