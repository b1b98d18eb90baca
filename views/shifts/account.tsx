// What became of what a bag held: as a table when the shift is over, as one line an item at its return.

import type { Say } from '#src/messages/index.ts'
import type { Account, ItemAccount } from '#src/shifts/account.ts'
import { useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'

type Term = keyof Account

const cameIn: readonly Term[] = ['carriedIn', 'putIn', 'toppedUp', 'found']
const wentOut: readonly Term[] = ['given', 'unlogged', 'lost', 'otherwise', 'putBack']

/** What every shift has; the others have a column when there is something in it. */
const usual: ReadonlySet<Term> = new Set<Term>(['carriedIn', 'putIn', 'given', 'left'])

/** What a shift that is back did with each item: both sides of the sentence add up in every row. */
export function ShiftAccount({ accounts }: { accounts: readonly ItemAccount[] }) {
  const say = useSay()
  const { bags, common } = say
  const rows = accounts.filter(({ account }) => Object.values(account).some((each) => each !== 0))
  if (rows.length === 0) return null
  const isShown = (term: Term) => usual.has(term) || rows.some(({ account }) => account[term] !== 0)
  const left = cameIn.filter(isShown)
  const right = [...wentOut, 'left' as const].filter(isShown)
  const terms = [...left, ...right]
  const columns = terms.map(
    (term): Column<ItemAccount> => ({
      ...{ head: bags.terms[term], kind: terms.length === 4 ? 'n half' : 'n' },
      cell: ({ account }) => say.number(account[term]),
    }),
  )
  const words = (terms: readonly Term[]) => terms.map((term) => word(term, say)).join(' + ')
  return (
    <section>
      <h2>{bags.account}</h2>
      <p class="muted">{bags.equation({ left: words(left), right: words(right) })}</p>
      <Table
        caption={bags.account}
        rows={rows}
        dense
        columns={[{ head: common.item, cell: ({ item }) => say.name(item) }, ...columns]}
      />
    </section>
  )
}

/** "12 carried in + 48 put in − 11 given = 49 expected": what is nothing is not said. */
export function expectedFrom(account: Account, say: Say): string {
  const said = (term: Term) => `${say.number(account[term])} ${word(term, say)}`
  const isSome = (term: Term) => account[term] !== 0
  const plus = cameIn.filter(isSome)
  const sum = (plus.length > 0 ? plus : (['putIn'] as const)).map(said).join(' + ')
  const less = wentOut.filter(isSome).map((term) => ` − ${said(term)}`)
  return `${sum}${less.join('')} = ${say.bags.expectedLot({ expected: account.left })}`
}

function word(term: Term, { bags }: Say): string {
  return bags.terms[term].toLowerCase()
}
