import type { ItemChoice } from '#src/catalog/items.ts'
import type { SheetLine, stocktakeById } from '#src/stocktakes/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, Form, PostButton } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'
import { Review } from './review.tsx'
import { Sheet } from './sheet.tsx'

type ShowStocktakeProps = {
  filled: Filled
  count: NonNullable<Awaited<ReturnType<typeof stocktakeById>>>
  lines: readonly SheetLine[]
  items: readonly ItemChoice[]
}

/** A blind sheet to count on, and below it only what differs. */
export function ShowStocktake({ filled, count, lines, items }: ShowStocktakeProps) {
  const say = useSay()
  const { stocktakes, common } = say
  const title = stocktakes.sheet({ place: say.name(count.place) })
  const failed = Object.keys(filled.problems).length > 0
  const done = lines.filter(({ counted }) => counted !== null).length
  const lead = stocktakes.progress({ done, of: done + uncounted(lines).length })
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="stocktakes">
      <Head title={title} lead={count.standing > 0 ? stocktakes.postedOn : lead} />
      {count.standing > 0 ? (
        <>
          <ErrorSummary problems={filled.problems} />
          <p>
            <a class="button" href={`/entries/${count.entryId}`}>
              {stocktakes.entry}
            </a>
          </p>
        </>
      ) : (
        <Form action={`/stocktakes/${count.id}/lines`} filled={filled}>
          <p class="muted">{stocktakes.sheetLead}</p>
          <Sheet lines={lines} filled={filled} />
          <details open={Object.keys(filled.typed).some((name) => name.startsWith('lines.'))}>
            <summary>{stocktakes.found}</summary>
            <p class="muted">{stocktakes.foundHint}</p>
            <Lines items={items} filled={filled} incoming rows={2} />
          </details>
          <div class="sticky">
            <button class={done === 0 ? 'primary wide' : 'wide'} type="submit">
              {stocktakes.saveCounts}
            </button>
          </div>
        </Form>
      )}
      {done > 0 && <Review lines={lines} isOpen={count.standing === 0} />}
      {done > 0 && count.standing === 0 && <PostIt id={count.id} lines={lines} />}
    </Layout>
  )
}

/** Lots the book says are there and nobody has counted. */
function uncounted(lines: readonly SheetLine[]): SheetLine[] {
  return lines.filter(({ counted, now }) => counted === null && now !== 0)
}

function PostIt({ id, lines }: { id: number; lines: readonly SheetLine[] }) {
  const { stocktakes } = useSay()
  const count = lines.filter(({ counted, expected }) => counted !== expected).length
  return (
    <div class="actions">
      <PostButton action={`/stocktakes/${id}/posting`} kind="primary">
        {count === 0 ? stocktakes.postNone : stocktakes.post({ count })}
      </PostButton>
    </div>
  )
}
