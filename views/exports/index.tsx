import { isDay } from '#src/day.ts'
import type { LoggedExport } from '#src/exports/queries.ts'
import type { Say } from '#src/messages/index.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage } from '../shared/page.tsx'
import { NextPage } from '../shared/paging.tsx'
import { Table } from '../shared/table.tsx'

/** Who took what, and when. */
export function Exports({ rows }: { rows: readonly LoggedExport[] }) {
  const { say, timeZone } = usePage()
  const { leaving } = say
  return (
    <Layout title={leaving.title} section="reports">
      <Head title={leaving.title} lead={leaving.lead} />
      {rows.length === 0 ? (
        <Empty icon="report" title={leaving.empty} hint={leaving.emptyHint} />
      ) : (
        <Table
          caption={leaving.title}
          rows={rows}
          dense
          columns={[
            { head: leaving.when, cell: ({ exportedAt }) => say.instant(exportedAt, timeZone) },
            { head: leaving.who, kind: 'half', cell: ({ name }) => name },
            { head: leaving.what, kind: 'half', cell: ({ path }) => fileName(path, leaving.pages) },
            { head: leaving.asked, kind: 'full', cell: ({ path }) => askedFor(path, say) },
          ]}
        />
      )}
      <NextPage rows={rows} />
    </Layout>
  )
}

function fileName(path: string, pages: Readonly<Record<string, string>>): string {
  const [name = ''] = path.split('?')
  return pages[name] ?? name
}

/** What its address said of it: the period above all. */
function askedFor(path: string, say: Say): string {
  const [, query = ''] = path.split('?')
  const lengths: Readonly<Record<string, string>> = say.reports.lengths
  const words = [...new URLSearchParams(query).values()].flatMap((value) => {
    if (value === '') return []
    if (isDay(value)) return [say.day(value)]
    return [isDay(`${value}-01`) ? say.month(value) : (lengths[value] ?? value)]
  })
  return words.join(' · ')
}
