import type { Place } from '#src/catalog/places.ts'
import type { Kind } from '#src/places/kinds.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form, PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'
import { type FoundPlace, PlaceFields } from './fields.tsx'

type EditPlaceProps = {
  found: FoundPlace
  kind: Kind
  stockrooms: readonly Place[]
  filled: Filled
  overtaking: Overtaking
}

export function EditPlace(props: EditPlaceProps) {
  const say = useSay()
  const { places, common } = say
  const { found, kind, filled, overtaking } = props
  const { place } = found
  const title = say.name(place)
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="catalogue" narrow>
      <Head
        title={title}
        lead={kind === 'bag' ? undefined : common.locationRoles[place.role]}
        actions={<Elsewhere {...props} />}
      />
      <Form action={`/places/${place.id}`} filled={filled}>
        <Version {...{ filled, overtaking }} current={place.version} />
        <Version {...{ name: 'seen', filled }} overtaking={null} current={found.termsSeen} />
        <PlaceFields {...props} />
        <Actions save={places.save} cancel="/places" />
      </Form>
      <Retirement {...props} />
    </Layout>
  )
}

function Elsewhere({ found: { place }, kind }: EditPlaceProps) {
  const { places, orders } = useSay()
  if (kind === 'supplier') {
    return (
      <a class="button" href={`/orders/suppliers/${place.id}`}>
        {orders.record.open}
      </a>
    )
  }
  if (kind !== 'bag' && (kind !== 'stockroom' || place.role === 'quarantine')) return null
  return (
    <a class="button" href={`/places/${place.id}/par`}>
      {kind === 'bag' ? places.par : places.parShelves}
    </a>
  )
}

function Retirement({ found: { place, isBuiltIn }, kind }: EditPlaceProps) {
  const { places, common } = useSay()
  const isRetired = place.retiredOn !== null
  if (isBuiltIn) return <p class="muted">{places.builtInHint}</p>
  return (
    <section class="panel" aria-labelledby="retirement">
      <h2 id="retirement">{isRetired ? common.retired : places.retire}</h2>
      <p>
        {place.retiredOn === null
          ? places.retireHint[kind]
          : places.retiredHint({ day: place.retiredOn })}
      </p>
      <div class="row">
        <PostButton
          action={`/places/${place.id}/${isRetired ? 'restoration' : 'retirement'}`}
          fields={{ version: String(place.version) }}
        >
          {isRetired ? common.restore : places.retire}
        </PostButton>
      </div>
    </section>
  )
}
