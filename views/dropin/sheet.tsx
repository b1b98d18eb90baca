// A night by hand: the same tiles as lines to tally on, boxes for heads, on one Letter page.
import type { Day } from '#src/day.ts'
import type { Rough } from '#src/dropin/kitchen.ts'
import type { Tile } from '#src/ledger/tally.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'

type SheetProps = {
  day: Day
  tiles: readonly Tile[]
  rough: readonly Rough[]
}

export function BlankSheet({ day, tiles, rough }: SheetProps) {
  const say = useSay()
  const { dropin } = say
  const half = Math.ceil(tiles.length / 2)
  return (
    <Layout title={dropin.sheet} section="dropin">
      <Head title={dropin.sheet} lead={say.weekday(day)} />
      <p class="muted unprinted">{dropin.sheetHint}</p>
      <div class="by-hand">
        <Heads />
        {tiles.length === 0 ? (
          <Empty icon="list" title={dropin.sheetEmpty} hint={dropin.empty} />
        ) : (
          <div class="halves">
            <Lines tiles={tiles.slice(0, half)} />
            {tiles.length > half && <Lines tiles={tiles.slice(half)} />}
          </div>
        )}
        {rough.length > 0 && <Kitchen rough={rough} />}
      </div>
    </Layout>
  )
}

const fives = Array.from({ length: 12 }, (_, index) => (index + 1) * 5)

/** Sixty boxes, one a person, numbered by fives. */
function Heads() {
  const { dropin } = useSay()
  return (
    <section aria-label={dropin.headcount} class="heads-by-hand">
      <p>
        <b>{dropin.headcount}</b> <small>{dropin.headsHint}</small>
      </p>
      <ol aria-hidden="true">
        {fives.map((last) => (
          <li>
            <i />
            <i />
            <i />
            <i />
            <i>{last}</i>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Lines({ tiles }: { tiles: readonly Tile[] }) {
  const say = useSay()
  const { dropin, common } = say
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{common.item}</th>
          <th scope="col" class="wide">
            {dropin.given}
          </th>
          <th scope="col">{common.total}</th>
          <th scope="col">{dropin.askedShort}</th>
        </tr>
      </thead>
      <tbody>
        {tiles.map(({ item }) => (
          <tr>
            <th scope="row">{say.short(item)}</th>
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Kitchen({ rough }: { rough: readonly Rough[] }) {
  const say = useSay()
  const { dropin, common } = say
  return (
    <table>
      <caption>{dropin.kitchen}</caption>
      <thead>
        <tr>
          <th scope="col">{common.item}</th>
          {[3, 2, 1, 0].map((level) => (
            <th scope="col">{dropin.levels[level]}</th>
          ))}
          <th scope="col" class="wide">
            {dropin.usedHowMuch}
          </th>
        </tr>
      </thead>
      <tbody>
        {rough.map((item) => (
          <tr>
            <th scope="row">{say.name(item)}</th>
            {[3, 2, 1, 0].map(() => (
              <td class="box">
                <i aria-hidden="true" />
              </td>
            ))}
            <td class="end">{say.agreed(2, say.unit(item))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
