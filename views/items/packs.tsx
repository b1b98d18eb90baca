import type { packById } from '#src/items/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import {
  Actions,
  type Filled,
  Form,
  InputField,
  PostButton,
  QuantityField,
} from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'
import type { ItemPage } from './fields.tsx'

export function Packs({ found, filled }: { found: ItemPage; filled: Filled }) {
  const say = useSay()
  const { catalogue } = say
  const { item, packs } = found
  const title = catalogue.packsTitle({ name: say.name(item) })
  return (
    <Layout title={title} section="catalogue" narrow>
      <Head
        title={title}
        lead={catalogue.packsLead({ unit: say.agreed(2, say.unit(item)) })}
        actions={
          <a href={`/items/${item.id}/edit`}>{catalogue.editItem({ name: say.name(item) })}</a>
        }
      />
      {packs.length === 0 ? (
        <Empty icon="stock" title={catalogue.noPackYet} hint={catalogue.noPackHint} />
      ) : (
        <PackTable found={found} caption={title} />
      )}
      <section class="panel" aria-labelledby="add">
        <h2 id="add">{catalogue.addPack}</h2>
        <Form action={`/items/${item.id}/packs`} filled={filled}>
          <PackFields filled={filled} pack={null} />
          <Actions save={catalogue.addPack} />
        </Form>
      </section>
    </Layout>
  )
}

function PackTable({ found: { item, packs }, caption }: { found: ItemPage; caption: string }) {
  const say = useSay()
  const { catalogue, common } = say
  return (
    <Table
      caption={caption}
      rows={packs}
      columns={[
        {
          head: common.name,
          cell: (pack) => (
            <>
              <a href={`/packs/${pack.id}`}>{say.name(pack)}</a>{' '}
              {pack.retiredOn !== null && <span class="pill">{common.retired}</span>}
            </>
          ),
        },
        {
          head: catalogue.packSize,
          kind: 'n two',
          cell: (pack) => say.units(pack.size, item),
        },
      ]}
    />
  )
}

type PackPage = NonNullable<Awaited<ReturnType<typeof packById>>>

type EditPackProps = { found: PackPage; filled: Filled; overtaking: Overtaking }

export function EditPack({ found, filled, overtaking }: EditPackProps) {
  const say = useSay()
  const { catalogue, common } = say
  const { item, pack } = found
  const version = { version: String(pack.version) }
  return (
    <Layout title={catalogue.editPack} section="catalogue" narrow>
      <Head
        title={catalogue.pack({ name: say.name(pack), size: pack.size })}
        lead={
          <a href={`/items/${item.id}/packs`}>{catalogue.packsTitle({ name: say.name(item) })}</a>
        }
      />
      <Form action={`/packs/${pack.id}`} filled={filled}>
        <Version {...{ filled, overtaking }} current={pack.version} />
        <PackFields filled={filled} pack={pack} />
        <Actions save={catalogue.savePack} cancel={`/items/${item.id}/packs`} />
      </Form>
      <section class="panel" aria-labelledby="retirement">
        <h2 id="retirement">{pack.retiredOn === null ? common.retire : common.retired}</h2>
        <p>{catalogue.packRetireHint}</p>
        <div class="row">
          <PostButton
            action={`/packs/${pack.id}/${pack.retiredOn === null ? 'retirement' : 'restoration'}`}
            fields={version}
          >
            {pack.retiredOn === null ? common.retire : common.restore}
          </PostButton>
        </div>
      </section>
    </Layout>
  )
}

function PackFields({ filled, pack }: { filled: Filled; pack: PackPage['pack'] | null }) {
  const { catalogue, common } = useSay()
  return (
    <div class="fields gap">
      <InputField {...{ name: 'nameFr', label: common.nameFr, filled, value: pack?.nameFr }} />
      <InputField
        {...{ name: 'nameEn', label: common.nameEn, filled, value: pack?.nameEn }}
        hint={catalogue.packNameHint}
      />
      <QuantityField {...{ name: 'size', label: catalogue.packSize, filled, value: pack?.size }} />
    </div>
  )
}
