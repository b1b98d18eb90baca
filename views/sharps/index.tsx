import type { DueBin } from '#src/ledger/bins.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'
import { SwapDue } from './due.tsx'

/** Where bins stand, what is to be swapped first; and the ways to the rest. */
export function Sharps({ bins: rows }: { bins: readonly DueBin[] }) {
  const { say } = usePage()
  const { sharps } = say
  const due = rows.filter(({ daysUntilDue }) => daysUntilDue !== null && daysUntilDue <= 0).length
  return (
    <Layout title={sharps.title} section="sharps">
      <Head
        title={sharps.title}
        lead={sharps.lead}
        actions={
          <a class="button primary" href="/recoveries/new">
            {sharps.recoveries.record}
          </a>
        }
      />
      <Elsewhere />
      <section aria-labelledby="h-bins">
        <div class="row spread">
          <h2 id="h-bins">{sharps.bins.title}</h2>
          <a class="button" href="/bins/new">
            {sharps.bins.place}
          </a>
        </div>
        {rows.length === 0 ? (
          <Empty icon="bin" title={sharps.bins.empty} hint={sharps.bins.emptyHint} />
        ) : (
          <>
            <p class="muted">{sharps.bins.due({ due, bins: rows.length })}</p>
            <BinTable rows={rows} />
          </>
        )}
      </section>
    </Layout>
  )
}

/** The other pages of what comes back, for who may open them. */
function Elsewhere() {
  const { say, viewer } = usePage()
  const pages = [
    ['/clean-ups', say.sharps.cleanUps.title],
    ['/recoveries', say.sharps.recoveries.title],
    ['/sharps/ratio', say.sharps.ratio.title],
    ['/bin-types', say.sharps.types.title],
  ] as const
  const open = pages.filter(([path]) => viewer?.mayOpen(path))
  if (open.length === 0) return null
  return (
    <nav class="row" aria-label={say.sharps.elsewhere}>
      {open.map(([path, title]) => (
        <a href={path}>{title}</a>
      ))}
    </nav>
  )
}

function BinTable({ rows }: { rows: readonly DueBin[] }) {
  const { say, today, viewer } = usePage()
  const { bins } = say.sharps
  const path = (id: number) => `/bins/${id}`
  return (
    <Table
      caption={bins.title}
      rows={rows}
      columns={[
        {
          head: say.venues.venue,
          cell: ({ id, venue }) => (
            <>
              {viewer?.mayOpen(path(id)) ? (
                <a href={path(id)}>{say.name(venue)}</a>
              ) : (
                say.name(venue)
              )}{' '}
              {venue.retiredOn !== null && <span class="pill">{say.common.retired}</span>}
              <small>{say.common.locationRoles[venue.role]}</small>
            </>
          ),
        },
        { head: bins.container, kind: 'half', cell: ({ type }) => say.name(type) },
        {
          head: bins.emptySince,
          kind: 'half',
          cell: ({ emptySince }) => say.weekdayFrom(emptySince, today),
        },
        { head: bins.swapDue, kind: 'full', cell: (bin) => <SwapDue bin={bin} /> },
        {
          head: <span class="hidden">{bins.swap}</span>,
          kind: 'full',
          cell: ({ id, venue }) => (
            <a
              class="button"
              href={`/bins/${id}/swap`}
              aria-label={bins.swapOf({ venue: say.name(venue) })}
            >
              {bins.swap}
            </a>
          ),
        },
      ]}
    />
  )
}
