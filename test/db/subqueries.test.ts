// In a select of one table drizzle writes the columns of an `sql` expression without their table. In a
// subquery such a bare name means the inner table wherever that has one of the same name, and the
// subquery silently compares something else. So no subquery of a selection may hold a bare column.
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { donation, entry } from '#src/db/schema/index.ts'
import { access } from '#src/web/access.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Bare columns in the subqueries of what a statement selects. */
function bareColumns(statement: string): string[] {
  return subqueriesOf(selectionOf(statement)).flatMap((subquery) =>
    [...subquery.matchAll(/(\w+\s+)?(?<![."\w])"(\w+)"(?!\.)/g)]
      .filter(([, before = '']) => !/^(?:from|join|as|into)\s$/i.test(before))
      .map(([, , name]) => `"${name}" in ${subquery}`),
  )
}

/** What stands between select and the from that belongs to it. */
function selectionOf(statement: string): string {
  const [begin] = statement.match(/^\s*select\s/i) ?? []
  if (begin === undefined) return ''
  const rest = statement.slice(begin.length)
  const end = [...rest.matchAll(/\sfrom\s/gi)].find(({ index }) => depthAt(rest, index) === 0)
  return rest.slice(0, end?.index)
}

function subqueriesOf(selection: string): string[] {
  return [...selection.matchAll(/\(\s*select\s/gi)]
    .filter(({ index }) => depthAt(selection, index) === 0)
    .map(({ index }) => {
      const rest = selection.slice(index)
      const end = [...rest.matchAll(/\)/g)].find(({ index: at }) => depthAt(rest, at + 1) === 0)
      return rest.slice(0, (end?.index ?? rest.length) + 1)
    })
}

/** How many parentheses are open there; those within quotes are none. */
function depthAt(text: string, index: number): number {
  const before = text.slice(0, index).replace(/'(?:[^']|'')*'/g, '')
  return before.split('(').length - before.split(')').length
}

describe('a bare column in a subquery of a selection', () => {
  const selected = (counted: ReturnType<typeof sql>) =>
    statementsOf(world.database, () =>
      world.database.read((db) => db.select({ id: donation.id, counted }).from(donation)),
    )

  test('is what drizzle writes where the outer column was meant, and would be noticed', async () => {
    const statements = await selected(
      sql`(select count(*) from entry where entry.donation_id = ${donation.id})`,
    )
    expect(statements.flatMap(bareColumns)).toMatchObject([expect.stringMatching(/^"id" in /)])
  })

  test('is not one whose table was written, nor a name of a table', async () => {
    const statements = await selected(
      sql`(select count(*) from ${entry} where entry.donation_id = donation.id)`,
    )
    expect(statements.flatMap(bareColumns)).toEqual([])
  })

  test('is in no statement of any page', async () => {
    await ledger(world, 'opening -> central cooker 50 / central -> bag1 cooker 20')
    await ledger(world, 'donor -> central cond 5 / bag1 -> sky cooker 3 / bag1 -> central cooker 2')
    const ada = await clientOf(world, 'admin')
    const statements = await statementsOf(world.database, async () => {
      for (const [method, path] of access) {
        const here = path.replace(/:\w+/g, '1')
        if (method === 'GET') await ada.get(here)
        else if (path !== '/sign-out') await ada.post(here, {})
      }
    })
    expect(statements.length).toBeGreaterThan(200)
    expect([...new Set(statements.flatMap(bareColumns))]).toEqual([])
  })
})
