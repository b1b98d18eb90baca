// What a night was: people, what moved, what was missing, what was noted of the kitchen.
import type { NightSheet } from '#src/dropin/nights/night-sheet.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

export function WhatMoved({ night, moved, rough }: NightSheet) {
  const say = useSay()
  const { dropin, bags } = say
  return (
    <>
      <p>
        <b>{bags.people_({ count: night.contacts })}</b>
      </p>
      {moved.length === 0 ? (
        <p>{dropin.nothingMoved}</p>
      ) : (
        <Table
          caption={dropin.moved}
          rows={moved}
          dense
          columns={[
            { head: say.common.item, cell: (row) => say.name(row) },
            {
              ...{ head: dropin.given, kind: 'n half' },
              cell: (row) => (row.given > 0 ? say.units(row.given, row) : '–'),
              isZero: (row) => row.given === 0,
            },
            {
              ...{ head: bags.asked, kind: 'n half' },
              cell: (row) => (row.asked > 0 ? say.number(row.asked) : '–'),
              isZero: (row) => row.asked === 0,
            },
          ]}
        />
      )}
      {rough.length > 0 && <Noted rough={rough} />}
    </>
  )
}

function Noted({ rough }: Pick<NightSheet, 'rough'>) {
  const say = useSay()
  const { dropin } = say
  return (
    <section aria-labelledby="noted">
      <h2 id="noted">{dropin.kitchen}</h2>
      <dl class="differences">
        {rough.map((item) => {
          const level = item.seen.find(({ kind }) => kind === 'level')?.amount
          const used = item.seen.reduce(
            (sum, { kind, amount }) => sum + (kind === 'use' ? amount : 0),
            0,
          )
          const words = [
            level !== undefined && dropin.levels[level],
            used > 0 && dropin.used({ quantity: used, item }),
          ]
          return (
            <div>
              <dt>{say.name(item)}</dt>
              <dd>{words.filter(Boolean).join(', ')}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
