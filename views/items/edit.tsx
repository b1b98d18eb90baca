import type { Named } from '#src/messages/index.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form, PostButton } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'
import { ItemFields, type ItemPage } from './fields.tsx'

type EditItemProps = {
  found: ItemPage
  families: readonly Named[]
  filled: Filled
  overtaking: Overtaking
}

export function EditItem({ found, families, filled, overtaking }: EditItemProps) {
  const say = useSay()
  const { item } = found
  const title = say.catalogue.editItem({ name: say.name(item) })
  const failed = Object.keys(filled.problems).length > 0
  return (
    <Layout title={failed ? say.common.errorTitle({ title }) : title} section="catalogue" narrow>
      <Head title={say.name(item)} lead={packsOf(found)} actions={<Ways itemId={item.id} />} />
      <Form action={`/items/${item.id}`} filled={filled}>
        <Version {...{ filled, overtaking }} current={item.version} />
        <ItemFields {...{ filled, families, found }} />
        <Actions save={say.catalogue.save} cancel="/catalogue" />
      </Form>
      <Retirement found={found} />
    </Layout>
  )
}

function packsOf({ packs, item }: ItemPage) {
  const say = useSay()
  const words = packs
    .filter(({ retiredOn }) => retiredOn === null)
    .map((pack) => say.catalogue.pack({ name: say.name(pack), size: pack.size }))
  return [say.unit(item), ...words].join(' · ')
}

function Ways({ itemId }: { itemId: number }) {
  const { catalogue } = useSay()
  return (
    <>
      <a class="button" href={`/items/${itemId}/packs`}>
        {catalogue.editPacks}
      </a>
      <a class="button" href={`/items/${itemId}/supplies`}>
        {catalogue.supplies}
      </a>
      <a class="button quiet" href={`/items/${itemId}`}>
        {catalogue.card}
      </a>
    </>
  )
}

function Retirement({ found }: { found: ItemPage }) {
  const say = useSay()
  const { catalogue, common } = say
  const { item, onHand } = found
  const version = { version: String(item.version) }
  return (
    <section class="panel" aria-labelledby="retirement">
      <h2 id="retirement">{item.retiredOn === null ? common.retire : common.retired}</h2>
      <p>
        {item.retiredOn === null
          ? catalogue.retireHint
          : catalogue.retiredHint({ day: item.retiredOn })}{' '}
        {onHand !== 0 && catalogue.retiredWithStock({ units: say.units(onHand, item) })}
      </p>
      <div class="row">
        {item.retiredOn === null ? (
          <PostButton action={`/items/${item.id}/retirement`} fields={version}>
            {common.retire}
          </PostButton>
        ) : (
          <PostButton action={`/items/${item.id}/restoration`} fields={version}>
            {common.restore}
          </PostButton>
        )}
      </div>
    </section>
  )
}
