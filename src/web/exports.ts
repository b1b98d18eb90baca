// What leaves with counts of what people were given is written down first: a form asks for it, and the file
// answers only who had it written down, a while ago at most.
import { and, eq, gt } from 'drizzle-orm'
import { exportLog } from '#src/db/schema/index.ts'
import type { Say } from '#src/messages/index.ts'
import type { Mark } from '#src/small-counts.ts'
import { type C, viewerOf } from './context.ts'
import type { Cell } from './csv.ts'

/** What may leave in this way, and the page that it is taken from. */
const pages: Readonly<Record<string, string>> = {
  '/reports.csv': '/reports',
  '/reports/sheet': '/reports',
  '/distribution.csv': '/distribution',
  '/drop-in/nights.csv': '/drop-in/nights',
  '/sharps/ratio.csv': '/sharps/ratio',
}

/** The page of a file that is written down when it leaves; null for any other address. */
export function pageOfExport(path: string): string | null {
  const [name = ''] = path.split('?')
  return Object.hasOwn(pages, name) ? (pages[name] ?? null) : null
}

/** Where the file is, once it is written down. */
export function exportAddress(path: string, exportId: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}export=${exportId}`
}

const goodFor = 3_600_000

/** Answers with the file if this person had just this one written down; else leads to its page. */
export async function answerExport(c: C, answer: () => Promise<Response>): Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url)
  const exportId = Number(searchParams.get('export'))
  searchParams.delete('export')
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  const [logged] = await c.var.app.database.read((db) =>
    db
      .select({ path: exportLog.path })
      .from(exportLog)
      .where(
        and(
          eq(exportLog.id, Number.isSafeInteger(exportId) ? exportId : 0),
          eq(exportLog.personId, viewerOf(c).personId),
          gt(exportLog.exportedAt, c.var.now - goodFor),
        ),
      ),
  )
  if (logged?.path !== pathname + query) return c.redirect(`${pageOfExport(pathname)}${query}`, 303)
  return answer()
}

/** A count as it may leave. */
export function leavingCell(count: number, mark: Mark | undefined, say: Say): Cell {
  return mark === 'shown' ? count : say.leaving[mark ?? 'withheld']
}
