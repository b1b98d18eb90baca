// The five pages that are open all day, each with its session, as the browser gets them.
import { sql } from 'drizzle-orm'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { statementsOf } from '#test/support/statements.ts'
import { appOf, startOfTime } from '#test/support/world.ts'

export const pages = ['stock', 'item card', 'bag', 'visit', 'alerts'] as const
export type PageName = (typeof pages)[number]

export type Pages = {
  readonly database: Database
  /** Null when it does not answer 200. */
  readonly open: (page: PageName) => Promise<string | null>
  /** Statements it sends. */
  readonly statements: (page: PageName) => Promise<string[]>
}

export async function pagesOf(path: string): Promise<Pages> {
  const database = await openDatabase({ url: `file:${path}` })
  const app = appOf({ database, clock: () => startOfTime })
  const [ids] = await database.read((db) =>
    db.all<{ item: number; bag: number; visit: number }>(sql`select
      (select item_id from movement where id = (select max(id) from movement)) as item,
      (select bag_id from shift where id = (select max(id) from shift)) as bag,
      (select max(id) from visit) as visit`),
  )
  const paths: Readonly<Record<PageName, string>> = {
    ...{ stock: '/stock', alerts: '/alerts', 'item card': `/items/${ids?.item}` },
    ...{ bag: `/bags/${ids?.bag}`, visit: `/visits/${ids?.visit}` },
  }
  const open = async (page: PageName) => {
    const answer = await app.request(paths[page], { headers: { cookie: 'session=bench' } })
    const html = await answer.text()
    return answer.status === 200 ? html : null
  }
  return { database, open, statements: (page) => statementsOf(database, () => open(page)) }
}
