import type { ItemChoice } from '#src/catalog/items.ts'
import type { Kit } from '#src/kits/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form, QuantityField, SelectField } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

type ShowKitProps = { kit: Kit; items: readonly ItemChoice[]; build: Filled; recipe: Filled }

export function ShowKit({ kit, items, build, recipe }: ShowKitProps) {
  const say = useSay()
  const { kits, common } = say
  const name = say.name(kit.kit)
  const failed = [build, recipe].some(({ problems }) => Object.keys(problems).length > 0)
  const lead = kit.inForce
    ? kits.inForceSince({ number: kit.inForce.number, day: kit.inForce.startsOn })
    : kits.noRecipe
  return (
    <Layout title={failed ? common.errorTitle({ title: name }) : name} section="kits">
      <Head
        title={name}
        lead={lead}
        actions={
          <a class="button" href={`/items/${kit.kit.id}`}>
            {common.item}
          </a>
        }
      />
      {kit.inForce && <BuildForm kit={kit} filled={build} />}
      {kit.inForce && <Components kit={kit} />}
      <details open={kit.inForce === null || Object.keys(recipe.typed).length > 0}>
        <summary>{kit.inForce ? kits.newVersion : kits.choose}</summary>
        <p class="muted">{kit.inForce ? kits.newVersionHint : kits.noRecipeHint}</p>
        <Form action={`/kits/${kit.kit.id}/recipes`} filled={startingFrom(kit, recipe, say)}>
          <Lines
            items={items.filter(({ id, tracking }) => id !== kit.kit.id && tracking === 'exact')}
            filled={startingFrom(kit, recipe, say)}
          />
          <Actions save={kits.saveRecipe} />
        </Form>
      </details>
      {kit.lots.length > 0 && <Lots kit={kit} />}
    </Layout>
  )
}

function BuildForm({ kit, filled }: { kit: Kit; filled: Filled }) {
  const say = useSay()
  const { kits } = say
  return (
    <section class="panel">
      <h2>
        {kits.canBuild} {say.units(kit.possible, kit.kit)}
      </h2>
      <Form action={`/kits/${kit.kit.id}/builds`} filled={filled}>
        <div class="fields">
          <QuantityField
            {...{ name: 'quantity', label: kits.howMany, filled }}
            hint={kit.suggested > 0 && kits.suggestedHint}
            value={kit.suggested > 0 ? kit.suggested : null}
          />
          <SelectField
            {...{ name: 'placeId', label: kits.placeId, filled, value: kit.places[0]?.id }}
            options={kit.places.map((place) => ({ value: place.id, label: say.name(place) }))}
          />
        </div>
        <p class="actions gap">
          <button class="primary" type="submit">
            {kits.build}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Components({ kit }: { kit: Kit }) {
  const say = useSay()
  const { kits } = say
  return (
    <section>
      <h2>{kits.recipe}</h2>
      <Table
        caption={kits.recipe}
        rows={kit.inForce?.lines ?? []}
        columns={[
          {
            head: kits.component,
            cell: ({ componentId }) => {
              const item = kit.components.get(componentId)
              return item ? <a href={`/items/${item.id}`}>{say.name(item)}</a> : '–'
            },
          },
          {
            head: kits.inOneKit,
            kind: 'n',
            cell: ({ componentId, quantity }) => {
              const item = kit.components.get(componentId)
              return item ? say.units(quantity, item) : say.number(quantity)
            },
          },
          {
            head: kits.usable,
            kind: 'n',
            cell: ({ componentId }) => say.number(kit.usable.get(componentId) ?? 0),
          },
          {
            head: kits.enoughFor,
            kind: 'n',
            cell: ({ componentId, quantity }) => {
              const enough = Math.floor((kit.usable.get(componentId) ?? 0) / quantity)
              const isFirst = kit.limitedBy?.componentId === componentId
              return isFirst ? <b>{say.number(enough)}</b> : say.number(enough)
            },
          },
        ]}
      />
    </section>
  )
}

/** The recipe in force, ready to be changed, until something was typed. */
function startingFrom(kit: Kit, filled: Filled, say: ReturnType<typeof useSay>): Filled {
  if (Object.keys(filled.typed).length > 0 || !kit.inForce) return filled
  const rows = kit.inForce.lines.flatMap(({ componentId, quantity }, index) => {
    const item = kit.components.get(componentId)
    return [
      [`lines.${index}.item`, item ? say.name(item) : ''],
      [`lines.${index}.quantity`, String(quantity)],
    ]
  })
  return { typed: Object.fromEntries(rows), problems: {} }
}

function Lots({ kit }: { kit: Kit }) {
  const { say } = usePage()
  const { kits } = say
  const numbers = new Map(kit.versions.map(({ id, number }) => [id, number]))
  return (
    <section>
      <h2>{kits.lots}</h2>
      <Table
        caption={kits.lots}
        rows={kit.lots}
        columns={[
          {
            head: kits.lot,
            cell: ({ id, code, stands }) => (
              <>
                <a href={`/lots/${id}`}>{code}</a>{' '}
                {stands === 0 && <span class="pill">{kits.takenBack}</span>}
              </>
            ),
          },
          { head: kits.built, kind: 'n half', cell: ({ built }) => say.number(built) },
          { head: kits.leftOf, kind: 'n half', cell: ({ left }) => say.number(left) },
          {
            head: kits.versionHead,
            kind: 'half',
            cell: ({ recipeId }) => kits.version({ number: numbers.get(recipeId ?? 0) ?? 0 }),
          },
          {
            head: kits.expires,
            kind: 'half',
            cell: ({ expiresOn }) => (expiresOn ? say.day(expiresOn) : '–'),
          },
        ]}
      />
    </section>
  )
}
