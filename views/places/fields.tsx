// The fields of a place: each kind asks for its own.
import type { Place } from '#src/catalog/places.ts'
import type { Kind } from '#src/places/kinds.ts'
import type { placeById } from '#src/places/queries.ts'
import {
  CheckField,
  DayField,
  type Filled,
  InputField,
  QuantityField,
  SelectField,
  shownIn,
} from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { SupplierFields } from './supplier-fields.tsx'

export type FoundPlace = NonNullable<Awaited<ReturnType<typeof placeById>>>

type FieldsProps = {
  kind: Kind
  filled: Filled
  found: FoundPlace | null
  stockrooms: readonly Place[]
}

export function PlaceFields(props: FieldsProps) {
  const { kind, filled, found } = props
  const { places, common } = useSay()
  const isVenue = kind === 'venue'
  const place = found?.place
  return (
    <div class="fields gap">
      <InputField
        {...{ name: 'nameFr', filled, value: place?.nameFr }}
        label={isVenue ? places.aliasFr : common.nameFr}
        hint={isVenue ? places.aliasHint : undefined}
      />
      <InputField
        {...{ name: 'nameEn', filled, value: place?.nameEn }}
        label={isVenue ? places.aliasEn : common.nameEn}
        hint={common.nameHint}
      />
      {isServed(kind) && <ServedFields {...props} />}
      {kind === 'supplier' && <SupplierFields filled={filled} found={found} />}
      {kind === 'donor' && (
        <CheckField
          {...{ name: 'anonymous', label: places.anonymous, filled }}
          value={place?.anonymous ? 'on' : ''}
        />
      )}
    </div>
  )
}

function isServed(kind: Kind): boolean {
  return kind === 'stockroom' || kind === 'bag' || kind === 'venue'
}

// In the order people think of them; of the other roles there is one, built in.
const stockroomRoles = ['store', 'kitchen', 'clothing-bank'] as const
const venueRoles = [
  ...(['street', 'bar', 'hotel', 'peep-show', 'strip-club'] as const),
  ...(['home', 'neighbour', 'online', 'event'] as const),
]

function ServedFields({ kind, filled, found, stockrooms }: FieldsProps) {
  const say = useSay()
  const { places, common } = say
  const place = found?.place
  const roles = kind === 'stockroom' ? stockroomRoles : kind === 'venue' ? venueRoles : []
  const isEvent = kind === 'venue' && shownIn(filled, 'role', place?.role) === 'event'
  const isFed =
    kind === 'bag' ||
    isEvent ||
    place?.role === 'drop-in-shelves' ||
    place?.role === 'drop-in-floor'
  return (
    <>
      {roles.length > 0 && !found?.isBuiltIn && (
        <SelectField
          {...{ name: 'role', label: places.kind, filled, value: place?.role }}
          options={roles.map((value) => ({ value, label: common.locationRoles[value] }))}
        />
      )}
      <SelectField
        {...{ name: 'stream', label: places.service, filled, hint: places.serviceHint }}
        value={place ? (place.stream ?? '') : kind === 'stockroom' ? '' : 'outreach'}
        options={Object.entries(common.streams).map(([value, label]) => ({ value, label }))}
        {...(kind === 'stockroom' && { none: places.noService })}
      />
      {isEvent && <EventDays filled={filled} place={place} />}
      {kind === 'venue' && !isEvent && place?.role !== 'drop-in-floor' && (
        <Visited filled={filled} place={place} />
      )}
      {isFed && (
        <SelectField
          {...{ name: 'feederId', label: places.feeder, filled }}
          value={place ? place.feederId : stockrooms[0]?.id}
          none={places.noFeeder}
          options={stockrooms.map((each) => ({ value: each.id, label: say.name(each) }))}
        />
      )}
    </>
  )
}

/** How often it is visited, and the agreement with whoever runs it: signed once, looked at again. */
function Visited({ filled, place }: { filled: Filled; place: Place | undefined }) {
  const { venues, places } = useSay()
  return (
    <>
      <QuantityField
        {...{ name: 'visitEveryDays', label: places.visitEvery, filled }}
        value={place ? place.visitEveryDays : 7}
        hint={places.visitEveryHint}
        optional
      />
      <DayField
        {...{ name: 'agreementSignedOn', label: venues.agreementSigned, filled, optional: true }}
        value={place?.agreementSignedOn}
      />
      <DayField
        {...{ name: 'agreementReviewOn', label: venues.agreementReview, filled, optional: true }}
        value={place?.agreementReviewOn}
      />
    </>
  )
}

/** When an event is: one day, or from one to another. */
function EventDays({ filled, place }: { filled: Filled; place: Place | undefined }) {
  const { events } = useSay()
  return (
    <>
      <DayField
        {...{ name: 'startsOn', label: events.startsOn, filled, optional: true }}
        value={place?.startsOn}
      />
      <DayField
        {...{ name: 'endsOn', label: events.endsOn, filled, optional: true }}
        value={place?.endsOn}
      />
    </>
  )
}
