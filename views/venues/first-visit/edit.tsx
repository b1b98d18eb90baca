import type { firstVisitLines } from '#src/catalog/first-visit.ts'
import type { ItemChoice } from '#src/catalog/items.ts'
import type { Say } from '#src/messages/index.ts'
import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form } from '../../shared/form.tsx'
import { Lines } from '../../shared/lines.tsx'
import { useSay } from '../../shared/page.tsx'

type FirstLines = Awaited<ReturnType<typeof firstVisitLines>>

type FirstVisitProps = {
  items: readonly ItemChoice[]
  lines: FirstLines
  /** The last change of the list. */
  seen: number
  filled: Filled
}

export function FirstVisit({ items, lines, seen, filled }: FirstVisitProps) {
  const say = useSay()
  const { venues, common } = say
  const title = venues.firstVisit
  const failed = Object.keys(filled.problems).length > 0
  const begun = 'requestId' in filled.typed ? filled : { ...filled, typed: typedOf(lines, say) }
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="venues">
      <Head title={title} lead={venues.firstVisitLead} />
      <Form action="/venues/first-visit" filled={begun}>
        <input
          type="hidden"
          name="seen"
          value={filled.problems[''] ? seen : (filled.typed.seen ?? seen)}
        />
        <Lines items={items} filled={begun} />
        <Actions save={venues.firstVisitSave} cancel="/venues" />
      </Form>
    </Layout>
  )
}

function typedOf(lines: FirstLines, say: Say): Filled['typed'] {
  return Object.fromEntries(
    lines.flatMap(({ item, quantity }, index) => [
      [`lines.${index}.item`, say.name(item)],
      [`lines.${index}.quantity`, String(quantity)],
    ]),
  )
}
