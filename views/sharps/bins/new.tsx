import type { Named } from '#src/messages/index.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import {
  Actions,
  type Filled,
  Form,
  HappenedOnField,
  QuantityField,
  SelectField,
} from '../../shared/form.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { type Holder, HolderField } from './holder.tsx'

type Choice = Named & { readonly id: number }

type PlaceBinProps = {
  filled: Filled
  venues: readonly Choice[]
  types: readonly Choice[]
  holders: readonly Holder[]
  /** The venue the person came from. */
  venueId: number | null
}

export function PlaceBin(props: PlaceBinProps) {
  const { sharps, common } = useSay()
  const { bins } = sharps
  const failed = Object.keys(props.filled.problems).length > 0
  const title = failed ? common.errorTitle({ title: bins.place }) : bins.place
  const isReady = props.venues.length > 0 && props.types.length > 0
  return (
    <Layout title={title} section="sharps" narrow>
      <Head title={bins.place} lead={bins.placeLead} />
      {isReady ? <PlaceForm {...props} /> : <NotReady {...props} />}
    </Layout>
  )
}

function PlaceForm({ filled, venues, types, holders, venueId }: PlaceBinProps) {
  const say = useSay()
  const { bins } = say.sharps
  const named = (each: Choice) => ({ value: each.id, label: say.name(each) })
  return (
    <Form action="/bins" filled={filled}>
      <div class="fields">
        <SelectField
          {...{ name: 'venueId', label: say.venues.venue, filled, value: venueId ?? '' }}
          none={bins.chooseVenue}
          options={venues.map(named)}
        />
        <SelectField
          {...{ name: 'typeId', label: bins.container, filled, value: types[0]?.id }}
          options={types.map(named)}
        />
        <HappenedOnField {...{ name: 'happenedOn', label: say.common.day, filled }} />
        <QuantityField
          {...{ name: 'swapEveryDays', label: bins.swapEvery, filled, value: 30 }}
          hint={bins.swapEveryHint}
          optional
        />
        <HolderField {...{ filled, holders }} />
      </div>
      <Actions save={bins.placeIt} cancel="/sharps" />
    </Form>
  )
}

/** What has to be there first, and the way to it for who may open it. */
function NotReady({ venues }: PlaceBinProps) {
  const { say, viewer } = usePage()
  const { bins } = say.sharps
  const [title, hint, path, add] =
    venues.length === 0
      ? [say.venues.empty, say.venues.emptyHint, '/places/new?kind=venue', say.venues.add]
      : [...[say.sharps.types.empty, bins.noTypeHint, '/bin-types/new'], say.sharps.types.add]
  return (
    <Empty icon="bin" title={title ?? ''} hint={hint ?? ''}>
      {path && viewer?.mayOpen(path) && (
        <a class="button primary" href={path}>
          {add}
        </a>
      )}
    </Empty>
  )
}
