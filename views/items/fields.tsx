// The fields of an item, new or edited.
import type { itemById } from '#src/items/queries.ts'
import type { Named } from '#src/messages/index.ts'
import { CheckField, type Filled, InputField, QuantityField, SelectField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

export type ItemPage = NonNullable<Awaited<ReturnType<typeof itemById>>>

type FieldsProps = { filled: Filled; found: ItemPage | null; families: readonly Named[] }

export function ItemFields(props: FieldsProps) {
  const { catalogue } = useSay()
  const { sections } = catalogue
  return (
    <>
      <Section id="what" title={sections.what}>
        <WhatFields {...props} />
      </Section>
      <Section id="followed" title={sections.tracking}>
        <TrackingFields {...props} />
      </Section>
      <Section id="where" title={sections.where}>
        <WhereFields {...props} />
      </Section>
      <Section id="planning" title={sections.planning}>
        <PlanningFields {...props} />
      </Section>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children?: unknown }) {
  return (
    <section class="panel gap" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="fields">{children}</div>
    </section>
  )
}

function WhatFields({ filled, found, families }: FieldsProps) {
  const { catalogue, common } = useSay()
  const item = found?.item
  return (
    <>
      <InputField {...{ name: 'nameFr', label: common.nameFr, filled, value: item?.nameFr }} />
      <InputField
        {...{ name: 'nameEn', label: common.nameEn, filled, value: item?.nameEn }}
        hint={common.nameHint}
      />
      <InputField
        {...{ name: 'code', label: catalogue.code, filled, value: item?.code }}
        hint={catalogue.codeHint}
      />
      <ShortFields {...{ filled, found, families }} />
      <SelectField
        {...{ name: 'category', label: catalogue.category, filled, value: item?.category }}
        options={options(common.categories)}
      />
      <UnitFields {...{ filled, found, families }} />
      <FamilyFields {...{ filled, found, families }} />
    </>
  )
}

function ShortFields({ filled, found }: FieldsProps) {
  const { catalogue } = useSay()
  const item = found?.item
  return (
    <>
      <InputField
        {...{
          name: 'shortFr',
          label: catalogue.shortFr,
          filled,
          value: item?.shortFr,
          optional: true,
        }}
        maxlength={14}
      />
      <InputField
        {...{
          name: 'shortEn',
          label: catalogue.shortEn,
          filled,
          value: item?.shortEn,
          optional: true,
        }}
        hint={catalogue.shortHint}
        maxlength={14}
      />
    </>
  )
}

function UnitFields({ filled, found }: FieldsProps) {
  const { catalogue } = useSay()
  const item = found?.item
  const unitHint = found?.hasMoved ? catalogue.unitFixedHint : catalogue.unitHint
  return (
    <>
      <InputField {...{ name: 'unitFr', label: catalogue.unitFr, filled, value: item?.unitFr }} />
      <InputField
        {...{ name: 'unitEn', label: catalogue.unitEn, filled, value: item?.unitEn }}
        hint={unitHint}
      />
    </>
  )
}

function FamilyFields({ filled, found, families }: FieldsProps) {
  const say = useSay()
  const { catalogue } = say
  return (
    <>
      <InputField
        {...{ name: 'family', label: catalogue.family, filled, hint: catalogue.familyHint }}
        value={found?.family && say.name(found.family)}
        list="families"
        optional
      />
      <datalist id="families">
        {families.map((family) => (
          <option value={say.name(family)} />
        ))}
      </datalist>
      <InputField
        {...{ name: 'size', label: catalogue.size, filled, value: found?.item.size }}
        hint={catalogue.sizeHint}
        optional
      />
    </>
  )
}

function TrackingFields({ filled, found }: FieldsProps) {
  const { catalogue } = useSay()
  const item = found?.item
  return (
    <>
      <SelectField
        {...{ name: 'tracking', label: catalogue.tracking, filled, value: item?.tracking }}
        options={options(catalogue.trackings)}
        hint={catalogue.trackingHint}
      />
      <SelectField
        {...{ name: 'lots', label: catalogue.lots, filled, value: item?.lots }}
        options={options(catalogue.lotKinds)}
      />
      <SelectField
        {...{ name: 'expiry', label: catalogue.expiry, filled, value: item?.expiry ?? 'none' }}
        options={options(catalogue.expiryKinds)}
      />
      <QuantityField
        {...{ name: 'graceDays', label: catalogue.graceDays, filled }}
        value={item?.graceDays ?? 0}
        hint={catalogue.graceHint}
      />
      <QuantityField
        {...{ name: 'minimumLifeDays', label: catalogue.minimumLifeDays, filled }}
        value={item?.minimumLifeDays ?? 0}
        hint={catalogue.minimumLifeHint}
      />
    </>
  )
}

function WhereFields({ filled, found }: FieldsProps) {
  const { catalogue } = useSay()
  const on = (allowed: boolean | undefined) => (allowed === false ? ('' as const) : ('on' as const))
  return (
    <>
      <CheckField
        {...{ name: 'allowedInBags', label: catalogue.allowedInBags, filled }}
        value={on(found?.item.allowedInBags)}
      />
      <CheckField
        {...{ name: 'allowedAtDropIn', label: catalogue.allowedAtDropIn, filled }}
        value={on(found?.item.allowedAtDropIn)}
      />
      <CheckField
        {...{ name: 'isSharp', label: catalogue.isSharp, filled }}
        value={on(found?.item.isSharp ?? false)}
      />
    </>
  )
}

function PlanningFields({ filled, found }: FieldsProps) {
  const { catalogue } = useSay()
  const item = found?.item
  return (
    <>
      <QuantityField
        {...{ name: 'serviceLevelPercent', label: catalogue.serviceLevelPercent, filled }}
        value={item?.serviceLevelPercent ?? 95}
        hint={catalogue.serviceLevelHint}
      />
      <QuantityField
        {...{ name: 'minimumStock', label: catalogue.minimumStock, filled }}
        value={item?.minimumStock}
        hint={catalogue.minimumHint}
        optional
      />
      <QuantityField
        {...{ name: 'maximumStock', label: catalogue.maximumStock, filled }}
        value={item?.maximumStock}
        optional
      />
    </>
  )
}

function options(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
