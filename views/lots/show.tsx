import type {
  componentsOf,
  kitLotsFrom,
  lotById,
  movementsOfLot,
  placesOfLot,
} from '#src/lots/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import type { Filled } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'
import type { Overtaking } from '../shared/versioned.tsx'
import { Correction, Hold } from './forms.tsx'

export type Found = NonNullable<Awaited<ReturnType<typeof lotById>>>
export type KitLots = Awaited<ReturnType<typeof kitLotsFrom>>

type LotPageProps = {
  found: Found
  places: Awaited<ReturnType<typeof placesOfLot>>
  components: Awaited<ReturnType<typeof componentsOf>>
  kits: KitLots
  movements: Awaited<ReturnType<typeof movementsOfLot>>
  overtaking: Overtaking
  correction: Filled
  hold: Filled
}

export function LotPage(props: LotPageProps) {
  const say = useSay()
  const { found, components, kits, correction, hold, overtaking } = props
  const { lot, item } = found
  const words = say.catalogue.lot
  const title = words.title({ code: lot.code, item: say.name(item) })
  const failed = [correction, hold].some(({ problems }) => Object.keys(problems).length > 0)
  return (
    <Layout title={failed ? say.common.errorTitle({ title }) : title} section="stock">
      <Head title={title} lead={lot.kind === 'real' ? undefined : words.kinds[lot.kind]} />
      <div class="split">
        <div>
          <Facts found={found} />
          <Hold {...props} overtaking={wasSent(hold) ? overtaking : null} />
        </div>
        <div>
          <Places {...props} />
          {components.length > 0 && <Related title={words.components} rows={components} of={lot} />}
          {kits.length > 0 && <Related title={words.kits} rows={kits} of={lot} />}
        </div>
      </div>
      <Movements {...props} />
      {lot.kind === 'real' && (
        <Correction {...props} overtaking={wasSent(correction) ? overtaking : null} />
      )}
    </Layout>
  )
}

/** Two forms share the page: what others changed stands above the one that was refused for it. */
function wasSent({ typed }: Filled): boolean {
  return 'version' in typed
}

function Facts({ found }: { found: Found }) {
  const say = useSay()
  const { lot, item, lastUsableOn, isPastUse } = found
  const words = say.catalogue.lot
  return (
    <section class="panel">
      <dl class="facts">
        <Fact name={words.item}>
          <a href={`/items/${item.id}`}>{say.name(item)}</a>
        </Fact>
        {lot.code !== '' && <Fact name={words.number}>{lot.code}</Fact>}
        <Fact name={words.expiresOn}>
          {lot.expiresOn ? say.day(lot.expiresOn) : item.expiry === 'none' ? '–' : words.noDate}
        </Fact>
        {lastUsableOn !== null && (
          <Fact name={words.lastUsable}>
            {say.day(lastUsableOn)} {isPastUse && <span class="pill now">{words.pastUse}</span>}
          </Fact>
        )}
      </dl>
      {lot.heldOn !== null && (
        <p>
          <span class="pill soon">{words.held}</span>{' '}
          {words.heldSince({ day: lot.heldOn, reason: lot.heldReason ?? '' })}
        </p>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Places({ places, found }: LotPageProps) {
  const say = useSay()
  const words = say.catalogue.lot
  return (
    <section class="panel" aria-labelledby="where">
      <h2 id="where">{words.whereNow}</h2>
      {places.length === 0 ? (
        <p class="muted">{words.nowhere}</p>
      ) : (
        <table class="terms">
          <tbody>
            {places.map((place) => (
              <tr>
                <th scope="row">{say.name(place)}</th>
                <td>{say.units(place.quantity, found.item)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type RelatedRow = KitLots[number] & { readonly quantity?: number }

function Related({
  title,
  rows,
  of,
}: {
  title: string
  rows: readonly RelatedRow[]
  of: Found['lot']
}) {
  const say = useSay()
  const words = say.catalogue.lot
  const isLater = ({ lot }: RelatedRow) =>
    of.expiresOn !== null && lot.recipeId !== null && (lot.expiresOn ?? '9999') > of.expiresOn
  return (
    <section class="panel gap">
      <h2>{title}</h2>
      <ul role="list" class="tasks">
        {rows.map((row) => (
          <li>
            <div>
              <a href={`/lots/${row.lot.id}`}>
                {words.title({ code: row.lot.code, item: say.name(row.item) })}
              </a>
              <small>
                {[
                  row.lot.expiresOn && say.day(row.lot.expiresOn),
                  row.quantity && words.component({ quantity: row.quantity }),
                  isLater(row) && words.laterThanThis,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
            {row.lot.heldOn !== null && <span class="pill soon">{words.held}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Movements({ movements, found }: LotPageProps) {
  const say = useSay()
  const { entries, catalogue, common } = say
  const words = catalogue.lot
  return (
    <section aria-labelledby="movements">
      <h2 id="movements">{words.whereWent}</h2>
      {movements.length === 0 ? (
        <Empty icon="moves" title={words.noEntries} hint={words.noEntriesHint} />
      ) : (
        <Table
          caption={words.whereWent}
          rows={movements}
          columns={[
            {
              head: words.entry,
              cell: (row) => (
                <>
                  <a href={`/entries/${row.entryId}`}>{entries.kinds[row.kind]}</a>{' '}
                  {row.sign === -1 && <span class="pill">{words.takenBack}</span>}
                </>
              ),
            },
            { head: words.day, kind: 'two', cell: (row) => say.day(row.happenedOn) },
            { head: words.from, kind: 'half', cell: (row) => say.name(row.from) },
            { head: words.to, kind: 'half', cell: (row) => say.name(row.to) },
            {
              head: common.quantity,
              kind: 'n',
              cell: (row) => say.units(row.quantity, found.item),
            },
          ]}
        />
      )}
      <NextPage rows={movements} />
    </section>
  )
}
