// The tally: a tile an item, one tap each, and the last thing done with its undo. Every tile is a form,
// so that it works before and without any script.
import type { Tally as Data, Tile as TileData, TileGroup } from '#src/ledger/tally.ts'
import { ErrorSummary, type Filled, PostButton } from './form.tsx'
import { usePage, useSay } from './page.tsx'
import { Lines, type TallyPaths } from './tally-lines.tsx'

type TallyProps = {
  tally: Data
  paths: TallyPaths
  filled: Filled
  mayWrite: boolean
  /** What to say when there is nothing to tap. */
  empty: string
}

export function Tally({ tally, paths, filled, mayWrite, empty }: TallyProps) {
  const { bags } = useSay()
  return (
    <>
      <ErrorSummary problems={filled.problems} />
      {tally.tiles.length === 0 && <p class="hints">{empty}</p>}
      <ul class="tiles" role="list" aria-label={bags.tiles}>
        {tally.groups.map(({ family, tiles }) =>
          family ? (
            <Sizes {...{ family, tiles, tally, path: paths.handOuts, mayWrite }} />
          ) : (
            tiles.map((tile) => <Tile tile={tile} path={paths.handOuts} mayWrite={mayWrite} />)
          ),
        )}
      </ul>
      {mayWrite && <Asked tally={tally} path={paths.unmet} />}
      {mayWrite && tally.others.length > 0 && <Other items={tally.others} paths={paths} />}
      <Lines tally={tally} paths={paths} mayWrite={mayWrite} />
    </>
  )
}

type SizesProps = {
  family: NonNullable<TileGroup['family']>
  tiles: readonly TileData[]
  tally: Data
  path: string
  mayWrite: boolean
}

/** One tile for one thing, that opens into its sizes; and stays open while they are what is given. */
function Sizes({ family, tiles, tally, path, mayWrite }: SizesProps) {
  const say = useSay()
  const { bags } = say
  const sum = (of: (tile: TileData) => number) => tiles.reduce((all, tile) => all + of(tile), 0)
  const given = sum((tile) => tile.given)
  const asked = sum((tile) => tile.asked)
  const last = tally.lines[0]?.item.id
  return (
    <li class={given > 0 ? 'tile sizes given' : 'tile sizes'}>
      <details open={tiles.some(({ item }) => item.id === last)}>
        <summary class="add">
          <span>{say.name(family)}</span>
          <b>{given}</b>
          <i>
            {bags.leftCount({ count: sum(({ left }) => left) })}
            {asked > 0 && <em>{bags.askedCount({ count: asked })}</em>}
          </i>
        </summary>
        <ul class="tiles" role="list" aria-label={say.name(family)}>
          {tiles.map((tile) => (
            <Tile tile={tile} of={say.name(family)} path={path} mayWrite={mayWrite} />
          ))}
        </ul>
      </details>
    </li>
  )
}

type TileProps = {
  tile: TileData
  /** The thing it is a size of: the tile shows the size. */
  of?: string
  path: string
  mayWrite: boolean
}

function Tile({ tile, of, path, mayWrite }: TileProps) {
  const { say, newId } = usePage()
  const { bags, rounds } = say
  const { item, given, left, asked, perStop } = tile
  const name = say.name(item)
  const kind = given > 0 ? 'tile given' : left <= 0 ? 'tile none' : 'tile'
  return (
    <li class={kind}>
      <form method="post" action={path} hx-sync="this:drop">
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="item" value={item.id} />
        <button
          {...{ type: 'submit', id: `more-${item.id}`, class: 'add', disabled: !mayWrite }}
          {...{ name: 'change', value: 'more' }}
        >
          <span class="hidden">{[bags.addOne, of].filter(Boolean).join(' ')}</span>
          <span>{(of && tile.size) ?? say.short(item)}</span>
          <b>{given}</b>
          <i>
            {left < 0 ? bags.overCount({ count: -left }) : bags.leftCount({ count: left })}
            {perStop !== null && <small>{rounds.perStop({ count: perStop })}</small>}
            {asked > 0 && <em>{bags.askedCount({ count: asked })}</em>}
          </i>
        </button>
        <button
          {...{ type: 'submit', id: `less-${item.id}`, class: 'less' }}
          {...{ name: 'change', value: 'less', disabled: !mayWrite || given === 0 }}
          aria-label={bags.less({ item: name })}
        >
          −
        </button>
      </form>
    </li>
  )
}

/** One tap for each item; those with none left come first. */
function Asked({ tally, path }: { tally: Data; path: string }) {
  const say = useSay()
  const { bags } = say
  const tiles = [...tally.tiles].sort((a, b) => Number(a.left > 0) - Number(b.left > 0))
  if (tiles.length === 0) return null
  return (
    <details>
      <summary>{bags.asked}</summary>
      <div class="row">
        {tiles.map(({ item }) => (
          <PostButton
            action={path}
            fields={{ item: String(item.id) }}
            label={bags.askedFor({ item: say.short(item) })}
          >
            {say.short(item)}
          </PostButton>
        ))}
      </div>
    </details>
  )
}

/** What has no tile: given from elsewhere, or asked for in vain. */
function Other({ items, paths }: { items: Data['others']; paths: TallyPaths }) {
  const { say, newId } = usePage()
  const { bags, common } = say
  return (
    <details>
      <summary>{bags.moreItems}</summary>
      <form method="post" action={paths.handOuts} class="fields" hx-sync="this:drop">
        <input type="hidden" name="requestId" value={newId()} />
        <label class="field">
          {common.item}
          <select name="item">
            {items.map((item) => (
              <option value={item.id}>{say.name(item)}</option>
            ))}
          </select>
        </label>
        <label class="field">
          {common.quantity}
          <input name="quantity" inputmode="numeric" autocomplete="off" value="1" />
        </label>
        <div class="row">
          <button type="submit">{bags.given}</button>
          <button type="submit" formaction={paths.unmet}>
            {bags.asked}
          </button>
        </div>
      </form>
    </details>
  )
}
