import type { ItemWithoutRecipe, KitRow } from '#src/kits/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type KitsProps = {
  kits: readonly KitRow[]
  others: readonly ItemWithoutRecipe[]
}

export function Kits({ kits: rows, others }: KitsProps) {
  const say = useSay()
  const { kits } = say
  return (
    <Layout title={kits.title} section="kits">
      <Head title={kits.title} lead={kits.lead} />
      {rows.length === 0 ? (
        <Empty icon="kit" title={kits.empty} hint={kits.emptyHint} />
      ) : (
        <KitTable rows={rows} />
      )}
      <details>
        <summary>{kits.newKit}</summary>
        <p class="muted">{kits.newKitHint}</p>
        <ul class="row" role="list">
          {others.map((item) => (
            <li>
              <a class="button" href={`/kits/${item.id}`}>
                {say.name(item)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </Layout>
  )
}

function KitTable({ rows }: { rows: readonly KitRow[] }) {
  const say = useSay()
  const { kits } = say
  return (
    <Table
      caption={kits.title}
      rows={rows}
      columns={[
        {
          head: kits.kit,
          cell: ({ kit }) => <a href={`/kits/${kit.id}`}>{say.name(kit)}</a>,
        },
        {
          head: kits.canBuild,
          kind: 'n half',
          cell: ({ possible, possibleThen }) => (
            <>
              <b>{say.number(possible)}</b>
              {possibleThen < possible && (
                <small>{kits.thenPossible({ kits: possibleThen })}</small>
              )}
            </>
          ),
        },
        { head: kits.onHand, kind: 'n half', cell: ({ onHand }) => say.number(onHand) },
        {
          head: kits.runsOutFirst,
          kind: 'full',
          cell: ({ limitedBy }) =>
            limitedBy?.item ? kits.left({ item: limitedBy.item, usable: limitedBy.usable }) : '–',
        },
        {
          head: kits.build,
          kind: 'full',
          cell: ({ kit, suggested }) => (
            <a class="button" href={`/kits/${kit.id}`}>
              {suggested > 0 ? kits.suggested({ quantity: suggested }) : kits.build}
            </a>
          ),
        },
      ]}
    />
  )
}
