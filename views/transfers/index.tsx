import type { placesToFill, StockMove } from '#src/transfers/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'

type TransfersProps = {
  moves: readonly StockMove[]
  toFill: Awaited<ReturnType<typeof placesToFill>>
}

export function Transfers({ moves, toFill }: TransfersProps) {
  const { transfers } = useSay()
  const actions = (
    <>
      {toFill.map((place) => (
        <a class="button quiet" href={`/transfers/new?fill=${place.id}`}>
          {transfers.fill({ place })}
        </a>
      ))}
      <a class="button" href="/losses/new">
        {transfers.recordLoss}
      </a>
      <a class="button primary" href="/transfers/new">
        {transfers.moveStock}
      </a>
    </>
  )
  return (
    <Layout title={transfers.title} section="transfers">
      <Head title={transfers.title} actions={actions} />
      {moves.length === 0 ? (
        <Empty icon="moves" title={transfers.empty} hint={transfers.emptyHint} />
      ) : (
        <MoveTable moves={moves} />
      )}
      <NextPage rows={moves} />
    </Layout>
  )
}

function MoveTable({ moves }: { moves: readonly StockMove[] }) {
  const say = useSay()
  const { transfers } = say
  return (
    <Table
      caption={transfers.title}
      rows={moves}
      columns={[
        { head: transfers.fromTo, cell: (move) => <Route move={move} /> },
        { head: transfers.what, kind: 'full', cell: (move) => whatMoved(move, say) },
        { head: transfers.happenedOn, kind: 'full', cell: (move) => <Days move={move} /> },
      ]}
    />
  )
}

function Route({ move }: { move: StockMove }) {
  const say = useSay()
  const { transfers } = say
  const [line] = move.lines
  const route = line && transfers.route({ from: say.name(line.from), to: say.name(line.to) })
  return (
    <>
      <a href={`/entries/${move.id}`}>{route ?? say.entries.kinds[move.kind]}</a>{' '}
      {move.kind === 'loss' && move.sign === 1 && <span class="pill soon">{transfers.loss}</span>}{' '}
      {move.sign === -1 && <span class="pill">{transfers.isReversal}</span>}{' '}
      {move.isTakenBack === 1 && <span class="pill">{transfers.takenBack}</span>}
    </>
  )
}

// More than this and the row is read no longer; the entry has them all.
const shown = 4

function whatMoved({ lines }: StockMove, say: ReturnType<typeof useSay>): string {
  const words = lines
    .slice(0, shown)
    .map(({ item, quantity }) => `${say.name(item)} ${say.number(quantity)}`)
  const rest = lines.length - words.length
  return [words.join(' · '), rest > 0 && say.transfers.andMore({ count: rest })]
    .filter(Boolean)
    .join(' ')
}

function Days({ move }: { move: StockMove }) {
  const say = useSay()
  return (
    <>
      {say.day(move.happenedOn)}
      {move.recordedOn !== move.happenedOn && (
        <small>{say.transfers.recorded({ day: move.recordedOn })}</small>
      )}
    </>
  )
}
