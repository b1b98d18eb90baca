import type { ItemChoice } from '#src/catalog/items.ts'
import type { stocktakeById } from '#src/stocktakes/queries.ts'
import type { SheetRow } from '#src/stocktakes/sheet-rows.ts'
import { Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, Form, PostButton } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'
import { Review } from './review.tsx'
import { Sheet } from './sheet.tsx'

type ShowStocktakeProps = {
  filled: Filled
  count: NonNullable<Awaited<ReturnType<typeof stocktakeById>>>
  rows: readonly SheetRow[]
  items: readonly ItemChoice[]
}

/** A blind sheet to count on, and below it only what differs. */
export function ShowStocktake({ filled, count, rows, items }: ShowStocktakeProps) {
  const say = useSay()
  const { stocktakes, common } = say
  const title = stocktakes.sheet({ place: say.name(count.place) })
  const failed = Object.keys(filled.problems).length > 0
  const done = rows.filter(({ counted }) => counted !== null).length
  const uncounted = rows.filter(({ counted, now }) => counted === null && now !== 0).length
  const isOpen = count.standing === 0 && count.isSuperseded === 0
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="stocktakes">
      <Head
        title={title}
        lead={
          isOpen ? stocktakes.progress({ done, of: done + uncounted }) : <Closed count={count} />
        }
      />
      {isOpen ? (
        <CountForm {...{ filled, count, rows, items, isBegun: done > 0 }} />
      ) : (
        <ErrorSummary problems={filled.problems} />
      )}
      {done > 0 && <Review rows={rows} />}
      {done > 0 && isOpen && <PostIt {...{ id: count.id, rows, uncounted }} />}
    </Layout>
  )
}

function Closed({ count }: Pick<ShowStocktakeProps, 'count'>) {
  const { stocktakes } = useSay()
  if (count.standing === 0) return <>{stocktakes.superseded}</>
  return (
    <>
      {stocktakes.postedOn} <a href={`/entries/${count.entryId}`}>{stocktakes.entry}</a>
    </>
  )
}

type CountFormProps = ShowStocktakeProps & { isBegun: boolean }

function CountForm({ filled, count, rows, items, isBegun }: CountFormProps) {
  const { stocktakes } = useSay()
  const isFirst = rows.every(({ now, counted }) => now === 0 && counted === null)
  const hasFound = Object.keys(filled.typed).some((name) => name.startsWith('lines.'))
  return (
    <Form action={`/stocktakes/${count.id}/lines`} filled={filled}>
      <input type="hidden" name="asOf" value={filled.typed.asOf ?? count.asOf} />
      <p class="muted">{stocktakes.sheetLead}</p>
      <Sheet rows={rows} filled={filled} />
      <details open={isFirst || hasFound}>
        <summary>{stocktakes.found}</summary>
        <p class="muted">{stocktakes.foundHint}</p>
        <Lines
          {...{ filled, incoming: true, rows: 2 }}
          items={items.filter(({ tracking }) => tracking === 'exact')}
        />
      </details>
      <div class="sticky">
        <button class={isBegun ? 'wide' : 'primary wide'} type="submit">
          {stocktakes.saveCounts}
        </button>
      </div>
    </Form>
  )
}

type PostItProps = { id: number; rows: readonly SheetRow[]; uncounted: number }

function PostIt({ id, rows, uncounted }: PostItProps) {
  const { stocktakes } = useSay()
  const count = rows.filter(({ counted, expected }) => counted !== expected).length
  return (
    <div class="actions">
      <PostButton action={`/stocktakes/${id}/posting`} kind="primary">
        {count === 0 ? stocktakes.postNone : stocktakes.post({ count })}
      </PostButton>
      {uncounted > 0 && <p class="muted">{stocktakes.uncounted({ count: uncounted })}</p>}
    </div>
  )
}
